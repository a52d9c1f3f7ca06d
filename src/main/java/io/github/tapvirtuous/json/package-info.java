/** JSON in bytes: read in one pass, cleaned and written. */
@NullMarked
package io.github.tapvirtuous.json;

import org.jspecify.annotations.NullMarked;
