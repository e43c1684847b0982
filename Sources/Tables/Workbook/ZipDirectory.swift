/// Reads the directory at the end of an archive, and believes nothing of it.
struct ZipDirectory {
  /// The largest directory that is read: a workbook's has some thousand bytes.
  private static let sizeLimit = 1 << 24
  private static let headerSize = 46

  private let file: any WorkbookBytes
  private var entries: [ZipEntry] = []

  /// The entries in the order of the directory, each with the place where it must have ended.
  static func entries(of file: any WorkbookBytes) throws(WorkbookFault) -> [ZipEntry] {
    var directory = ZipDirectory(file: file)
    let range = try directory.range()
    try directory.read(range)
    try directory.refuseOverlaps(before: range.lowerBound)
    return directory.entries
  }

  private init(file: any WorkbookBytes) { self.file = file }

  /// Where the directory stands, by the record at the end of the file.
  private func range() throws(WorkbookFault) -> Range<Int> {
    let size = file.byteCount
    let start = max(0, size - 22 - 0xFFFF)
    let tail = LittleEndian(bytes: try file.bytes(start..<size))
    guard tail.bytes.count >= 22 else { throw .badArchive(.cutOff) }
    var at = tail.bytes.count - 22
    while !(tail.long(at) == 0x0605_4B50 && at + 22 + tail.short(at + 20) == tail.bytes.count) {
      if at == 0 { throw .badArchive(.cutOff) }
      at -= 1
    }
    guard tail.short(at + 4) == tail.short(at + 6) else { throw .badArchive(.severalVolumes) }
    var (length, from, limit) = (tail.long(at + 12), tail.long(at + 16), start + at)
    if length == 0xFFFF_FFFF || from == 0xFFFF_FFFF || tail.short(at + 10) == 0xFFFF {
      (length, from, limit) = try longRange(before: limit)
    }
    guard length <= ZipDirectory.sizeLimit else { throw .badArchive(.tooManyEntries) }
    guard from <= limit, length <= limit - from else { throw .badArchive(.badOffset) }
    return from..<(from + length)
  }

  /// The same in the form for large files.
  private func longRange(before end: Int) throws(WorkbookFault) -> (length: Int, from: Int, limit: Int) {
    guard end >= 20 else { throw .badArchive(.badOffset) }
    let locator = LittleEndian(bytes: try file.bytes(end - 20..<end))
    guard locator.bytes.count == 20, locator.long(0) == 0x0706_4B50, let place = locator.veryLong(8),
      place <= end - 20, end - 20 - place >= 56
    else { throw .badArchive(.badOffset) }
    let record = LittleEndian(bytes: try file.bytes(place..<place + 56))
    guard record.bytes.count == 56, record.long(0) == 0x0606_4B50, let length = record.veryLong(40),
      let from = record.veryLong(48)
    else { throw .badArchive(.badOffset) }
    return (length, from, place)
  }

  private mutating func read(_ range: Range<Int>) throws(WorkbookFault) {
    let all = LittleEndian(bytes: try file.bytes(range))
    guard all.bytes.count == range.count else { throw .badArchive(.cutOff) }
    var at = 0
    var names: Set<[UInt8]> = []
    while at < all.bytes.count {
      guard all.bytes.count - at >= ZipDirectory.headerSize, all.long(at) == 0x0201_4B50 else {
        throw .badArchive(.badDirectory)
      }
      let (name, extra, comment) = (all.short(at + 28), all.short(at + 30), all.short(at + 32))
      let end = at + ZipDirectory.headerSize + name + extra + comment
      guard end <= all.bytes.count else { throw .badArchive(.badDirectory) }
      let entry = try ZipDirectory.entry(all, at, name, extra)
      guard names.insert(ZipArchive.folded(entry.rawName)).inserted else { throw .badArchive(.sameNameTwice) }
      entries.append(entry)
      at = end
    }
  }

  private static func entry(
    _ all: LittleEndian, _ at: Int, _ nameCount: Int, _ extraCount: Int
  ) throws(WorkbookFault) -> ZipEntry {
    let behindName = at + headerSize + nameCount
    let rawName = Array(all.bytes[(at + headerSize)..<behindName])
    var (packed, size, offset) = (all.long(at + 20), all.long(at + 24), all.long(at + 42))
    var place = behindName
    while behindName + extraCount - place >= 4 {
      let (kind, length) = (all.short(place), all.short(place + 2))
      guard behindName + extraCount - place - 4 >= length else { break }
      if kind == 1 {
        var (at, rest) = (place + 4, length)
        try long(&size, all, &at, &rest)
        try long(&packed, all, &at, &rest)
        try long(&offset, all, &at, &rest)
      }
      place += 4 + length
    }
    let flags = all.short(at + 8)
    let method: ZipEntry.Method =
      switch all.short(at + 10) {
      case 0: .stored
      case 8: .deflated
      case let other: .other(other)
      }
    return ZipEntry(
      name: ZipArchive.path(rawName), rawName: rawName, method: method, isEncrypted: flags & 0x41 != 0,
      checksum: UInt32(truncatingIfNeeded: all.long(at + 16)), packedSize: packed, size: size, offset: offset)
  }

  /// A number for which the field of four bytes was too short.
  private static func long(
    _ value: inout Int, _ all: LittleEndian, _ at: inout Int, _ rest: inout Int
  ) throws(WorkbookFault) {
    guard value == 0xFFFF_FFFF else { return }
    guard rest >= 8, let long = all.veryLong(at) else { throw .badArchive(.badDirectory) }
    value = long
    at += 8
    rest -= 8
  }

  /// Two entries that share bytes are how a small file becomes an endless one.
  private mutating func refuseOverlaps(before directory: Int) throws(WorkbookFault) {
    let order = entries.indices.sorted { entries[$0].offset < entries[$1].offset }
    for (place, index) in order.enumerated() {
      let next = place + 1 < order.count ? entries[order[place + 1]].offset : directory
      let entry = entries[index]
      guard entry.offset <= directory, next <= directory else { throw .badArchive(.badOffset) }
      let room = next - entry.offset - 30 - entry.rawName.count
      guard room >= 0, entry.packedSize <= room else { throw .badArchive(.overlap) }
      entries[index].end = next
    }
  }
}
