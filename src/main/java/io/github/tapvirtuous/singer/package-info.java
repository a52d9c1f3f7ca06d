/** Singer: the catalog file, messages, the envelope of the state, metric lines. */
@NullMarked
package io.github.tapvirtuous.singer;

import org.jspecify.annotations.NullMarked;
