/// The choice between plain loops and vectors: [Backend][dev.lanewise.internal.backend.Backend] makes it once, at the
/// first call, and lets the vectors take over when the work pays for compiling them.
package dev.lanewise.internal.backend;
