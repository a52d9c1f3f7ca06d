/** Airbyte's messages one by one: what each looks like, and what it says. */
@NullMarked
package io.github.tapvirtuous.airbyte.line;

import org.jspecify.annotations.NullMarked;
