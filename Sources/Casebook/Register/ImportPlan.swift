package import Files
import Journal
import Units

/// What taking in a file would record, before any of it is.
package struct ImportPlan: Sendable {
  /// A stated fact that is known otherwise.
  package struct Difference: Hashable, Sendable {
    /// The household's id, or the person's.
    package let id: String
    package let field: String
    /// In words; numbers that belong to a person are masked.
    package let was: String
    package let now: String
  }

  /// A row, and what it says beyond what is known.
  struct Item: Sendable {
    let id: String
    let household: String
    let values: RegisterValues
    /// The entry that it says otherwise than, if it does.
    let revises: Int?
  }

  package let kind: ImportKind
  package let digest: String
  /// All rows of the file, with those that are rejected.
  package let rows: Int
  package internal(set) var faults: [Reject]
  package internal(set) var differences: [Difference] = []
  /// The persons whom it has in another household than they were known in.
  var moves: [(person: String, name: String?, from: String, to: String)] = []
  var items: [Item] = []
  package internal(set) var new = 0
  package internal(set) var revised = 0
  /// Rows that only say again what departments answered, on a later day.
  package internal(set) var renewed = 0
  package internal(set) var identical = 0

  /// The households of which it says something, where it is a department's list.
  package var answered: Set<String> { kind.asset == nil ? [] : Set(items.map(\.household)) }

  /// The households of which it says otherwise than what is known.
  package var revisedHouseholds: Set<String> {
    Set(items.filter { $0.revises != nil }.map(\.household))
  }

  /// Whether it would record nothing.
  package var isNothing: Bool { new + revised + renewed == 0 }
}

extension Refusal {
  /// A file says otherwise than the casebook, and nobody asked to revise.
  static func differs(_ differences: [ImportPlan.Difference], rows: Int) -> Refusal {
    let lines = differences.map { ($0, "  \($0.id)  \($0.field)") }
    return Refusal(
      .differs,
      Wording(
        zh: "有 \(rows) 行与已记录的内容不同，整个文件未作记录（differs）\n"
          + lines.map { "\($1)：原为“\($0.was)”，现为“\($0.now)”" }.joined(separator: "\n"),
        en: "\(rows.counted("row")) not as in the casebook; nothing in the file was recorded (differs)\n"
          + lines.map { "\($1): was '\($0.was)', is '\($0.now)'" }.joined(separator: "\n")),
      fix: Wording(
        zh: "核对无误后加 --revise，记为更正", en: "if the file is right, add --revise to record it as a revision"))
  }
}
