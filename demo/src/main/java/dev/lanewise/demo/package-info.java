/// The `lanewise` program and its commands.
package dev.lanewise.demo;
