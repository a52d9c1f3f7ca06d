/** From events to rows with just the fields that they brought. */
@NullMarked
package io.github.tapvirtuous.sync.payload;

import org.jspecify.annotations.NullMarked;
