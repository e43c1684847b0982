/// A ZIP archive whose directory was read and found to be sound.
final class ZipArchive {
  private let file: any WorkbookBytes
  private let places: [String: Int]
  private let entries: [ZipEntry]

  init(_ file: any WorkbookBytes) throws(WorkbookFault) {
    self.file = file
    entries = try ZipDirectory.entries(of: file)
    var places: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { places[entry.name.lowercased()] = index }
    self.places = places
  }

  /// A name as others are compared with it: byte by byte, as names may be in any encoding; capitals make no difference.
  static func folded(_ raw: [UInt8]) -> [UInt8] {
    raw.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      default: byte
      }
    }
  }

  /// A name as a path from the archive's root, with slashes between its steps.
  static func path(_ raw: [UInt8]) -> String {
    let slashes = raw.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    return String(decoding: slashes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }

  /// Whether there is a file with this path; capitals make no difference.
  func has(_ name: String) -> Bool { places[name.lowercased()] != nil }

  /// Begins to read a file.
  func open(_ name: String, limit: Int) throws(WorkbookFault) -> PartStream {
    guard let place = places[name.lowercased()] else { throw .missingPart(name) }
    let entry = entries[place]
    guard !entry.isEncrypted else { throw .encrypted }
    if case .other = entry.method { throw .unknownCompression(name) }
    return try PartStream(file, entry, from: try dataStart(of: entry), limit: limit)
  }

  /// Where an entry's data begins: its own header must say what the directory does.
  private func dataStart(of entry: ZipEntry) throws(WorkbookFault) -> Int {
    let header = LittleEndian(bytes: try file.bytes(entry.offset..<entry.offset + 30))
    guard header.bytes.count == 30, header.long(0) == 0x0403_4B50 else { throw .badArchive(.badOffset) }
    let (flags, nameCount) = (header.short(6), header.short(26))
    let start = entry.offset + 30 + nameCount + header.short(28)
    guard start <= entry.end, entry.packedSize <= entry.end - start else { throw .badArchive(.overlap) }
    let name = try file.bytes(entry.offset + 30..<entry.offset + 30 + nameCount)
    let method: Int =
      switch entry.method {
      case .stored: 0
      case .deflated: 8
      case .other(let other): other
      }
    guard name == entry.rawName, header.short(8) == method, flags & 0x41 == 0 else {
      throw .badArchive(.headersDiffer)
    }
    // Sizes and checksum may stand behind the data instead, or in the form for large files.
    let isLater = flags & 0x08 != 0
    func agrees(_ at: Int, _ value: Int) -> Bool {
      let own = header.long(at)
      return own == value || (isLater && own == 0) || (at != 14 && own == 0xFFFF_FFFF)
    }
    guard agrees(14, Int(entry.checksum)), agrees(18, entry.packedSize), agrees(22, entry.size) else {
      throw .badArchive(.headersDiffer)
    }
    return start
  }
}
