public import Units

/// One stretch of an explanation or of a scheme's document: a title and what stands under it.
///
/// Values come first and words second: text and JSON are both made from this, so that they cannot differ.
public struct Passage: Hashable, Sendable {
  /// What it is, in kebab case: `declaration`, `staircase`.
  public let code: String
  /// Its heading.
  public let title: Wording
  /// What stands under it, in order.
  public let parts: [Part]

  /// A titled stretch.
  init(_ code: String, _ title: Wording, _ parts: [Part]) {
    self.code = code
    self.title = title
    self.parts = parts
  }

  /// What may stand under a title.
  public enum Part: Hashable, Sendable {
    /// A named value.
    case fact(Fact)
    /// A row of the decision table.
    case check(Check)
    /// Values in rows and columns.
    case table(Table)
    /// A sentence.
    case remark(Remark)
    /// A staircase drawn; only in a scheme's document.
    case ladder(Ladder)
  }
}

extension Passage {
  /// Where its values come from; of a table, those of the rows to look at.
  var origins: [Origin] {
    parts.flatMap { part -> [Origin] in
      switch part {
      case .fact(let fact): fact.origins
      case .check(let check): check.finding.origins
      case .remark(let remark): remark.origins
      case .table(let table): table.rows.filter(\.isMarked).flatMap(\.origins)
      case .ladder(let ladder): ladder.rungs.map(\.origin)
      }
    }
  }
}
