/** Programs as processes: how they are started, how they run, and what they leave behind. */
package io.github.tapvirtuous.testing.process;
