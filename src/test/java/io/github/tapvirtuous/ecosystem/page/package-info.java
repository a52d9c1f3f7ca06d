/** The page for people: what each target makes of each type, found out by trying. */
@NullMarked
package io.github.tapvirtuous.ecosystem.page;

import org.jspecify.annotations.NullMarked;
