/** What a check found, in the forms in which it is told. */
@NullMarked
package io.github.tapvirtuous.cli.check;

import org.jspecify.annotations.NullMarked;
