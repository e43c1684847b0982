import Testing

/// One edit of the small scheme that puts a fault into it, and what the loader must say of it.
struct Fault: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  let code: String
  let line: Int
  let column: Int
  let path: String
  let fix: String?

  init(
    _ old: String, _ new: String, _ code: String, _ line: Int, _ column: Int, _ path: String, _ fix: String?
  ) {
    self.old = old
    self.new = new
    self.code = code
    self.line = line
    self.column = column
    self.path = path
    self.fix = fix
  }

  var testDescription: String { "\(code): \(old) becomes \(new)" }
}
