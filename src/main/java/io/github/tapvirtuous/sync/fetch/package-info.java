/** The pages of a table on their way: which are in flight, on which thread, in which order. */
@NullMarked
package io.github.tapvirtuous.sync.fetch;

import org.jspecify.annotations.NullMarked;
