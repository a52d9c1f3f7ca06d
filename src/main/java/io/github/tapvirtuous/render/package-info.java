/** From a reply to finished rows, in one pass. */
@NullMarked
package io.github.tapvirtuous.render;

import org.jspecify.annotations.NullMarked;
