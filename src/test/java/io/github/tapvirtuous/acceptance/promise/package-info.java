/** What a spec and a catalog have promised to those who use them, and what breaks a promise. */
@NullMarked
package io.github.tapvirtuous.acceptance.promise;

import org.jspecify.annotations.NullMarked;
