/** The stand-in of the tests: behind one WireMock server that all of them share. */
@NullMarked
package io.github.tapvirtuous.standin.wiremock;

import org.jspecify.annotations.NullMarked;
