/** The organization's hourly quota, and the wait when it is used up. */
@NullMarked
package io.github.tapvirtuous.virtuous.quota;

import org.jspecify.annotations.NullMarked;
