/** What the stand-in tells of its changes to whoever has subscribed, and how badly it does so. */
@NullMarked
package io.github.tapvirtuous.standin.webhook;

import org.jspecify.annotations.NullMarked;
