/// How fast the engine is on this machine, beside what the machine could do.
///
/// A [SpeedTrial][dev.lanewise.demo.speed.SpeedTrial] times every [Kernel][dev.lanewise.demo.speed.Kernel] against a plain
/// loop and against the limit of [demo.machine][dev.lanewise.demo.machine] that binds it; the
/// [Measurements][dev.lanewise.demo.speed.Measurements] are told by a [SpeedReport][dev.lanewise.demo.speed.SpeedReport]
/// with a roofline, and by [SpeedJson][dev.lanewise.demo.speed.SpeedJson].
package dev.lanewise.demo.speed;
