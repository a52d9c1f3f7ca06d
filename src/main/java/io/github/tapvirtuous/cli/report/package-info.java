/** The run report as a file, for programs. */
@NullMarked
package io.github.tapvirtuous.cli.report;

import org.jspecify.annotations.NullMarked;
