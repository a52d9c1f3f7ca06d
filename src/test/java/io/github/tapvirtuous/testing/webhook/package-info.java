/** Senders of webhooks, as good and as bad as they come, and what they send. */
package io.github.tapvirtuous.testing.webhook;
