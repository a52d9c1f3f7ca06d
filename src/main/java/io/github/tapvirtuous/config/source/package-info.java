/** Which settings there are, and where they come from: files and the environment. */
@NullMarked
package io.github.tapvirtuous.config.source;

import org.jspecify.annotations.NullMarked;
