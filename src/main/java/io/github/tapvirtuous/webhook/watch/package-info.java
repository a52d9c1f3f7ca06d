/** What is known of a receiver: what it counted and refused, and how its inbox is. */
@NullMarked
package io.github.tapvirtuous.webhook.watch;

import org.jspecify.annotations.NullMarked;
