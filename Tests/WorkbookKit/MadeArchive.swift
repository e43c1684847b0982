import CZlib

/// A ZIP archive made for a test, byte by byte, with whatever lies it is to tell.
package struct MadeArchive {
  /// One file, as header and directory tell it; both say the truth where nothing else is said.
  package struct Entry {
    package var name: String
    package var content: [UInt8]
    package var isDeflated = true
    /// Whether sizes and checksum stand behind the data.
    package var hasDescriptor = false
    /// Whether the directory tells sizes in the form for large files.
    package var isLarge = false
    package var flags = 0
    package var method: Int?
    package var checksum: UInt32?
    package var size: Int?
    package var packedSize: Int?
    package var offset: Int?
    /// The name in the file's own header.
    package var ownName: String?
    /// What stands in place of the packed data.
    package var packed: [UInt8]?

    package init(name: String, content: [UInt8]) { (self.name, self.content) = (name, content) }
  }

  package var entries: [Entry] = []
  /// Bytes in front of the directory that belong to nothing.
  package var filling: [UInt8] = []
  package var comment: [UInt8] = []

  package init(entries: [Entry] = []) { self.entries = entries }

  /// The archive.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = out.count
      let packed = entry.packed ?? (entry.isDeflated ? MadeArchive.deflated(entry.content) : entry.content)
      let checksum = entry.checksum ?? MadeArchive.checksum(entry.content)
      let (size, packedSize) = (entry.size ?? entry.content.count, entry.packedSize ?? packed.count)
      let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
      let method = entry.method ?? (entry.isDeflated ? 8 : 0)
      let own = Array((entry.ownName ?? entry.name).utf8)
      out += [0x50, 0x4B, 3, 4] + short(20) + short(flags) + short(method) + long(0)
      out +=
        entry.hasDescriptor
        ? long(0) + long(0) + long(0) : long(Int(checksum)) + long(packedSize) + long(size)
      out += short(own.count) + short(0) + own + packed
      if entry.hasDescriptor {
        out += [0x50, 0x4B, 7, 8] + long(Int(checksum)) + long(packedSize) + long(size)
      }

      let name = Array(entry.name.utf8)
      let extra =
        entry.isLarge
        ? short(1) + short(24) + veryLong(size) + veryLong(packedSize) + veryLong(entry.offset ?? offset) : []
      func told(_ value: Int) -> [UInt8] { long(entry.isLarge ? 0xFFFF_FFFF : value) }
      directory += [0x50, 0x4B, 1, 2] + short(20) + short(20) + short(flags) + short(method) + long(0)
      directory += long(Int(checksum)) + told(packedSize) + told(size)
      directory += short(name.count) + short(extra.count) + short(0) + short(0) + short(0) + long(0)
      directory += told(entry.offset ?? offset) + name + extra
    }
    out += filling
    let start = out.count
    out += directory
    let isLarge = entries.contains(where: \.isLarge)
    if isLarge {
      let place = out.count
      out += [0x50, 0x4B, 6, 6] + veryLong(44) + short(45) + short(45) + long(0) + long(0)
      out += veryLong(entries.count) + veryLong(entries.count) + veryLong(directory.count) + veryLong(start)
      out += [0x50, 0x4B, 6, 7] + long(0) + veryLong(place) + long(1)
    }
    out += [0x50, 0x4B, 5, 6] + short(0) + short(0) + short(entries.count) + short(entries.count)
    out += long(directory.count) + long(isLarge ? 0xFFFF_FFFF : start) + short(comment.count) + comment
    return out
  }

  private func short(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }
  private func long(_ value: Int) -> [UInt8] { short(value) + short(value >> 16) }
  private func veryLong(_ value: Int) -> [UInt8] { long(value) + long(value >> 32) }

  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: unsafe crc32_z(0, bytes, bytes.count))
  }

  /// Deflated, without the two bytes in front and the four behind of zlib's own form.
  package static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    let result = unsafe compress2(&packed, &count, bytes, UInt(bytes.count), 6)
    precondition(result == Z_OK, "zlib deflates")
    return Array(packed[2..<(Int(count) - 4)])
  }
}
