/**
 * Real targets: how each is installed and started, how its tables are read back, what it does in
 * its own way.
 */
@NullMarked
package io.github.tapvirtuous.ecosystem.target;

import org.jspecify.annotations.NullMarked;
