/** The program that people run: a stand-in behind the JDK's own server, and its command line. */
@NullMarked
package io.github.tapvirtuous.standin.server;

import org.jspecify.annotations.NullMarked;
