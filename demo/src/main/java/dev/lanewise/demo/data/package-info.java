/// Tables of numbers and the CSV files that they come from: [CsvFile][dev.lanewise.demo.data.CsvFile] reads a
/// [CsvTable][dev.lanewise.demo.data.CsvTable], or says in one sentence why it cannot;
/// [CsvRows][dev.lanewise.demo.data.CsvRows] reads it row by row.
package dev.lanewise.demo.data;
