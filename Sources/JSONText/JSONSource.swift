package import Units

/// A JSON text with the name of the file it came from: it turns byte offsets into places for people.
package struct JSONSource: Sendable {
  /// The file as the user named it.
  package let file: String
  /// Its bytes as they are, with the byte order mark if there is one.
  package let bytes: [UInt8]
  /// The number of its first line: above 1 where the text is one line of many.
  package let firstLine: Int

  /// A text to read.
  package init(bytes: [UInt8], file: String, firstLine: Int = 1) {
    self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
  }

  /// Reads the one value the text holds.
  package func read() -> Result<JSONValue, JSONFault> { JSONReader.read(bytes) }

  /// The place of a byte: line and column from 1, the column in characters as people count them.
  ///
  /// - Complexity: O(`offset`): made when something is reported, never while reading.
  package func place(at offset: Int) -> Diagnostic.Place {
    let end = min(max(offset, 0), bytes.count)
    var (lines, start) = lines(before: end)
    lines += firstLine
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    var stop = bytes[min(start, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    let before = start < min(end, stop) ? JSONSource.printable(bytes[start..<min(end, stop)]).count : 0
    let excerpt = start < stop ? JSONSource.printable(bytes[start..<stop]) : ""
    return Diagnostic.Place(file: file, line: lines, column: before + 1, excerpt: excerpt)
  }

  /// How many lines end before a byte, and where the line begins in which it stands.
  private func lines(before end: Int) -> (count: Int, start: Int) {
    let (before, feed) = (bytes.span.extracting(0..<end), UInt8(ascii: "\n"))
    var (count, start) = (0, end)
    for index in before.indices where before[index] == feed { count += 1 }
    while start > 0, before[start - 1] != feed { start -= 1 }
    return (count, start)
  }

  /// The fault with its place.
  package func diagnostic(for fault: JSONFault) -> Diagnostic {
    Diagnostic(fault.code, at: place(at: fault.offset), what: fault.what, fix: fault.fix)
  }

  private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
    printable(String(decoding: bytes, as: UTF8.self))
  }

  /// Text that is safe on a terminal, in one line.
  package static func printable(_ text: String) -> String { PrintableText.of(text, keeping: "\t") }
}
