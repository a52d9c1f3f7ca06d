/** Events on disk, until a sync has brought them on: the only place that knows of databases. */
@NullMarked
package io.github.tapvirtuous.inbox;

import org.jspecify.annotations.NullMarked;
