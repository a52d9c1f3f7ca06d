/** The databases in which an inbox can live, and its tables there. */
@NullMarked
package io.github.tapvirtuous.inbox.database;

import org.jspecify.annotations.NullMarked;
