package import Units

/// How the program ends. Scripts rely on these numbers; there are no others.
package enum ExitCode: Int32, CaseIterable, Sendable {
  /// The work is done.
  case done = 0
  /// The world or the rules did not allow it: a file cannot be read, the scheme has errors, the disk is full.
  case failed = 1
  /// The command line is wrong.
  case usage = 2
  /// The work is done, but rows could not be read and were set aside, or the file does not come to its own totals.
  case rowsRejected = 3
  /// The work is done, and the answer is no.
  case answerIsNo = 4

  /// What it means where a command does not say it more closely.
  package var meaning: Wording {
    switch self {
    case .done: Wording(zh: "已完成", en: "done")
    case .failed:
      Wording(zh: "失败：文件无法读写，或方案有错", en: "failed: a file cannot be read or written, or the scheme is wrong")
    case .usage: Wording(zh: "命令行有误", en: "the command line is wrong")
    case .rowsRejected:
      Wording(
        zh: "已完成，但有剔除行，或表里有别的要看",
        en: "done, but some rows were rejected, or something in a table wants a look")
    case .answerIsNo: Wording(zh: "已完成，结论为“否”", en: "done, and the answer is no")
    }
  }
}
