import Glibc
package import Tables
package import Units

/// Why a synthetic county was not written.
package enum SynthesisError: Error, Hashable, Sendable {
  /// A number asked for lies outside what there can be.
  case outOfRange(parameter: String, value: Int, allowed: ClosedRange<Int>)
  /// A file of a county is there already, and nobody said to overwrite it.
  case fileExists(path: String)
  /// The directory is not there and cannot be made.
  case cannotCreateDirectory(path: String, code: Int32)
  /// A file cannot be created, written, closed or put in its place: no permission, no space, a broken disk.
  case file(TableError)

  /// What happened and how to fix it, as a sentence without its full stop.
  package var wording: Wording {
    switch self {
    case .outOfRange(let parameter, let value, let allowed):
      Wording(
        zh: "\(parameter) 为 \(value)，应在 \(allowed.lowerBound) 至 \(allowed.upperBound) 之间",
        en: "\(parameter) is \(value), but must be \(allowed.lowerBound) to \(allowed.upperBound)")
    case .fileExists(let path):
      Wording(
        zh: "\(path) 已存在；请换一个目录，或指明覆盖",
        en: "\(path) already exists; name another directory, or say to overwrite")
    case .cannotCreateDirectory(let path, let code):
      Wording(
        zh: "无法建立目录 \(path)：\(SynthesisError.text(of: code))",
        en: "cannot create the directory \(path): \(SynthesisError.text(of: code))")
    case .file(let error): error.wording
    }
  }

  /// The operating system's words for an error number.
  private static func text(of code: Int32) -> String {
    guard let words = unsafe strerror(code) else { return "errno \(code)" }
    return unsafe String(cString: words)
  }
}
