/// Tables of numbers and the CSV files that they come from.
package dev.lanewise.demo.data;
