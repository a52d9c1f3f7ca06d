/** The rows of each table, recorded or made up: which there are now, and how they are served. */
@NullMarked
package io.github.tapvirtuous.standin.rows;

import org.jspecify.annotations.NullMarked;
