import Units

/// A column of a table that we write.
package struct WrittenColumn: Sendable {
  /// The name that headers have for it unless another language was asked for.
  package let name: String
  package let chinese: String
  package let content: ColumnContent

  package init(_ name: String, _ chinese: String, _ content: ColumnContent) {
    self.name = name
    self.chinese = chinese
    self.content = content
  }
}

/// A table that we write: what it is called where it needs a name, and its columns.
package struct TableOutline: Sendable {
  package let name: String
  package let columns: [WrittenColumn]

  package init(_ name: String, _ columns: [WrittenColumn]) {
    self.name = name
    self.columns = columns
  }

  /// What the columns are called.
  ///
  /// - Parameter language: `nil` for the names that programs know.
  func headings(in language: Language?) -> [String] {
    columns.map { column in
      switch language {
      case .zh: column.chinese
      case .en, nil: column.name
      }
    }
  }
}
