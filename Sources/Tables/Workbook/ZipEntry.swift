/// One file in an archive, as the archive's directory tells it.
struct ZipEntry: Sendable {
  /// How its bytes are packed; nothing else is read.
  enum Method: Sendable {
    case stored, deflated
    case other(Int)
  }

  /// Its path in the archive, with slashes.
  let name: String
  /// The name as it stands in the file.
  let rawName: [UInt8]
  let method: Method
  let isEncrypted: Bool
  let checksum: UInt32
  let packedSize: Int
  let size: Int
  /// Where its own header begins.
  let offset: Int
  /// Where the next entry or the directory begins: what it has ends before.
  var end = 0
}

/// Numbers as an archive writes them, the lowest byte first.
struct LittleEndian {
  let bytes: [UInt8]

  func short(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
  func long(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }

  /// Eight bytes; `nil` where the number is larger than any file.
  func veryLong(_ at: Int) -> Int? {
    let high = long(at + 4)
    return high < 1 << 24 ? long(at) | high << 32 : nil
  }
}
