/** The built tap piped into real programs: targets, a checker, an orchestrator. */
@NullMarked
package io.github.tapvirtuous.ecosystem;

import org.jspecify.annotations.NullMarked;
