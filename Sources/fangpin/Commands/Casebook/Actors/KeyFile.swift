import Casebook
import Glibc
import Sealing
import Tables
import Units

/// The two files of an actor's key in a folder: `NAME.pem`, which only its owner reads, and `NAME.pub.pem`.
struct KeyFile {
  let privatePath: String
  let publicPath: String

  init(_ name: String, in folder: String) {
    let base = (folder.hasSuffix("/") ? folder : folder + "/") + name
    privatePath = base + ".pem"
    publicPath = base + ".pub.pem"
  }

  /// Whether a name can be a file's: it names no other folder, and no hidden file.
  static func canBeNamed(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && name.utf8.count <= 200
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  /// The file of the two that is there already.
  var existing: String? { [privatePath, publicPath].first { unsafe access($0, F_OK) == 0 } }

  /// Writes both halves; where the second cannot be written the first is taken away.
  func write(_ key: PrivateKey) throws(TableError) {
    try KeyFile.write(key.pem, to: privatePath, mode: 0o600)
    do throws(TableError) {
      try KeyFile.write(key.publicKey.pem, to: publicPath, mode: 0o644)
    } catch {
      remove(privatePath)
      throw error
    }
  }

  /// Takes both away: files this program has just made.
  func discard() {
    remove(privatePath)
    remove(publicPath)
  }

  private func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Reads the half that everybody may know.
  func publicKey() throws(CasebookError) -> PublicKey {
    let bytes: [UInt8]
    do { bytes = try InputFile.contents(of: publicPath) } catch { throw .file(error) }
    do { return try PublicKey(pem: String(decoding: bytes, as: UTF8.self)) } catch { throw .key(error) }
  }

  /// Makes a file that was not there, and writes it to the disk.
  private static func write(_ text: String, to path: String, mode: mode_t) throws(TableError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .cannotOpen(path, errno) }
    let bytes = Array(text.utf8)
    var written = 0
    var failure: Int32 = 0
    while written < bytes.count, failure == 0 {
      let sent = unsafe bytes.withUnsafeBytes { room in
        unsafe Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: room[written...]).baseAddress, room.count - written)
      }
      if sent >= 0 { written += sent } else if errno != EINTR { failure = errno }
    }
    if failure == 0, fchmod(descriptor, mode) != 0 || fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure != 0 else { return }
    _ = unsafe unlink(path)
    throw .cannotWrite(path, failure)
  }
}
