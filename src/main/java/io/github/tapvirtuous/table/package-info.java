/** The tables of Virtuous, as data. */
@NullMarked
package io.github.tapvirtuous.table;

import org.jspecify.annotations.NullMarked;
