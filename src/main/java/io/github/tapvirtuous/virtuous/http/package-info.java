/** One exchange with the server: transport, gzip, and what came back. */
@NullMarked
package io.github.tapvirtuous.virtuous.http;

import org.jspecify.annotations.NullMarked;
