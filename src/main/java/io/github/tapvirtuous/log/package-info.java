@NullMarked
package io.github.tapvirtuous.log;

import org.jspecify.annotations.NullMarked;
