/** A validated configuration, and how it is read. */
@NullMarked
package io.github.tapvirtuous.config;

import org.jspecify.annotations.NullMarked;
