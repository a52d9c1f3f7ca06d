/** Reading a whole table by pages while it moves, without losing a row. */
@NullMarked
package io.github.tapvirtuous.scan;

import org.jspecify.annotations.NullMarked;
