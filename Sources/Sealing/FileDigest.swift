import CCrypto
import Glibc

/// The digest of a file's bytes, as `sha256sum` prints it.
package enum FileDigest {
  /// SHA-256 of the file at a path.
  ///
  /// - Returns: the digest, or the system's error number where the file cannot be read.
  package static func sha256(ofFile path: String) -> Result<Digest, FileTrouble> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(FileTrouble(code: errno)) }
    defer { close(descriptor) }
    guard let context = unsafe EVP_MD_CTX_new() else { return .failure(FileTrouble(code: ENOMEM)) }
    defer { unsafe EVP_MD_CTX_free(context) }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { unsafe room.deallocate() }
    var isWell = unsafe EVP_DigestInit_ex2(context, DigestFunctions.of(.sha256), nil) == 1
    while isWell {
      let count = unsafe read(descriptor, room.baseAddress, room.count)
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(FileTrouble(code: errno))
      }
      if count == 0 { break }
      isWell = unsafe EVP_DigestUpdate(context, room.baseAddress, count) == 1
    }
    var bytes = [UInt8](repeating: 0, count: Digest.length)
    var length: UInt32 = 0
    isWell = unsafe isWell && EVP_DigestFinal_ex(context, &bytes, &length) == 1
    guard isWell, let digest = Digest(bytes) else {
      preconditionFailure("SHA-256 is part of every libcrypto")
    }
    return .success(digest)
  }

  /// The system could not read a file.
  package struct FileTrouble: Error, Sendable {
    /// The system's error number.
    package let code: Int32
  }
}
