/// What the library is and what it runs on; start with [dev.lanewise.Lanewise].
package dev.lanewise;
