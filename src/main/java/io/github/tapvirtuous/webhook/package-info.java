/** What Virtuous is told to tell of, the file that remembers it, and who takes what it tells. */
@NullMarked
package io.github.tapvirtuous.webhook;

import org.jspecify.annotations.NullMarked;
