/** Reading a whole table by pages while it moves: decides, and neither asks nor waits. */
@NullMarked
package io.github.tapvirtuous.sync.scan;

import org.jspecify.annotations.NullMarked;
