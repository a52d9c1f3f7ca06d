/** The server that Virtuous sends events to: what it answers, and how much it bears. */
@NullMarked
package io.github.tapvirtuous.webhook.receiver;

import org.jspecify.annotations.NullMarked;
