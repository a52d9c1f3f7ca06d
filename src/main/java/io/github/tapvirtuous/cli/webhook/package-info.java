/** The commands for webhooks, one class a verb. */
@NullMarked
package io.github.tapvirtuous.cli.webhook;

import org.jspecify.annotations.NullMarked;
