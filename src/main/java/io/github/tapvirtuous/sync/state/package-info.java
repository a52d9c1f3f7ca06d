/** What a run knows of the ones before, and where a stream takes up. */
@NullMarked
package io.github.tapvirtuous.sync.state;

import org.jspecify.annotations.NullMarked;
