/** Rules of Singer that no other test holds, where a user meets them. */
@NullMarked
package io.github.tapvirtuous.rules;

import org.jspecify.annotations.NullMarked;
