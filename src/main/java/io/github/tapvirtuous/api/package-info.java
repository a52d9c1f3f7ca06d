/** Every call to Virtuous: authorized, paced by the quota, tried again. */
@NullMarked
package io.github.tapvirtuous.api;

import org.jspecify.annotations.NullMarked;
