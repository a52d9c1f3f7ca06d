/** A few questions to each table, and what the answers show of the account. */
@NullMarked
package io.github.tapvirtuous.sync.probe;

import org.jspecify.annotations.NullMarked;
