import Units

extension Entry {
  /// How many lines an entry's bytes have.
  package static let lineCount = 10

  /// Bytes that are no entry's: the first of the ten lines that is not what it should be, from 1; 0 where there are not ten.
  package struct BadLine: Error, Hashable, Sendable {
    package let line: Int
  }

  /// Reads what ``leafBytes`` writes, and nothing else: whatever is read gives the same bytes again.
  package static func read(leafBytes bytes: [UInt8]) -> Result<Entry, BadLine> {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == lineCount else { return .failure(BadLine(line: 0)) }
    let texts = lines.dropLast().map { String(decoding: $0, as: UTF8.self) }
    func bad(_ line: Int) -> Result<Entry, BadLine> { .failure(BadLine(line: line)) }
    guard texts[0] == mark else { return bad(1) }
    guard let number = Int(texts[1]), number > 0, "\(number)" == texts[1] else { return bad(2) }
    guard let moment = Instant(texts[2]), moment.text == texts[2] else { return bad(3) }
    guard let day = Day(texts[3]), day.description == texts[3] else { return bad(4) }
    guard !texts[4].isEmpty else { return bad(5) }
    guard Role(rawValue: texts[5]) != nil else { return bad(6) }
    guard let kind = EntryKind(rawValue: texts[6]) else { return bad(7) }
    guard !texts[7].isEmpty else { return bad(8) }
    guard Hexadecimal.isLowerCase(texts[8]), texts[8].utf8.count == 64 else { return bad(9) }
    guard let payload = Payload(canonical: Array(lines[9])) else { return bad(10) }
    let entry = Entry(
      number: number, recordedAt: texts[2], happenedOn: day, actor: texts[4], role: texts[5], kind: kind,
      payload: payload, engine: texts[7], scheme: texts[8])
    // What was no UTF-8 has become another text on the way.
    return entry.leafBytes == bytes ? .success(entry) : bad(5)
  }
}
