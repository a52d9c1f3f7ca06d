/**
 * The way to the server: whether there is one, which proxies stand in between, and whom Java
 * trusts.
 */
@NullMarked
package io.github.tapvirtuous.virtuous.route;

import org.jspecify.annotations.NullMarked;
