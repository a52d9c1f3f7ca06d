@NullMarked
package io.github.tapvirtuous.report;

import org.jspecify.annotations.NullMarked;
