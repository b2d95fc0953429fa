/// What this machine is, and what it can do at most.
///
/// A [Machine][dev.lanewise.demo.machine.Machine] has a name, and a [Level][dev.lanewise.demo.machine.Level] of memory
/// its size. [Probes][dev.lanewise.demo.machine.Probes] try out how many multiply-adds and how many bytes there are in a
/// second, a [Lap][dev.lanewise.demo.machine.Lap] holds the clock, and [Limits][dev.lanewise.demo.machine.Limits] are
/// what came of it. This is the one package of the program that uses the Vector API: a limit has to be measured with
/// the same instructions as what is held against it.
package dev.lanewise.demo.machine;
