import CCrypto

/// Bytes that nobody can guess: salts.
package enum Randomness {
  /// So many bytes from OpenSSL's generator, which the operating system seeds.
  ///
  /// - Parameter count: at least 0.
  package static func bytes(_ count: Int) -> [UInt8] {
    precondition(count >= 0 && count <= Int(Int32.max), "a number of bytes is asked for")
    var bytes = [UInt8](repeating: 0, count: count)
    let isDone = unsafe RAND_bytes(&bytes, Int32(count))
    precondition(isDone == 1, "the operating system gives a seed")
    return bytes
  }
}
