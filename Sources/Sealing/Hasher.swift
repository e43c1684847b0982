import CCrypto

/// Makes digests, one after the other, with room that is made once.
///
/// Nothing is allocated here for a digest: a journal's tree takes two or three for every entry. OpenSSL 3.0 itself
/// takes and gives back about a hundred bytes each time, however its general interface is asked. That interface it
/// is, not the deprecated `SHA256_*` functions: on 65 bytes those take three quarters of the time, which is not
/// worth a second way for one of the two algorithms. Not for two threads at once: each makes its own.
@safe
package final class Hasher {
  /// The function it computes.
  package let algorithm: DigestAlgorithm

  private let context: OpaquePointer
  /// Where a digest arrives, and where the bytes of an inner node are put together.
  private let room: UnsafeMutableRawPointer

  /// Places in the room, such that the digests lie on whole words and a node's mark stands before its children.
  private enum Place {
    static let result = 0
    static let prefix = 32
    static let mark = 39
    static let left = 40
    static let right = 72
    static let end = 104
  }

  /// Prepares the function.
  package init(_ algorithm: DigestAlgorithm) {
    self.algorithm = algorithm
    guard let context = unsafe EVP_MD_CTX_new() else {
      preconditionFailure("no memory for a digest's context")
    }
    unsafe self.context = unsafe context
    unsafe room = .allocate(byteCount: Place.end, alignment: 8)
    unsafe room.initializeMemory(as: UInt8.self, repeating: 0, count: Place.end)
    unsafe room.storeBytes(of: 0x01, toByteOffset: Place.mark, as: UInt8.self)
    let isReady = unsafe EVP_DigestInit_ex2(context, DigestFunctions.of(algorithm), nil)
    precondition(isReady == 1, "a fetched digest function can be begun")
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
    unsafe room.deallocate()
  }

  /// The digest of some bytes.
  package func digest(_ bytes: UnsafeRawBufferPointer) -> Digest {
    begin()
    unsafe add(bytes.baseAddress, bytes.count)
    return end()
  }

  /// The digest of one byte followed by others.
  package func digest(prefix: UInt8, _ bytes: UnsafeRawBufferPointer) -> Digest {
    unsafe room.storeBytes(of: prefix, toByteOffset: Place.prefix, as: UInt8.self)
    begin()
    unsafe add(room + Place.prefix, 1)
    unsafe add(bytes.baseAddress, bytes.count)
    return end()
  }

  /// The digest of some bytes.
  package func digest(_ bytes: [UInt8]) -> Digest {
    unsafe bytes.withUnsafeBytes { bytes in unsafe digest(bytes) }
  }

  /// The digest of no bytes: what a tree without leaves has for a root.
  package func empty() -> Digest {
    begin()
    return end()
  }

  /// The digest of a leaf: marked with 0x00, so that no leaf can pass for an inner node.
  ///
  /// - Source: RFC 6962, section 2.1.
  package func leaf(_ bytes: UnsafeRawBufferPointer) -> Digest {
    unsafe digest(prefix: 0x00, bytes)
  }

  /// The digest of an inner node: 0x01, then its children's.
  ///
  /// - Source: RFC 6962, section 2.1.
  package func node(_ left: Digest, _ right: Digest) -> Digest {
    unsafe room.storeBytes(of: left, toByteOffset: Place.left, as: Digest.self)
    unsafe room.storeBytes(of: right, toByteOffset: Place.right, as: Digest.self)
    begin()
    unsafe add(room + Place.mark, Place.end - Place.mark)
    return end()
  }

  /// No function is named: that keeps the one it was prepared for.
  private func begin() {
    let isDone = unsafe EVP_DigestInit_ex2(context, nil, nil)
    precondition(isDone == 1, "a prepared digest can be begun again")
  }

  private func add(_ bytes: UnsafeRawPointer?, _ count: Int) {
    let isDone = unsafe EVP_DigestUpdate(context, bytes, count)
    precondition(isDone == 1, "a digest that was begun takes bytes")
  }

  private func end() -> Digest {
    let isDone = unsafe EVP_DigestFinal_ex(
      context, (room + Place.result).assumingMemoryBound(to: UInt8.self), nil)
    precondition(isDone == 1, "a digest that was begun can be ended")
    return unsafe room.load(fromByteOffset: Place.result, as: Digest.self)
  }
}

/// The digest functions, fetched from OpenSSL once: a search by name for every context would cost more than a
/// digest. They are never changed and never given back.
enum DigestFunctions {
  private nonisolated(unsafe) static let sha256 = unsafe fetch("SHA256")
  private nonisolated(unsafe) static let sm3 = unsafe fetch("SM3")

  static func of(_ algorithm: DigestAlgorithm) -> OpaquePointer {
    switch algorithm {
    case .sha256: unsafe sha256
    case .sm3: unsafe sm3
    }
  }

  private static func fetch(_ name: String) -> OpaquePointer {
    OpenSSLLibrary.begin()
    guard let function = unsafe EVP_MD_fetch(nil, name, nil) else {
      preconditionFailure("libcrypto has no \(name)")
    }
    precondition(unsafe EVP_MD_get_size(function) == Int32(Digest.length), "\(name) gives 32 bytes")
    return unsafe function
  }
}
