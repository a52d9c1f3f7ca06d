/** What {@code docs/reliability.md} promises, put to the test. */
@NullMarked
package io.github.tapvirtuous.reliability;

import org.jspecify.annotations.NullMarked;
