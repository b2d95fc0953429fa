/// The choice between plain loops and vectors: [Backend][dev.lanewise.internal.backend.Backend] makes it once, at the
/// first call, and lets vectors take over once trials show that they are compiled.
package dev.lanewise.internal.backend;
