import Batch
import Rules
import Tables
import Units

/// Finds the scheme that `ID|FILE` names: one built in, or a file.
enum SchemeChoice {
  /// The scheme to decide by, or the exit code after what is wrong has been said. One that is built in comes without its worked
  /// cases: they were held against it when the program was made.
  static func load(_ name: String, _ context: CommandContext) -> Result<Scheme, Stop> {
    if let scheme = BuiltInSchemes.loadForDeciding(name)?.scheme { return .success(scheme) }
    return loadWithCases(name, context)
  }

  /// The same with the worked cases of its file.
  static func loadWithCases(_ name: String, _ context: CommandContext) -> Result<Scheme, Stop> {
    switch loading(name, context) {
    case .failure(let stop): return .failure(stop)
    case .success(let loading):
      for diagnostic in loading.diagnostics { context.report(diagnostic) }
      guard let scheme = loading.scheme else {
        return .failure(Stop(context.fail(summary(of: loading.diagnostics, name))))
      }
      return .success(scheme)
    }
  }

  /// The scheme with all that is wrong with it, for commands that show that themselves.
  static func loading(_ name: String, _ context: CommandContext) -> Result<SchemeLoading, Stop> {
    if let builtIn = BuiltInSchemes.load(name) { return .success(builtIn) }
    do throws(TableError) {
      return .success(SchemeLoader.load(bytes: try InputFile.contents(of: name), file: name))
    } catch {
      return .failure(Stop(context.fail(unknown(name, error))))
    }
  }

  /// A command that cannot go on, and the code it ends with.
  struct Stop: Error {
    let code: ExitCode
    init(_ code: ExitCode) { self.code = code }
  }

  private static func unknown(_ name: String, _ error: TableError) -> Wording {
    let known = BuiltInSchemes.ids
    let meant = Spelling.nearest(to: name, among: known)
    return Wording(
      zh: error.wording.zh + "；内置方案里也没有“\(name)”"
        + (meant.map { "，是不是“\($0)”？" } ?? "，可用：\(known.joined(separator: "、"))"),
      en: error.wording.en + ", and no scheme '\(name)' is built in"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; built-in schemes: \(known.joined(separator: ", "))"))
  }

  private static func summary(of diagnostics: [Diagnostic], _ name: String) -> Wording {
    let errors = diagnostics.count { $0.severity == .error }
    return Wording(
      zh: "方案 \(name) 有 \(errors) 处错误，不能使用",
      en: "the scheme \(name) has \(errors.counted("error")) and cannot be used")
  }
}

extension CommandContext {
  /// Says why a batch could not be run.
  func fail(_ error: BatchError) -> ExitCode {
    switch error {
    case .file(.readerGone): return .failed  // nobody is left to read it
    case .file(let trouble): return fail(trouble.wording)
    case .input(let diagnostics):
      for diagnostic in diagnostics { report(diagnostic) }
      return .failed
    case .tooManyClaims:
      return fail(
        Wording(
          zh: "一次理算最多 \(BatchError.claimLimit) 件申请，请分批理算",
          en: "one run takes at most \(BatchError.claimLimit) claims; split the file"))
    case .changedMeanwhile(let path):
      return fail(
        Wording(
          zh: "读取期间 \(path) 被改动；请等它写完后重试",
          en: "\(path) changed while it was being read; try again when nothing is writing to it"))
    case .cannotReadAgain(let path):
      return refuse(
        Wording(
          zh: "\(path) 是管道或设备，只能读一次；请先存成文件，或改用标准输入“-”",
          en:
            "\(path) is a pipe or a device, which can be read only once; save it to a file first, or give it as '-'"
        ))
    }
  }
}
