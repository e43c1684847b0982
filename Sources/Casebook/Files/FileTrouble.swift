package import Files
package import Tables
package import Units

extension CasebookError {
  /// The same trouble with a file that is read as a whole.
  package init(_ error: FileError) {
    switch error {
    case .file(let trouble): self = .file(trouble)
    case .input(let diagnostics): self = .input(diagnostics)
    }
  }
}

extension Sheet {
  /// Reads a table for a casebook.
  package static func read(
    _ path: String, _ kind: FileKind, _ reading: TableReading = TableReading()
  ) throws(CasebookError) -> Sheet {
    do throws(FileError) { return try Sheet(path, kind, reading) } catch {
      throw CasebookError(error)
    }
  }
}

extension RejectList {
  /// Writes the list of what a casebook does not take in: see ``conclude(_:of:named:in:)``.
  @discardableResult
  package static func settle(
    _ rejects: [Reject], of file: String, named: String? = nil, in language: Language
  ) throws(CasebookError) -> String? {
    do throws(TableError) { return try conclude(rejects, of: file, named: named, in: language) } catch {
      throw .file(error)
    }
  }
}
