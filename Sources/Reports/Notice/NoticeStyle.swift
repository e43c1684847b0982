/// How a notice looks: large on the wall, a card a case on a telephone.
enum NoticeStyle {
  static let sheet: StaticString = """

    body { max-width: 72rem; }
    header { text-align: center; border-bottom: 3px solid var(--ink); margin-bottom: 1rem; padding-bottom: .75rem; }
    header p { margin: .1rem 0; }
    .office { letter-spacing: .1em; }
    h1 { font-size: 2rem; letter-spacing: .1em; }
    :lang(en) h1 { letter-spacing: 0; }
    .place { font-size: 1.15rem; }
    caption { text-align: left; color: var(--quiet); padding: 0 0 .25rem; }
    thead th { border-bottom: 2px solid var(--ink); line-height: 1.3; overflow-wrap: normal; vertical-align: bottom; }
    tr > :last-child { padding-left: 1.25rem; }
    .id, time { white-space: nowrap; }
    td { overflow-wrap: normal; }
    td.long { overflow-wrap: anywhere; min-width: 4.5em; }
    .objection { border-left: .4rem solid var(--accent); background: var(--tint); padding: .5rem 1rem; margin: 1rem 0; }
    .objection p { margin: .15rem 0; }
    footer { border-top: 3px solid var(--ink); margin-top: 2rem; padding-top: .5rem; }
    footer h2 { margin-top: .5rem; }
    .head { font-size: 1.7rem; font-weight: 700; line-height: 1.5; margin: .25rem 0; }
    .head .size { margin-right: .75em; }
    .head span { display: inline-block; }
    .seal { text-align: right; margin: 2rem 4rem 2rem 0; }
    @media screen and (max-width: 48rem) {
      h1 { font-size: 1.6rem; letter-spacing: 0; }
      table, tbody, tr, caption { display: block; }
      thead { display: none; }
      tr { border: 1px solid var(--line); border-radius: .25rem; padding: .25rem .75rem; margin: .75rem 0; }
      tr > :last-child { padding-left: 0; }
      tbody th, td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .2rem 0; text-align: right; }
      tbody th { font-size: 1.1rem; border-bottom: 1px solid var(--line); }
      tbody th::before, td::before { content: attr(data-label); font-weight: 400; text-align: left; color: var(--quiet); white-space: normal; }
      .seal { margin-right: 0; }
    }
    @page {
      size: A4; margin: 15mm 14mm;
      @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; }
    }
    @media print {
      body { font-size: 10.5pt; max-width: none; }
      h1 { font-size: 22pt; }
      .place { font-size: 13pt; }
      th, td { padding: 3pt 4pt; }
      table { font-size: 9.5pt; }
      thead { display: table-header-group; }
      .objection, footer { break-inside: avoid; }
      .head { font-size: 19pt; }
    }

    """
}
