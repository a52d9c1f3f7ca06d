/** A simulated Virtuous: one core that turns a request into a reply, and two servers around it. */
@NullMarked
package io.github.tapvirtuous.standin;

import org.jspecify.annotations.NullMarked;
