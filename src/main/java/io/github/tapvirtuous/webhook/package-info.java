/** What Virtuous is told to tell of: webhooks, and the file that remembers one. */
@NullMarked
package io.github.tapvirtuous.webhook;

import org.jspecify.annotations.NullMarked;
