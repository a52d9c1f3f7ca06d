@NullMarked
package io.github.tapvirtuous.message;

import org.jspecify.annotations.NullMarked;
