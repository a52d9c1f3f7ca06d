/** Where settings come from: files and the environment. */
@NullMarked
package io.github.tapvirtuous.source;

import org.jspecify.annotations.NullMarked;
