/// How a letter looks. On paper it must stay within one sheet, so its sizes there are in points.
enum LetterStyle {
  /// The class of a letter that has so much to say: the more, the smaller its type on paper.
  static func fullness(weight: Int) -> String {
    weight > 18 ? "sheet full" : weight > 13 ? "sheet fuller" : weight > 9 ? "sheet filled" : "sheet"
  }

  static let sheet: StaticString = """

    body { max-width: 50rem; }
    header { border-bottom: 2px solid var(--ink); margin-bottom: 1rem; padding-bottom: .5rem; }
    .office { color: var(--quiet); margin: 0; letter-spacing: .05em; }
    .addressee { font-size: 1.1rem; }
    h2 { font-size: 1rem; margin: 1.1rem 0 .25rem; }
    .decision { border: 1px solid var(--line); border-left: .4rem solid var(--accent); background: var(--tint); padding: .75rem 1rem; border-radius: .25rem; }
    .decision h2 { margin: 0; color: var(--quiet); }
    .sum { font-size: 1.3rem; font-weight: 700; line-height: 1.3; margin: .1rem 0; }
    .figure { font-size: 2rem; font-variant-numeric: tabular-nums; }
    .capitals { margin: 0 0 .4rem; }
    dl { margin: 0; }
    dl div { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--line); padding: .2rem 0; }
    dt { color: var(--quiet); }
    dd { margin: 0; text-align: right; }
    caption { text-align: left; font-weight: 700; padding: 0 0 .25rem; }
    .calculation { margin-top: 1.1rem; }
    .calculation th { font-weight: 400; padding: .2rem .5rem .2rem 0; }
    .calculation td { padding: .2rem 0; }
    .calculation small { display: block; color: var(--quiet); line-height: 1.3; }
    .calculation .slice th { padding-left: 1rem; }
    .calculation .total th, .calculation .total td { font-weight: 700; border-bottom: 2px solid var(--ink); }
    ul { margin: .25rem 0; padding-left: 1.3rem; }
    .bills { columns: 20rem; column-gap: 2rem; }
    .source { color: var(--quiet); font-size: .9rem; margin: .2rem 0; }
    footer { border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: .5rem; }
    .head-code p { margin: .1rem 0; }
    .head-code .code { font-weight: 700; }
    .signatures { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-top: 1rem; }
    .signatures p { flex: 1 1 10rem; margin: 0; }
    .signatures .rule { display: block; border-bottom: 1px solid var(--ink); height: 2.6rem; }
    @media screen and (min-width: 48rem) {
      .columns { display: grid; grid-template-columns: 2fr 3fr; gap: 0 2rem; align-items: start; }
    }
    @page { size: A4; margin: 14mm 16mm 12mm; }
    @media print {
      body { line-height: 1.45; max-width: none; }
      .sheet { font-size: 11pt; }
      .filled { font-size: 10.5pt; }
      .fuller { font-size: 9.5pt; line-height: 1.4; }
      .full { font-size: 8pt; line-height: 1.35; }
      h1 { font-size: 1.75em; text-align: center; margin-bottom: .3em; }
      h2 { font-size: 1.05em; margin: .8em 0 .2em; }
      p { margin: 2pt 0; }
      header { margin-bottom: 6pt; padding-bottom: 3pt; }
      .office, .numbers { text-align: center; }
      .addressee { font-size: 1.15em; }
      .decision { padding: 5pt 9pt; }
      .sum { font-size: 1.3em; }
      .figure { font-size: 1.6em; }
      .columns { display: grid; grid-template-columns: 2fr 3fr; gap: 0 18pt; align-items: start; }
      .calculation { margin-top: .8em; }
      .calculation th, .calculation td, dl div { padding-top: 1pt; padding-bottom: 1pt; }
      .calculation small { display: inline; margin-left: .5em; font-size: .85em; }
      .source { font-size: .85em; margin: 1pt 0; }
      footer { margin-top: 8pt; padding-top: 3pt; break-inside: avoid; }
      .signatures { flex-wrap: nowrap; margin-top: 6pt; }
      .signatures .rule { height: 28pt; }
    }

    """
}
