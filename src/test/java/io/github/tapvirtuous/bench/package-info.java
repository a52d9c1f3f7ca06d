/** Measures the built tap against a stand-in in a process of its own: {@code make bench}. */
@NullMarked
package io.github.tapvirtuous.bench;

import org.jspecify.annotations.NullMarked;
