/**
 * One exchange with the server: what is sent, what comes back, and in how many ways it can fail.
 */
@NullMarked
package io.github.tapvirtuous.http;

import org.jspecify.annotations.NullMarked;
