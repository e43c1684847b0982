/// The bytes of a workbook's file, to be read at any place.
package protocol WorkbookBytes: AnyObject {
  /// How many there are.
  var byteCount: Int { get }

  /// Bytes from `offset` on, at most `count` of them; 0 only at the end.
  func bytes(
    at offset: Int, into buffer: UnsafeMutablePointer<UInt8>, count: Int
  ) throws(WorkbookFault) -> Int
}

extension WorkbookBytes {
  /// Bytes of a range that lies in the file; fewer where the file ends before.
  func bytes(_ range: Range<Int>) throws(WorkbookFault) -> [UInt8] {
    var found = [UInt8](repeating: 0, count: range.count)
    var filled = 0
    while filled < found.count {
      let got = try fill(&found, filled, at: range.lowerBound + filled)
      if got == 0 { break }
      filled += got
    }
    found.removeSubrange(filled...)
    return found
  }

  private func fill(_ found: inout [UInt8], _ filled: Int, at offset: Int) throws(WorkbookFault) -> Int {
    try unsafe found.withUnsafeMutableBufferPointer { (buffer) throws(WorkbookFault) -> Int in
      guard let base = buffer.baseAddress else { return 0 }
      return try unsafe bytes(at: offset, into: base + filled, count: buffer.count - filled)
    }
  }
}
