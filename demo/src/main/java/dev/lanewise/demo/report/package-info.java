/// Accounts of what was computed: one content, written as plain text and as a page.
///
/// A [Report][dev.lanewise.demo.report.Report] is [Section][dev.lanewise.demo.report.Section]s of
/// [Block][dev.lanewise.demo.report.Block]s. [TextRenderer][dev.lanewise.demo.report.TextRenderer] writes it for a
/// terminal, [HtmlRenderer][dev.lanewise.demo.report.HtmlRenderer] as one self-contained page, and
/// [OutputFolder][dev.lanewise.demo.report.OutputFolder] puts files where they belong, whole or not at all.
package dev.lanewise.demo.report;
