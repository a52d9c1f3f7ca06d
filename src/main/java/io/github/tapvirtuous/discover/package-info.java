/** What there is to read: tables, their schemas, what was selected, whether the key is good. */
@NullMarked
package io.github.tapvirtuous.discover;

import org.jspecify.annotations.NullMarked;
