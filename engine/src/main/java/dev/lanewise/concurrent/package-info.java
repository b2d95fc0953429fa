/// Threads that a caller lends to a call: [Workers][dev.lanewise.concurrent.Workers]. Lanewise starts none itself.
package dev.lanewise.concurrent;
