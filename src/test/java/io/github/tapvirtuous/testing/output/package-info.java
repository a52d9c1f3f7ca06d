/** What a tap has written: its messages, and the rules that targets rely on. */
package io.github.tapvirtuous.testing.output;
