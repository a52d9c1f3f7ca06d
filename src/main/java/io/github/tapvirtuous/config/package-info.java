@NullMarked
package io.github.tapvirtuous.config;

import org.jspecify.annotations.NullMarked;
