/** The log: to standard error, in the forms that Singer and Meltano parse, without secrets. */
@NullMarked
package io.github.tapvirtuous.log;

import org.jspecify.annotations.NullMarked;
