/** What came back: an answer, or one of the ways in which a try fails. */
@NullMarked
package io.github.tapvirtuous.reply;

import org.jspecify.annotations.NullMarked;
