/// Saved networks in use: [BatchPredictor][dev.lanewise.demo.model.BatchPredictor] takes the rows of a file to a
/// [PredictionListing][dev.lanewise.demo.model.PredictionListing], and
/// [Inspection][dev.lanewise.demo.model.Inspection] looks into a file of arrays, whoever wrote it.
package dev.lanewise.demo.model;
