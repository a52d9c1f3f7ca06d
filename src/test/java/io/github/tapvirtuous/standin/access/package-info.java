/** Who may ask, how often, and who has asked. */
@NullMarked
package io.github.tapvirtuous.standin.access;

import org.jspecify.annotations.NullMarked;
