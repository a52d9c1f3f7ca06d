/** What `make dist` packs, installed where there is no Java but the one that its extra brings. */
@NullMarked
package io.github.tapvirtuous.ecosystem.wheel;

import org.jspecify.annotations.NullMarked;
