@NullMarked
package io.github.tapvirtuous.error;

import org.jspecify.annotations.NullMarked;
