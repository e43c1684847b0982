/// Where bytes go: a file, or memory.
package protocol ByteSink: AnyObject {
  /// What the user calls it.
  var path: String { get }
  /// Writes all of `bytes`.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError)
}

extension ByteSink {
  func write(_ bytes: [UInt8]) throws(TableError) {
    try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(TableError) in try unsafe write(bytes) }
  }
}

extension OutputFile: ByteSink {}

extension OutputBuffer: ByteSink {
  package var path: String { "-" }
  package func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) { unsafe append(bytes) }
}
