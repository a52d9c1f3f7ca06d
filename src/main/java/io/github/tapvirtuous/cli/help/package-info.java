/** What people are told of the command line itself. */
@NullMarked
package io.github.tapvirtuous.cli.help;

import org.jspecify.annotations.NullMarked;
