/**
 * Reading a whole table by pages while it moves, without losing a row: what each reply means and
 * which request is next. Nothing here asks, waits or writes.
 */
@NullMarked
package io.github.tapvirtuous.scan;

import org.jspecify.annotations.NullMarked;
