/** The verbs that Airbyte's platform speaks to a source. */
@NullMarked
package io.github.tapvirtuous.cli.airbyte;

import org.jspecify.annotations.NullMarked;
