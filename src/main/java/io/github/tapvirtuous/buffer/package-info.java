/** Arrays for whole pages, used again and again. */
@NullMarked
package io.github.tapvirtuous.buffer;

import org.jspecify.annotations.NullMarked;
