@NullMarked
package io.github.tapvirtuous.api;

import org.jspecify.annotations.NullMarked;
