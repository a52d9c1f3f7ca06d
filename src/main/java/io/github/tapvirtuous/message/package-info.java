/** What the engine says, stream by stream, in no protocol's words: the port and the checkpoint. */
@NullMarked
package io.github.tapvirtuous.message;

import org.jspecify.annotations.NullMarked;
