/// Figures as SVG: charts with axes, ticks and legends, and diagrams of neural networks.
///
/// A [Chart][dev.lanewise.demo.plot.Chart] or a [NetworkDiagram][dev.lanewise.demo.plot.NetworkDiagram] says *what* is
/// shown; a [Figure][dev.lanewise.demo.plot.Figure] arranges one or several of them and writes the document. Everything
/// public here is immutable, except the writer [Xml][dev.lanewise.demo.plot.Xml].
package dev.lanewise.demo.plot;
