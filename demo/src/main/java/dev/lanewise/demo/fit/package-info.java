/// The fit of a network with random hidden layers to somebody's own data: drawn, solved, measured and told.
package dev.lanewise.demo.fit;
