@NullMarked
package io.github.tapvirtuous.state;

import org.jspecify.annotations.NullMarked;
