import Casebook
import Glibc
import Journal
import Sealing
import Store
import Tables
import Units

/// A command at work on a casebook: opens it, and words whatever goes wrong.
struct CasebookDesk {
  static let refused = Wording(zh: "不予办理：规则不允许", en: "refused by the rules of procedure")
  /// How a command may end that records something.
  static let recordingExits = Exit.usual + [Exit(.answerIsNo, refused)]

  let arguments: ParsedArguments
  let context: CommandContext

  /// Opens the casebook and hands it to `body`, which only reads, and all of it as it is at one moment.
  func read(_ body: (Casebook) throws(CasebookError) -> ExitCode) -> ExitCode {
    guard let path = value(CasebookOptions.casebook, "FANGPIN_CASEBOOK") else {
      return context.refuse(CasebookDesk.missing(CasebookOptions.casebook, "FANGPIN_CASEBOOK"))
    }
    do throws(CasebookError) {
      let book = try Casebook.open(path, .readOnly)
      return try book.snapshot { () throws(CasebookError) in try body(book) }
    } catch { return fail(error) }
  }

  /// Opens the casebook and records, as one transaction, what `body` does; `after` speaks of it once it is recorded.
  func record<R>(
    _ body: (Recording) throws(CasebookError) -> R,
    after: (R, Casebook) throws(CasebookError) -> ExitCode
  ) -> ExitCode {
    signed { (book, key, day) throws(CasebookError) in
      let result = try book.act(key, on: day, clock: .now, body)
      return try after(result, book)
    }
  }

  /// Opens the casebook, and reads the key of whoever acts and the day it happened, for `body` to record with.
  func signed(_ body: (Casebook, PrivateKey, Day?) throws(CasebookError) -> ExitCode) -> ExitCode {
    guard let path = value(CasebookOptions.casebook, "FANGPIN_CASEBOOK") else {
      return context.refuse(CasebookDesk.missing(CasebookOptions.casebook, "FANGPIN_CASEBOOK"))
    }
    guard let keyPath = value(CasebookOptions.key, "FANGPIN_KEY") else {
      return context.refuse(CasebookDesk.missing(CasebookOptions.key, "FANGPIN_KEY"))
    }
    var day: Day?
    if let text = arguments[CasebookOptions.on] {
      guard let parsed = TypedValue.day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      day = parsed
    }
    do throws(CasebookError) {
      let key = try CasebookDesk.key(keyPath)
      let book = try Casebook.open(path)
      let code = try body(book, key, day)
      if !book.settleLog() { context.warn(CasebookDesk.unsettled(path)) }
      return code
    } catch { return fail(error) }
  }

  /// What whoever copies files by hand has to know while somebody reads the casebook.
  private static func unsettled(_ path: String) -> Wording {
    Wording(
      zh: "有人正在读 \(path)，刚记下的内容还在 \(path)-wal 里：这时要复制请用 casebook copy",
      en:
        "somebody is reading \(path), so what was recorded last still stands in \(path)-wal: copy it with casebook copy"
    )
  }

  /// An option's value, or else the environment's.
  func value(_ option: Option<String?>, _ variable: String) -> String? {
    if let given = arguments[option] { return given }
    guard let text = unsafe getenv(variable) else { return nil }
    let value = unsafe String(cString: text)
    return value.isEmpty ? nil : value
  }

  /// Reads a private key; where the file holds none, the error names it.
  static func key(_ path: String) throws(CasebookError) -> PrivateKey {
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: path) } catch { throw .file(error) }
    do { return try PrivateKey(pem: String(decoding: bytes, as: UTF8.self)) } catch {
      let what = error.wording
      throw .input([
        Diagnostic("bad-key", what: Wording(zh: "\(path)：\(what.zh)", en: "\(path): \(what.en)"))
      ])
    }
  }

  /// Says why nothing was recorded: a refusal is an answer, everything else is a failure.
  func fail(_ error: CasebookError) -> ExitCode {
    switch error {
    case .store(let trouble): return context.fail(trouble.wording)
    case .key(let trouble): return context.fail(trouble.wording)
    case .file(let trouble): return context.fail(trouble.wording)
    case .damaged, .outdated: return context.fail(error.wording)
    case .input(let diagnostics):
      for diagnostic in diagnostics { context.report(diagnostic) }
      return .failed
    case .refused(let refusal):
      context.say(
        Wording(
          zh: "不予办理：\(refusal.what.zh)" + (refusal.fix.map { "\n  \($0.zh)" } ?? ""),
          en: "refused: \(refusal.what.en)" + (refusal.fix.map { "\n  \($0.en)" } ?? "")))
      return .answerIsNo
    }
  }

  static func missing(_ option: Option<String?>, _ variable: String) -> Wording {
    Wording(
      zh: "需要 \(option.spec.dashed) 或环境变量 \(variable)",
      en: "\(option.spec.dashed) or the environment variable \(variable) is needed")
  }

  /// The number of an entry as it is typed; `nil` where it is none.
  static func entryNumber(_ text: String) -> Int? {
    Int(TypedValue.word(text)).flatMap { $0 > 0 ? $0 : nil }
  }

  static func badEntry(_ text: String) -> Wording {
    let text = Plain.text(text)
    return Wording(zh: "“\(text)”不是台账编号", en: "'\(text)' is not an entry's number")
  }

  static func badDay(_ text: String) -> Wording {
    Wording(
      zh: "“\(text)”不是日期，可写作 2018-03-05、2018/3/5、2018.3.5、2018年3月5日、20180305",
      en: "'\(text)' is not a date; write it as 2018-03-05, 2018/3/5, 2018.3.5 or 20180305")
  }
}

extension Instant {
  /// What the machine's clock reads.
  static var now: Instant { Instant(seconds: Int64(time(nil))) }
}
