import Casebook
import Files
import Units

/// What commands take that read an office's file row by row, declared once.
enum SheetOptions {
  static let file = Operand<String>.required(
    "F", Wording(zh: "文件，“-”为标准输入", en: "the file; '-' is standard input"), offers: .files)
  static let rejects = Option<String?>.optional(
    "rejects", "F", Wording(zh: "剔除行写到这里", en: "where rejected rows go"),
    defaultNote: Wording(zh: "F.rejects.csv，有才写", en: "F.rejects.csv, if there are any"), offers: .files)
  static let revise = Option<Bool>.flag(
    "revise",
    Wording(
      zh: "与已记录的内容不同时，记为更正", en: "record rows that differ from the casebook as revisions"))

  /// In the order of the help pages.
  static let all: [any DeclaredOption] = [revise] + TableOptions.all + [rejects]

  /// Reads the file that the command line names.
  static func sheet(_ arguments: ParsedArguments, _ kind: FileKind) throws(CasebookError) -> Sheet {
    try Sheet.read(arguments[file], kind, TableOptions.reading(arguments))
  }

  /// What would be lost if the command ran: the list of rejects must not replace what is read or recorded in.
  ///
  /// - Parameter prints: whether the command has standard output for itself.
  static func clash(_ desk: CasebookDesk, prints: Bool) -> Wording? {
    let arguments = desk.arguments
    let own = [
      desk.value(CasebookOptions.casebook, "FANGPIN_CASEBOOK"),
      desk.value(CasebookOptions.key, "FANGPIN_KEY"), arguments[TableOptions.map],
    ].compactMap { $0 }
    return FileClash.clash(
      [arguments[file]] + own, (prints ? ["-"] : []) + [rejectsPath(arguments)].compactMap { $0 })
  }

  /// Where rejects go; `nil` for standard error.
  private static func rejectsPath(_ arguments: ParsedArguments) -> String? {
    arguments[rejects] ?? RejectList.place(besides: arguments[file])
  }

  /// Says how many rows were set aside and where they are.
  static func say(_ rejected: Int, _ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard rejected > 0 else { return .done }
    let path = rejectsPath(arguments)
    context.say(
      Wording(
        zh: "剔除 \(rejected.grouped) 行" + (path.map { "：\($0)" } ?? ""),
        en: "\(rejected.counted("row")) rejected" + (path.map { ": \($0)" } ?? "")))
    return .rowsRejected
  }
}
