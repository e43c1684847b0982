import Casebook
import Glibc
import Journal
import Sealing
import Units

/// Some rows of the journal on their way through a pass, as their bytes: each the ten lines that its leaf is the digest of.
@safe
package final class JournalBlock {
  /// The rows' bytes, one after another.
  private var bytes: [UInt8] = []
  private var rows: [Extent] = []
  private var entries: [Entry?] = []
  private var leaves: [Digest] = []
  private var claims: [DecideStatement?] = []
  /// What many rows have in common is made into text once.
  private var words = WordCache()

  /// A row's number, and where its bytes begin, its fields end, and it ends.
  private struct Extent {
    let number: Int
    let start: Int
    /// Behind the number, recorded at, happened on, actor, role, kind, engine and scheme: each before its line feed.
    var ends: (Int, Int, Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0, 0, 0)
    var end = 0
  }

  /// How many bytes a block takes before it is handed on.
  private static let full = 1 << 18
  private static let mark = Array("\(Entry.mark)\n".utf8)

  package init() {}

  /// How many rows it has.
  package var count: Int { rows.count }

  /// Fills itself with the next rows of a journal; true where they were the last.
  func fill(_ journal: JournalCursor) throws(CasebookError) -> Bool {
    // Taken out while it grows, so that not every byte that comes asks whether somebody else is at it.
    var bytes: [UInt8] = []
    swap(&bytes, &self.bytes)
    defer { swap(&bytes, &self.bytes) }
    bytes.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    while bytes.count < JournalBlock.full {
      guard try journal.next() else { return true }
      rows.append(JournalBlock.row(journal, to: &bytes))
    }
    return false
  }

  private static func row(_ journal: JournalCursor, to bytes: inout [UInt8]) -> Extent {
    func close() -> Int {
      bytes.append(UInt8(ascii: "\n"))
      return bytes.count - 1
    }
    func append(_ field: JournalCursor.Field) -> Int {
      journal.append(field, to: &bytes)
      return close()
    }
    var row = Extent(number: journal.number, start: bytes.count)
    bytes += JournalBlock.mark
    bytes += "\(row.number)".utf8
    row.ends.0 = close()
    row.ends.1 = append(.recordedAt)
    row.ends.2 = append(.happenedOn)
    row.ends.3 = append(.actor)
    row.ends.4 = append(.role)
    row.ends.5 = append(.kind)
    row.ends.6 = append(.engine)
    row.ends.7 = append(.scheme)
    journal.append(.payload, to: &bytes)
    row.end = bytes.count
    return row
  }

  /// Reads the rows, and makes their leaves where a hasher is given.
  func read(_ hasher: Sealing.Hasher?) {
    entries.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    claims.removeAll(keepingCapacity: true)
    let bytes = bytes
    var words = WordCache()
    swap(&words, &self.words)
    defer { swap(&words, &self.words) }
    for row in rows {
      let entry = entry(row, bytes, &words)
      entries.append(entry)
      guard let hasher else { continue }
      claims.append(entry?.statement(DecideStatement.self))
      unsafe bytes.withUnsafeBytes { all in
        leaves.append(unsafe hasher.leaf(UnsafeRawBufferPointer(rebasing: all[row.start..<row.end])))
      }
    }
  }

  private func entry(_ row: Extent, _ bytes: [UInt8], _ words: inout WordCache) -> Entry? {
    guard let payload = Payload(canonical: bytes.span.extracting(row.ends.7 + 1..<row.end)) else {
      return nil
    }
    guard let recordedAt = words.word(0, bytes, row.ends.0 + 1..<row.ends.1),
      let day = words.word(1, bytes, row.ends.1 + 1..<row.ends.2),
      let actor = words.word(2, bytes, row.ends.2 + 1..<row.ends.3),
      let role = words.word(3, bytes, row.ends.3 + 1..<row.ends.4),
      let kind = words.word(4, bytes, row.ends.4 + 1..<row.ends.5),
      let engine = words.word(5, bytes, row.ends.5 + 1..<row.ends.6),
      let scheme = words.word(6, bytes, row.ends.6 + 1..<row.ends.7), let happenedOn = words.day(day),
      let known = words.kind(kind)
    else { return nil }
    return Entry(
      number: row.number, recordedAt: recordedAt, happenedOn: happenedOn, actor: actor, role: role,
      kind: known,
      payload: payload, engine: engine, scheme: scheme)
  }

  /// A row: its number, what it says, and its leaf where one was asked for.
  func row(_ index: Int) -> (number: Int, entry: Entry?, leaf: Digest?) {
    (rows[index].number, entries[index], leaves.isEmpty ? nil : leaves[index])
  }

  /// The claim that a row's entry decides, where leaves were made: only who audits asks for it.
  func claim(_ index: Int) -> DecideStatement? { claims.isEmpty ? nil : claims[index] }

  /// Lends the bytes of a row's payload.
  func payload<R, E: Error>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    let row = rows[index]
    let result = unsafe bytes.withUnsafeBytes { all -> Result<R, E> in
      do throws(E) {
        return .success(try unsafe body(UnsafeRawBufferPointer(rebasing: all[(row.ends.7 + 1)..<row.end])))
      } catch { return .failure(error) }
    }
    return try result.get()
  }
}

/// The last text of each field: most rows repeat it.
private struct WordCache {
  private var last: [(bytes: [UInt8], text: String?)] = Array(repeating: ([], nil), count: 7)
  private var lastDay: (text: String, day: Day?) = ("", nil)
  private var lastKind: (text: String, kind: EntryKind?) = ("", nil)

  mutating func word(_ field: Int, _ bytes: [UInt8], _ place: Range<Int>) -> String? {
    let known = last[field]
    if known.text != nil, WordCache.isSame(known.bytes, bytes, place) { return known.text }
    let own = Array(bytes[place])
    // No field but the payload may hold a control character: a line feed would blur where the next one begins.
    let text = own.contains { $0 < 0x20 } ? nil : String(validating: own, as: UTF8.self)
    last[field] = (own, text)
    return text
  }

  /// A day in the one way it is written.
  mutating func day(_ text: String) -> Day? {
    if lastDay.text == text { return lastDay.day }
    let day = Day(text).flatMap { $0.description == text ? $0 : nil }
    lastDay = (text, day)
    return day
  }

  mutating func kind(_ text: String) -> EntryKind? {
    if lastKind.text != text { lastKind = (text, EntryKind(rawValue: text)) }
    return lastKind.kind
  }

  private static func isSame(_ own: [UInt8], _ bytes: [UInt8], _ place: Range<Int>) -> Bool {
    guard own.count == place.count else { return false }
    return unsafe own.withUnsafeBytes { own in
      unsafe bytes.withUnsafeBytes { all in
        guard let first = own.baseAddress, let base = all.baseAddress else { return true }
        return unsafe memcmp(first, base + place.lowerBound, own.count) == 0
      }
    }
  }
}
