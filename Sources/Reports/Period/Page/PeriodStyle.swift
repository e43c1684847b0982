/// How reports look, beyond what all pages share. On paper they stand in two columns, so that short tables and drawings share
/// a sheet.
enum PeriodStyle {
  static let sheet: StaticString = """

    :root { --solid: #0b5cad; --hollow: #dbe9f8; --mark: #8a3b00; --soft: #b9c4cf; }
    @media screen { @media (prefers-color-scheme: dark) {
      :root { --solid: #6cb2ff; --hollow: #1f3b57; --mark: #ffb27d; --soft: #56636f; }
    } }
    .eyebrow { color: var(--quiet); margin: 0; }
    h1 .what, h1 .when { display: inline-block; }
    h1 .when { color: var(--accent); }
    h2 { border-top: 2px solid var(--line); padding-top: 1rem; }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; break-after: avoid; }
    .notice { border: 1px solid var(--warn); border-left-width: 6px; padding: .5rem .75rem; color: var(--warn); font-weight: 600; }
    .summary { background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: 0 1rem .75rem; margin-top: 1rem; }
    .summary h2 { border: 0; padding: 0; margin: .75rem 0 .5rem; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; margin: 0; }
    .tile { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .5rem .75rem; break-inside: avoid; }
    .tile dt { color: var(--quiet); font-size: .875rem; }
    .tile dd { margin: 0; }
    .tile .big { font-size: 1.5rem; font-weight: 700; line-height: 1.3; font-variant-numeric: tabular-nums; }
    .tile .note { font-size: .875rem; line-height: 1.45; }
    .tile.warning { border: 2px solid var(--warn); }
    .tile.warning .big { color: var(--warn); }
    .sentences { margin: .75rem 0 0; padding-left: 1.2rem; }
    .sentences li { margin: .25rem 0; }
    .figure { font-weight: 600; font-variant-numeric: tabular-nums; }
    table { margin: .75rem 0 1rem; }
    caption { text-align: left; font-weight: 600; padding: .25rem .5rem; }
    thead th { color: var(--quiet); font-size: .875rem; font-weight: 600; border-bottom: 2px solid var(--line); vertical-align: bottom; overflow-wrap: break-word; }
    thead td { border-bottom: 2px solid var(--line); }
    tbody th { font-weight: 400; }
    thead .number { white-space: normal; }
    .whole th, .whole .now { font-weight: 700; }
    .whole th, .whole td { border-top: 2px solid var(--line); }
    .cell { display: inline-block; }
    .then { display: block; white-space: normal; color: var(--quiet); font-size: .8125rem; line-height: 1.4; }
    figure { margin: .75rem 0; max-width: 30rem; break-inside: avoid; }
    figcaption { font-weight: 600; margin-bottom: .25rem; }
    .chart { display: block; width: 100%; height: auto; }
    .chart text { font-size: 12px; fill: var(--ink); font-variant-numeric: tabular-nums; }
    .grid-line, line.grid { stroke: var(--line); stroke-width: .6; }
    line.axis { stroke: var(--quiet); stroke-width: 1; }
    rect.promised { fill: var(--hollow); stroke: var(--solid); stroke-width: 1; }
    rect.paid, rect.step { fill: var(--solid); }
    .fund { fill: none; stroke: var(--ink); stroke-width: 2; }
    .fund.ahead { stroke-dasharray: 1 3; }
    .forecast { fill: none; stroke: var(--mark); stroke-width: 2; stroke-dasharray: 6 3; }
    .forecast-end { fill: var(--mark); }
    .curve { fill: none; stroke: var(--ink); stroke-width: 1.6; }
    .warning-line, line.warning { stroke: var(--mark); stroke-width: 1.4; stroke-dasharray: 4 3; }
    circle.account { fill: var(--solid); fill-opacity: .45; stroke: var(--solid); stroke-width: .6; }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: 0; margin: .25rem 0 0; font-size: .8125rem; }
    .legend li { display: flex; align-items: center; gap: .4rem; }
    .sample { width: 28px; height: 12px; flex: none; }
    .facts { margin: .5rem 0; }
    .facts div { display: flex; flex-wrap: wrap; gap: 0 .75rem; border-bottom: 1px solid var(--line); padding: .2rem 0; }
    .facts dt { color: var(--quiet); min-width: 7rem; }
    .facts dd { margin: 0; flex: 1 1 16rem; }
    footer { margin-top: 2rem; font-size: .9375rem; }
    @media screen { @media (min-width: 62rem) {
      body { max-width: 72rem; }
      tbody th { min-width: 7rem; }
      .pair { display: grid; grid-template-columns: 28rem 1fr; gap: 2rem; align-items: start; }
      .pair figure { position: sticky; top: 1rem; }
      .charts, .side { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; align-items: start; }
    } }
    @media screen { @media (max-width: 40rem) {
      table, tbody, tr, caption { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      thead, thead tr, thead th { display: block; }
      thead th { width: 12rem; padding: 0; }
      tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
      tbody th, tbody td { display: block; border: 0; padding: .1rem .5rem; }
      tbody th { font-weight: 600; }
      tbody td { display: flex; justify-content: space-between; gap: 1rem; }
      tbody td::before { content: attr(data-label); color: var(--quiet); text-align: left; white-space: normal; }
      .then { white-space: normal; }
      .list tbody tr { display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; }
      .list tbody td { justify-content: flex-end; }
      .list tbody td:nth-of-type(1)::before { display: none; }
      .list tbody td:nth-of-type(n + 2) { color: var(--quiet); font-size: .8125rem; gap: .4rem; }
      .list tbody td:nth-of-type(2) { justify-content: flex-start; }
      .list tbody .now { font-weight: 600; }
      .whole th, .whole td { border-top: 0; }
      tr.whole { border-top: 2px solid var(--line); }
      .single tbody tr { display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; }
      .single tbody td::before { display: none; }
    } }
    @page {
      margin: 15mm 14mm;
      @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
    }
    @media print {
      body { font-size: 9pt; line-height: 1.4; }
      h1 { font-size: 16pt; }
      h2 { font-size: 11pt; margin: .8rem 0 .3rem; padding-top: .4rem; }
      h3 { font-size: 9.5pt; margin: .6rem 0 .2rem; }
      p { margin: .25rem 0; }
      body { columns: 2; column-gap: 8mm; }
      body > header { column-span: all; }
      .summary { column-span: all; break-inside: avoid; margin: .5rem 0 .6rem; padding-bottom: .5rem; }
      .summary h2 { margin: .4rem 0 .3rem; }
      .tiles { grid-template-columns: repeat(4, 1fr); gap: .4rem; }
      .tile { padding: .3rem .5rem; }
      .tile dt, .tile .note { font-size: 8pt; line-height: 1.3; }
      .tile .big { font-size: 13pt; }
      .sentences { margin-top: .4rem; }
      .sentences li { margin: .1rem 0; }
      figure { margin: .3rem 0; max-width: none; }
      figcaption, caption { padding: .1rem 0; }
      caption { break-after: avoid; }
      .legend { font-size: 8pt; gap: .1rem .6rem; }
      table { font-size: 8pt; line-height: 1.3; margin: .25rem 0 .5rem; }
      thead { display: table-header-group; }
      thead th { font-size: 7.5pt; }
      thead th, thead td { border-bottom-width: 1px; }
      th, td { padding: .1rem .25rem; }
      th:first-child { padding-left: 0; }
      td:last-child, th:last-child { padding-right: 0; }
      tbody th { min-width: 4.3em; }
      :lang(en) tbody th { min-width: 6.4em; }
      tr.whole, tbody tr:first-child { break-before: avoid; }
      .then { font-size: 7pt; line-height: 1.2; }
      .single .cell { display: flex; flex-direction: row-reverse; gap: .8em; align-items: baseline; }
      .quiet { font-size: 8pt; }
      h2 + .quiet:has(+ .panel) { break-after: avoid; }
      h2, h3, p, table.short, .facts div { break-inside: avoid; }
      .facts dt { min-width: 5rem; }
      footer { font-size: 8.5pt; margin-top: 1rem; }
      .panel figure { max-width: 76mm; }
    }

    """
}
