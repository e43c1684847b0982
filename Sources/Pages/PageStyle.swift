/// How pages look: what all of them share. Colours are named once, for light, dark and paper.
enum PageStyle {
  static let common: StaticString = """

    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --tint: #f3f6f9; --accent: #0b5cad; --warn: #a4400b;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14181d; --ink: #e8ecf0; --quiet: #9aa7b4; --line: #38424d; --tint: #1d242b; --accent: #6cb2ff; --warn: #ffa46b;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
      overflow-wrap: anywhere;
    }
    h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .5rem; }
    h2 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; }
    p { margin: .5rem 0; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
    .number { text-align: right; white-space: nowrap; }
    .quiet { color: var(--quiet); }
    .code { font-family: "Noto Sans Mono CJK SC", ui-monospace, "DejaVu Sans Mono", monospace; }
    @page { size: A4; margin: 18mm 16mm; }
    @media print {
      body { padding: 0; max-width: none; font-size: 10.5pt; }
      h2 { break-after: avoid; }
      tr, figure { break-inside: avoid; }
    }

    """
}
