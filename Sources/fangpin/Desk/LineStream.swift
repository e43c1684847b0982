import Casebook
import Tables

/// Lines on their way to standard output, however many there are.
struct LineStream: ~Copyable {
  private let output: OutputFile
  private let buffer = OutputBuffer()

  init() throws(CasebookError) {
    do { output = try OutputFile(path: "-") } catch { throw .file(error) }
  }

  func write(_ line: String) throws(CasebookError) {
    buffer.append(line)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 16 { try flush() }
  }

  func flush() throws(CasebookError) {
    do { try unsafe output.write(buffer.bytes) } catch { throw .file(error) }
    buffer.removeAll()
  }
}

extension CasebookDesk {
  /// Delivers lines that `body` hands out one after another.
  func deliverLines(
    _ body: (Casebook, (String) throws(CasebookError) -> Void) throws(CasebookError) -> Void
  ) -> ExitCode {
    read { (book) throws(CasebookError) in
      do throws(CasebookError) {
        let stream = try LineStream()
        try body(book) { (line) throws(CasebookError) in try stream.write(line) }
        try stream.flush()
        return .done
      } catch {
        if case .file(.readerGone) = error { return .failed }  // nobody is left to read it
        throw error
      }
    }
  }
}
