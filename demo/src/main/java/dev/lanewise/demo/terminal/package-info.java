/// What lies between a command and the terminal: one run with its exit code, sentences for mistakes, JSON, progress and
/// the options that every command has.
package dev.lanewise.demo.terminal;
