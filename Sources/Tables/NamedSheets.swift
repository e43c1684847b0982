import Synchronization
package import Units

/// The sheets that a user names, and which of them were read.
public final class NamedSheets: Sendable {
  /// The word for every sheet that is not hidden.
  public static let all = "all"

  /// As the user wrote them, each once.
  let names: [String]
  /// Whether all sheets are meant, those that are hidden only by their names.
  let meansAll: Bool
  /// Whether they are those of several files, none of which need have them all.
  let areOfSeveral: Bool
  private let found = Mutex<Set<String>>([])

  /// - Parameters:
  ///   - words: names, or ``all``.
  ///   - areOfSeveral: whether they are those of several files, none of which need have them all.
  public init(_ words: [String] = [], areOfSeveral: Bool = false) {
    var seen: Set<String> = []
    names = words.filter { $0 != NamedSheets.all && seen.insert($0).inserted }
    meansAll = words.contains(NamedSheets.all)
    self.areOfSeveral = areOfSeveral
  }

  /// The tab that a name means: the same letters, or else the same but for small and capital ones and blanks at the ends.
  static func tab(_ name: String, among sheets: [Workbook.Sheet]) -> Workbook.Sheet? {
    sheets.first { $0.name == name } ?? sheets.first { folded($0.name) == folded(name) }
  }

  private static func folded(_ name: String) -> String {
    let text = name.lowercased().drop { $0.isWhitespace }
    return String(text.reversed().drop { $0.isWhitespace })
  }

  /// Notes that the sheets of these names were read.
  func note(_ read: [String]) { found.withLock { $0.formUnion(read) } }

  /// What is wrong once every file was opened: a name that none of them has, or has for another table.
  package var unread: [Diagnostic] {
    let found = found.withLock { $0 }
    return names.filter { !found.contains($0) }.map { name in
      Diagnostic(
        "unknown-sheet",
        what: Wording(
          zh: "没有读到工作表“\(name)”：所给的工作簿里没有它，或者它缺少所需的列",
          en:
            "the sheet '\(name)' was not read: no workbook given has one of that name with the columns needed"
        ),
        fix: Wording(zh: "照标签改 --sheet，或不写它", en: "write --sheet as on the tab, or leave it out"))
    }
  }
}
