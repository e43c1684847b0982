import Glibc

/// The name of a file that is not whole yet: hidden, beside the place it is for, and nobody else's.
package struct Draft {
  /// The place it is for, as it was named.
  package let target: String
  /// Its own name until then.
  package let name: String
  private let folder: String

  /// A draft's name; nothing is made.
  package init(of target: String) {
    self.target = target
    // By bytes: a mark that combines with the stroke before it makes one character of both.
    let end =
      target.utf8.lastIndex(of: UInt8(ascii: "/")).map { target.utf8.index(after: $0) } ?? target.startIndex
    folder = target[..<end].isEmpty ? "." : String(target[..<end])
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    let mark = String(repeating: "0", count: 16 - number.count) + number
    // A name has 255 bytes at most, of which the file's own may take up all.
    var own = target[end...]
    while own.utf8.count > 200 { own.removeLast() }
    name = "\(target[..<end]).\(own).\(mark).partial"
  }

  /// Puts the draft, all of which is on the disk, in its place.
  ///
  /// - Parameter replacing: whether a file that is there gives way.
  /// - Returns: the system's error number; 0 where it is done.
  package func takePlace(replacing: Bool) -> Int32 {
    guard unsafe replacing ? rename(name, target) == 0 : takeFreePlace() else { return errno }
    syncFolder()
    return 0
  }

  /// Takes the draft away.
  package func remove() { _ = unsafe unlink(name) }

  /// Puts it where nothing is. A second name is refused where one is; a file system without second names is looked at first.
  private func takeFreePlace() -> Bool {
    if unsafe link(name, target) == 0 {
      remove()
      return true
    }
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { return false }
    var status = stat()
    guard unsafe lstat(target, &status) != 0 else {
      errno = EEXIST
      return false
    }
    return unsafe rename(name, target) == 0
  }

  /// Has the folder remember its new name. Where it cannot be asked to, the file is whole all the same.
  private func syncFolder() {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }
}
