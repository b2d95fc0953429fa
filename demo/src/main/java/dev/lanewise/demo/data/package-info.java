/// Tables of numbers and the files that they come from. [DataFile][dev.lanewise.demo.data.DataFile] opens CSV and `.npy`
/// alike as [Rows][dev.lanewise.demo.data.Rows], one after the other and as often as wanted;
/// [CsvFile][dev.lanewise.demo.data.CsvFile] reads a whole [CsvTable][dev.lanewise.demo.data.CsvTable]. Both say in one
/// sentence what is wrong and where.
package dev.lanewise.demo.data;
