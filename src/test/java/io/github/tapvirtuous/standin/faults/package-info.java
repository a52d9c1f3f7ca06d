/** What goes wrong with a request, and when. */
@NullMarked
package io.github.tapvirtuous.standin.faults;

import org.jspecify.annotations.NullMarked;
