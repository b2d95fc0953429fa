package dev.lanewise.demo.report;

/// How a page looks. Figures are always on white, because their colours are chosen for it; drawings bring their own ground.
final class Stylesheet {
    private Stylesheet() {}

    static final String CSS = """
            :root { color-scheme: light dark; --paper: #fff; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0;
              --tint: #f4f6f8; --link: #005a9c; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #14171c; --ink: #e6e9ed; --soft: #9aa4af; --line: #39414b; --tint: #1f242b; --link: #6cb6ff; }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
            main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; }
            h1, h2, p, ul, ol, figcaption, caption { max-width: 70ch; }
            h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
            h2 { font-size: 1.4rem; line-height: 1.3; margin: 3.5rem 0 1rem; padding-top: 1rem;
              border-top: 1px solid var(--line); }
            p, ul, ol { margin: 0 0 1rem; }
            li { margin: 0.25rem 0; }
            a { color: var(--link); text-underline-offset: 0.15em; }
            .lead { font-size: 1.2rem; color: var(--soft); }
            nav { margin: 2rem 0; }
            nav ol { padding-left: 1.6rem; }
            code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
              font-size: 0.92em; background: var(--tint); border-radius: 4px; }
            code { padding: 0.1em 0.3em; overflow-wrap: anywhere; }
            pre { padding: 0.9rem 1.1rem; margin: 0 0 1.25rem; overflow-x: auto; line-height: 1.5; }
            .scroll { overflow-x: auto; }
            figure { margin: 1.75rem 0 2.25rem; }
            figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
            figure .scroll { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 0.25rem; }
            figure .drawn { background: none; padding: 0; }
            figure .drawn svg { max-width: none; }
            figcaption, caption { color: var(--soft); font-size: 0.95rem; text-align: left; }
            figcaption { margin-top: 0.6rem; }
            table { border-collapse: collapse; margin: 0 0 0.25rem; font-variant-numeric: tabular-nums; }
            .table { margin: 0 0 1.5rem; }
            caption { padding-bottom: 0.4rem; }
            th, td { padding: 0.3rem 1.1rem 0.3rem 0; text-align: left; white-space: nowrap;
              border-bottom: 1px solid var(--line); }
            th { font-weight: 600; border-bottom-width: 2px; }
            .number { text-align: right; }
            .narrow { display: none; }
            @media screen and (max-width: 40rem) {
              main { padding: 1.5rem 1rem 3rem; }
              h1 { font-size: 1.6rem; overflow-wrap: anywhere; }
              .roomy { display: none; }
              .narrow { display: block; }
              table { font-size: 0.875rem; }
              th, td { padding-right: 0.7rem; }
              th, td.text { white-space: normal; }
              td.text { overflow-wrap: anywhere; }
              .cards, .cards tbody, .cards tr, .cards caption { display: block; }
              .cards thead { display: none; }
              .cards tr { padding: 0.5rem 0; border-bottom: 2px solid var(--line); }
              .cards td { display: flex; border: 0; padding: 0.1rem 0; text-align: left; }
              .cards td:empty { display: none; }
              .cards td.text:first-child { font-weight: 600; }
              .cards td::before { content: attr(data-name); color: var(--soft); font-weight: 400; flex: 0 0 9.5rem;
                padding-right: 0.5rem; white-space: normal; }
            }
            @media print {
              :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --tint: #f4f4f4; --link: #000; }
              body { font-size: 10.5pt; }
              main { max-width: none; padding: 0; }
              .scroll { overflow: visible; }
              .picture { min-width: 0 !important; }
              figure .drawn svg { max-width: 100%; }
              h2 { break-after: avoid; }
              figure, table, pre { break-inside: avoid; }
            }
            """;
}
