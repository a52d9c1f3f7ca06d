/** What happened, counted, for people and for tools. */
@NullMarked
package io.github.tapvirtuous.report;

import org.jspecify.annotations.NullMarked;
