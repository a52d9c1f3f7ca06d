/** From a reply to finished rows, in one pass. */
@NullMarked
package io.github.tapvirtuous.row;

import org.jspecify.annotations.NullMarked;
