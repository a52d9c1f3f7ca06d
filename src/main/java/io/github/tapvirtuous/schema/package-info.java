@NullMarked
package io.github.tapvirtuous.schema;

import org.jspecify.annotations.NullMarked;
