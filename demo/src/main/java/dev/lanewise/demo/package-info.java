/// The `lanewise` program and its commands.
///
/// `lesson` tells what [demo.lesson][dev.lanewise.demo.lesson] computes, `fit` what [demo.fit][dev.lanewise.demo.fit]
/// and `solve` what [demo.solve][dev.lanewise.demo.solve] makes of a file that [demo.data][dev.lanewise.demo.data] reads,
/// `predict` and `inspect` what [demo.model][dev.lanewise.demo.model] does with a saved network, `speed` what
/// [demo.speed][dev.lanewise.demo.speed] measures beside the limits of [demo.machine][dev.lanewise.demo.machine]. All but
/// `predict` write a [demo.report][dev.lanewise.demo.report] with figures of [demo.plot][dev.lanewise.demo.plot], and meet
/// the user in [demo.terminal][dev.lanewise.demo.terminal].
package dev.lanewise.demo;
