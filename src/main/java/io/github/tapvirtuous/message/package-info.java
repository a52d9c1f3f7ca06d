/** What the engine says, in no protocol's words. */
@NullMarked
package io.github.tapvirtuous.message;

import org.jspecify.annotations.NullMarked;
