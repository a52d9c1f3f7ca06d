/** The pages for people of what each table holds: its columns, and what they refer to. */
@NullMarked
package io.github.tapvirtuous.table.page;

import org.jspecify.annotations.NullMarked;
