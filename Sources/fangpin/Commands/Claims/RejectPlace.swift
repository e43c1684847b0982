import Files
import Glibc
import Tables

/// Where the rejects of a command go that writes its answer with `--out`.
enum RejectPlace {
  static func destination(_ arguments: ParsedArguments) -> RejectDestination {
    arguments[AdjudicateCommand.rejects].map(RejectDestination.file)
      ?? implied(arguments).first.map(RejectDestination.fileIfAny) ?? .standardError
  }

  /// Where they go when nobody says: beside the answer, where that goes to a file.
  static func implied(_ arguments: ParsedArguments) -> [String] {
    guard arguments[AdjudicateCommand.rejects] == nil, let out = arguments[AdjudicateCommand.out],
      !isStream(out)
    else { return [] }
    let style = TableStyle(arguments[AdjudicateCommand.format] ?? .csv).suiting(out)
    return ["\(out).rejects.\(style.format.rawValue)"]
  }

  /// Whether there can be no file beside it: standard output, a pipe or a device such as `/dev/null`.
  private static func isStream(_ path: String) -> Bool {
    if path == "-" { return true }
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }
}
