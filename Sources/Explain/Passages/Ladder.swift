import Rules
public import Units

/// A staircase drawn: a rung for each band, with its edges as worded, its rate, and what it pays from end to
/// end.
public struct Ladder: Hashable, Sendable {
  /// A band.
  public struct Rung: Hashable, Sendable {
    /// Where it lies, as the edges are worded.
    public let range: Wording
    /// The share that is paid.
    public let rate: Rate
    /// What is paid on the first cost in the band.
    public let least: Yuan
    /// What is paid on the last; `nil` where it has no end.
    public let most: Yuan?
    /// Where its figures come from.
    public let origin: Origin
  }

  /// From the lowest band upwards.
  public let rungs: [Rung]

  /// What it runs over.
  public let runsOver: Wording

  /// Draws a staircase.
  init(_ staircase: Staircase, pays: Benefit.Pays, in scheme: Scheme) {
    runsOver =
      switch pays {
      case .excess: Wording(zh: "计赔余额（元）", en: "remaining cost, yuan")
      case .whole: Wording(zh: "累计额（元）", en: "accumulator, yuan")
      }
    rungs = staircase.bands.map { band in
      let last = band.upper.map { band.includesUpper ? $0 : Yuan(fen: $0.fen - 1) }
      return Rung(
        range: band.range, rate: band.rate, least: staircase.benefit(on: max(band.first, Yuan(fen: 1))),
        most: last.map(staircase.benefit(on:)), origin: scheme.origin(band.provenance))
    }
  }

  /// The drawing; 100 % is a bar of 20 columns.
  ///
  /// - Parameter mark: gives the marker of an origin.
  func lines(in language: Language, indent: Int, mark: ([Origin]) -> String) -> [String] {
    let heads = [
      runsOver[language],
      Wording(zh: "比例", en: "rate")[language], "",
      Wording(zh: "赔付（元，封顶前）", en: "paid before any cap, yuan")[language],
    ]
    let leastWidth = rungs.map { $0.least.grouped.count }.max() ?? 0
    let rows = rungs.map { rung in
      let least = TextWidth.pad(rung.least.grouped, to: leastWidth, right: true)
      let most = rung.most.map { " – \($0.grouped)" } ?? Wording(zh: " 起", en: " and up")[language]
      return [rung.range[language], rung.rate.description, Ladder.bar(rung.rate), least + most]
    }
    let widths = heads.indices.map { column in
      ([heads] + rows).map { TextWidth.columns($0[column]) }.max() ?? 0
    }
    let margin = String(repeating: " ", count: indent)
    func rule(_ left: String, _ middle: String, _ right: String) -> String {
      margin + left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { TextWidth.pad(cells[$0], to: widths[$0], right: $0 == 1) }
      return margin + "│ " + padded.joined(separator: " │ ") + " │"
    }
    var lines = [rule("┌", "┬", "┐"), line(heads), rule("├", "┼", "┤")]
    for (rung, row) in zip(rungs, rows) { lines.append(line(row) + " " + mark([rung.origin])) }
    return lines + [rule("└", "┴", "┘")]
  }

  private static func bar(_ rate: Rate) -> String {
    String(repeating: "█", count: Int(min(rate.millionths, 1_000_000) + 25_000) / 50_000)
  }
}
