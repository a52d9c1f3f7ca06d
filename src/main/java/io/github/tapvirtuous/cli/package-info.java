/** The command line: reads arguments, puts the parts together, tells errors. */
@NullMarked
package io.github.tapvirtuous.cli;

import org.jspecify.annotations.NullMarked;
