@NullMarked
package io.github.tapvirtuous.singer;

import org.jspecify.annotations.NullMarked;
