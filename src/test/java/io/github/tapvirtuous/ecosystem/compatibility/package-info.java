/** With what the tap is tried, and what of it: the page for people, made from the tests. */
@NullMarked
package io.github.tapvirtuous.ecosystem.compatibility;

import org.jspecify.annotations.NullMarked;
