import Tables
package import Units

/// The columns of one kind of file, as people look them up: at a terminal, and in the article that lists them all.
package struct ColumnList: Sendable {
  /// A column.
  package struct Line: Sendable {
    package let name: String
    package let chinese: String
    /// Whether the header must have it; `nil` in a file that we write.
    package let isRequired: Bool?
    package let meaning: Wording
  }

  /// The word for `fangpin columns`.
  package let kind: String
  /// What kind of file it is.
  package let name: Wording
  package let lines: [Line]

  /// Every kind of file.
  package static var all: [ColumnList] { OfficeTable.allCases.map(list) + BatchFile.allCases.map(list) }

  private static func list(_ table: OfficeTable) -> ColumnList {
    let lines = table.columns.map { column in
      guard let meaning = table.meaning(of: column.name) else {
        preconditionFailure("every column of '\(table.rawValue)' says what it means")
      }
      return Line(
        name: column.name, chinese: column.chinese, isRequired: column.isRequired, meaning: meaning)
    }
    return ColumnList(kind: table.rawValue, name: table.name, lines: lines)
  }

  private static func list(_ file: BatchFile) -> ColumnList {
    let lines = file.fields.map { field in
      Line(name: field.name, chinese: field.chinese, isRequired: nil, meaning: field.meaning)
    }
    return ColumnList(kind: file.rawValue, name: file.name, lines: lines)
  }

  /// Its part of the article.
  package var markdown: String {
    var text = "## \(kind)\n\n\(name.en) \(name.zh)\n\n"
    text += "| column | 列名 | required | content | 内容 |\n|---|---|---|---|---|\n"
    for line in lines {
      let required = line.isRequired.map { $0 ? "yes" : "no" } ?? "written"
      text += "| `\(line.name)` | \(line.chinese) | \(required) | \(line.meaning.en) | \(line.meaning.zh) |\n"
    }
    return text
  }
}
