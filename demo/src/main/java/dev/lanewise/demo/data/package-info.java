/// Tables of numbers and the CSV files that they come from: [CsvFile][dev.lanewise.demo.data.CsvFile] reads a
/// [CsvTable][dev.lanewise.demo.data.CsvTable], or says in one sentence why it cannot.
package dev.lanewise.demo.data;
