/** Requests and replies, the recorded ones among them, and how a reply travels. */
@NullMarked
package io.github.tapvirtuous.standin.http;

import org.jspecify.annotations.NullMarked;
