/**
 * Histories of changes that events tell of: late, twice, in any order, and between scans and kills.
 */
@NullMarked
package io.github.tapvirtuous.reliability.events;

import org.jspecify.annotations.NullMarked;
