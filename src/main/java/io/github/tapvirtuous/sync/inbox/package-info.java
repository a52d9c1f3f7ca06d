/** From events that wait to rows and deletes: folded by their keys, and asked for again. */
@NullMarked
package io.github.tapvirtuous.sync.inbox;

import org.jspecify.annotations.NullMarked;
