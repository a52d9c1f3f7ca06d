/**
 * What a source has written for Airbyte: its messages, and the rules that the platform relies on.
 */
@NullMarked
package io.github.tapvirtuous.testing.airbyte;

import org.jspecify.annotations.NullMarked;
