/**
 * A simulated Virtuous: turns a request into a reply. Its builder says what it serves, to whom, and
 * what goes wrong.
 */
@NullMarked
package io.github.tapvirtuous.standin;

import org.jspecify.annotations.NullMarked;
