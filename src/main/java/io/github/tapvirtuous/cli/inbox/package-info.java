/** What waits in an inbox, in the forms in which it is told. */
@NullMarked
package io.github.tapvirtuous.cli.inbox;

import org.jspecify.annotations.NullMarked;
