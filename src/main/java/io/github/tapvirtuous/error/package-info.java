/** Failures that the user is told about, sorted by who has to act. */
@NullMarked
package io.github.tapvirtuous.error;

import org.jspecify.annotations.NullMarked;
