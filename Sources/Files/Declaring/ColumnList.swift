package import Units

/// The columns of one kind of file, as people look them up: at a terminal, and in the article that lists them all.
package struct ColumnList: Sendable {
  /// The word for `fangpin columns`.
  package let kind: String
  /// What kind of file it is.
  package let name: Wording
  package let fields: [Field]

  /// Every kind of file.
  package static var all: [ColumnList] {
    FileKind.allCases.map { kind in
      ColumnList(kind: kind.rawValue, name: kind.file.name, fields: kind.file.fields)
    }
  }
}

extension Field.Use {
  /// What `fangpin columns` calls it.
  package var name: Wording {
    switch self {
    case .required: Wording(zh: "是", en: "yes")
    case .optional: Wording(zh: "否", en: "no")
    case .written: Wording(zh: "写出", en: "written")
    case .writtenIfAsked: Wording(zh: "按需写出", en: "on request")
    }
  }
}
