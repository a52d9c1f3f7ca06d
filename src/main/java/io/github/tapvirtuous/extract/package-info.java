/** Sync: from tables to messages. */
@NullMarked
package io.github.tapvirtuous.extract;

import org.jspecify.annotations.NullMarked;
