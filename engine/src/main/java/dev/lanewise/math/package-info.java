/// Elementary functions over ranges of doubles, accurate to the ulps that they state.
package dev.lanewise.math;
