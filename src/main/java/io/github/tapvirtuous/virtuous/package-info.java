/** The API of Virtuous: calls with the key, paced by the quota, tried again. */
@NullMarked
package io.github.tapvirtuous.virtuous;

import org.jspecify.annotations.NullMarked;
