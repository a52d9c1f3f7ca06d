/** Singer's catalog and messages. */
@NullMarked
package io.github.tapvirtuous.singer;

import org.jspecify.annotations.NullMarked;
