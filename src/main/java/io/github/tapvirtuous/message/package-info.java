/** What the engine says, in no protocol's words, and the port it says it to. */
@NullMarked
package io.github.tapvirtuous.message;

import org.jspecify.annotations.NullMarked;
