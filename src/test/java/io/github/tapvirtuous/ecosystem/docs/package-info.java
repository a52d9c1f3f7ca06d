/** What the docs tell people to do with other programs, done with those programs. */
package io.github.tapvirtuous.ecosystem.docs;
