/** What Virtuous tells of changes: events, and how they are read from what it sends. */
@NullMarked
package io.github.tapvirtuous.event;

import org.jspecify.annotations.NullMarked;
