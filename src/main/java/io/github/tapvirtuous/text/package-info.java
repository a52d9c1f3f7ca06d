/** What a value's text says, digit by digit: numbers, truth values and times. */
@NullMarked
package io.github.tapvirtuous.text;

import org.jspecify.annotations.NullMarked;
