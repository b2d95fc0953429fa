/// The fit of a network with random hidden layers to somebody's own data: drawn, solved, measured and told.
///
/// [DataFit][dev.lanewise.demo.fit.DataFit] is the fit, by [FitSettings][dev.lanewise.demo.fit.FitSettings];
/// [FitReport][dev.lanewise.demo.fit.FitReport], [FitJson][dev.lanewise.demo.fit.FitJson] and
/// [PredictionsFile][dev.lanewise.demo.fit.PredictionsFile] tell it to a reader, a program and a spreadsheet.
package dev.lanewise.demo.fit;
