/** Failures, by who has to act, and what their messages may quote. */
@NullMarked
package io.github.tapvirtuous.error;

import org.jspecify.annotations.NullMarked;
