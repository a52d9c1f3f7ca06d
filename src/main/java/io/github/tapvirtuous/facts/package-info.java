/** What is true of an account, as a probe found it: nothing of it is a row's or names anybody. */
@NullMarked
package io.github.tapvirtuous.facts;

import org.jspecify.annotations.NullMarked;
