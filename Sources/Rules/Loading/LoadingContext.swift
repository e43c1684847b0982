import JSONText
import Units

/// What one run of the loader collects: the faults found, and the words that later parts of the file refer to.
final class LoadingContext {
  /// More faults than anybody mends in one go; the rest is not listed.
  static let faultLimit = 100

  private let source: JSONSource
  private var faults: [(offset: Int, diagnostic: Diagnostic)] = []
  private var unlisted = 0

  /// Keys of `sources`; `nil` where that part could not be read, so that nothing is said of references to it.
  var sources: [String]?
  /// Ids of `groups` in order, `nil` likewise.
  var groups: [String]?
  /// Ids of `perils` in order, `nil` likewise.
  var perils: [String]?
  /// Ids of `causes` in order, `nil` likewise.
  var causes: [String]?

  /// Whether the file's named examples are read.
  let keepsCases: Bool

  init(source: JSONSource, keepsCases: Bool) {
    self.source = source
    self.keepsCases = keepsCases
  }

  var hasFaults: Bool { !faults.isEmpty }

  /// Whether further faults would not be listed, so that no work should go into describing them.
  var isFull: Bool { faults.count >= LoadingContext.faultLimit }

  func place(at offset: Int) -> Diagnostic.Place { source.place(at: offset) }

  func report(_ code: String, at offset: Int, path: String, what: Wording, fix: Wording?) {
    guard !isFull else {
      unlisted += 1
      return
    }
    let diagnostic = Diagnostic(code, at: source.place(at: offset), path: path, what: what, fix: fix)
    faults.append((offset, diagnostic))
  }

  /// The faults in the order of the file; where two stand at one place, in the order they were found.
  var diagnostics: [Diagnostic] {
    let sorted = faults.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var diagnostics = sorted.map(\.element.diagnostic)
    if unlisted > 0 {
      let what = Wording(
        zh: "另有 \(unlisted) 处错误没有列出", en: "\(unlisted.counted("more fault", "more faults")) not listed")
      diagnostics.append(Diagnostic("more-faults", what: what))
    }
    return diagnostics
  }
}
