import Casebook
import Glibc
import Tables
import Units

/// Pages on their way out: to standard output, to a file, or one after another into a folder.
struct PageFile {
  let context: CommandContext

  /// Where pages go.
  static let out = Option<String?>.optional(
    "out", "F", Wording(zh: "写到这个文件，或这个文件夹里", en: "the file or folder to write to"),
    defaultNote: Wording(zh: "标准输出", en: "standard output"), offers: .files)

  /// Writes a page; the file is replaced whole or not at all, and a new one is for its owner alone where
  /// `isPrivate`.
  func write(_ page: String, to path: String, isPrivate: Bool) throws(CasebookError) {
    do throws(TableError) {
      try OutputFile.write(page, to: path, isPrivate: isPrivate)
    } catch { throw .file(error) }
  }

  /// Whether a path is a folder that is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder where none is yet, for its owner alone.
  static func makeFolder(_ path: String) throws(CasebookError) {
    if unsafe mkdir(path, 0o700) != 0, errno != EEXIST { throw .file(.cannotWrite(path, errno)) }
    guard isFolder(path) else { throw .file(.cannotWrite(path, ENOTDIR)) }
  }
}
