package dev.lanewise.demo.speed;

import java.util.function.Supplier;

/// A kernel that takes part, and what to time for it.
///
/// @param kernel what is computed
/// @param code which code that runs, which is warmed up when it is met for the first time; its name, as a rule
/// @param parts how many kernels of the engine that code consists of, each of which has to be warmed up
/// @param contest makes the arrays, which are large, when its turn comes
record Entry(Kernel kernel, String code, int parts, Supplier<Contest> contest) {
    Entry(Kernel kernel, Supplier<Contest> contest) {
        this(kernel, kernel.name(), 1, contest);
    }
}
