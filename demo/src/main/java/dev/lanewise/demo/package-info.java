/// The `lanewise` program: its commands, and what all of them share.
package dev.lanewise.demo;
