/** What is read of one stream, and how: plans, and the batches that they make. */
@NullMarked
package io.github.tapvirtuous.sync.read;

import org.jspecify.annotations.NullMarked;
