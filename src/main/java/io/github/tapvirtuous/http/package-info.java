/** One exchange with the server: timeouts, size, gzip, proxies. */
@NullMarked
package io.github.tapvirtuous.http;

import org.jspecify.annotations.NullMarked;
