/** What tests of several packages share: runs of the tap, in process or as a process, and files. */
package io.github.tapvirtuous.testing;
