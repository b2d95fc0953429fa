/// Ordinary regression on somebody's own data: solved by the engine's least squares, tested and told.
///
/// [Regression][dev.lanewise.demo.solve.Regression] is what came of it, by
/// [SolveSettings][dev.lanewise.demo.solve.SolveSettings] from
/// [RegressionData][dev.lanewise.demo.solve.RegressionData];
/// [SolveReport][dev.lanewise.demo.solve.SolveReport] and [SolveJson][dev.lanewise.demo.solve.SolveJson] tell it to a
/// reader and a program.
package dev.lanewise.demo.solve;
