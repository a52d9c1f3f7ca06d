/** Which settings there are, and what the tap says of itself. */
@NullMarked
package io.github.tapvirtuous.settings;

import org.jspecify.annotations.NullMarked;
