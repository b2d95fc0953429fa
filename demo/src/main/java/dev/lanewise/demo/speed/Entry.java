package dev.lanewise.demo.speed;

import java.util.function.Supplier;

/// A kernel that takes part, and what to time for it.
///
/// @param kernel what is computed
/// @param contest makes the arrays, which are large, when its turn comes
record Entry(Kernel kernel, Supplier<Contest> contest) {}
