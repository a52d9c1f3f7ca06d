/** What a request asks of a table, and what it may ask. */
@NullMarked
package io.github.tapvirtuous.standin.query;

import org.jspecify.annotations.NullMarked;
