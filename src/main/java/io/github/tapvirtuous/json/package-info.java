/** JSON in bytes: read, cleaned, written, and the memory for it. */
@NullMarked
package io.github.tapvirtuous.json;

import org.jspecify.annotations.NullMarked;
