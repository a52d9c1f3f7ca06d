/** What a run knows of the ones before. */
@NullMarked
package io.github.tapvirtuous.state;

import org.jspecify.annotations.NullMarked;
