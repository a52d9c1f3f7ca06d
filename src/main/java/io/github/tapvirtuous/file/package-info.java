/** Files that users hand to the tap. */
@NullMarked
package io.github.tapvirtuous.file;

import org.jspecify.annotations.NullMarked;
