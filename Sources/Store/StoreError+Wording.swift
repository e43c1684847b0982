import Glibc
package import Units

extension StoreError {
  /// What happened and, where one can, how to fix it.
  package var wording: Wording {
    switch self {
    case .cannotOpen, .notADatabase, .exists, .newerSchema, .unfinishedLog: openingWording
    case .busy(let path):
      Wording(
        zh: "另一个程序正在用 \(path)：请等它用完后重试",
        en: "another process is using \(path): wait until it is done, then try again")
    case .full(let path):
      Wording(
        zh: "磁盘已满，写不进 \(path)；已有的记录没有变：请腾出空间后重试",
        en: "no space left to write \(path); what it held is unchanged: free some space, then try again")
    case .readOnly(let path):
      Wording(
        zh: "\(path) 是只读的：检查该文件及其所在文件夹的写权限",
        en: "\(path) is read-only: check that you may write the file and its folder")
    case .corrupt(let path, let what):
      Wording(
        zh: "\(path) 已损坏（\(what)）：不要再往里写，从备份恢复",
        en: "\(path) is damaged (\(what)): write nothing more to it, and restore it from a backup")
    case .refused(let what):
      Wording(zh: "数据库按自己的规则拒绝：\(what)", en: "the database's own rules refuse this: \(what)")
    case .failed(let path, let code, let message, let sql):
      Wording(
        zh: "\(path)：SQLite 错误 \(code)：\(message)；语句：\(sql)",
        en: "\(path): SQLite error \(code): \(message); statement: \(sql)")
    }
  }

  private var openingWording: Wording {
    switch self {
    case .cannotOpen(let path, let reason):
      Wording(
        zh: "无法打开 \(path)：\(StoreError.text(reason).zh)",
        en: "cannot open \(path): \(StoreError.text(reason).en)")
    case .notADatabase(let path):
      Wording(
        zh: "\(path) 不是 SQLite 数据库：检查文件名", en: "\(path) is not a SQLite database: check the file's name")
    case .exists(let path):
      Wording(
        zh: "\(path) 已存在，没有改动它：换个名字，或先把它移走",
        en: "\(path) already exists and was not changed: use another name, or move it away first")
    case .newerSchema(let path, let found, let known):
      Wording(
        zh: "\(path) 由更新版本的程序写成（结构版本 \(found)，本程序只认到 \(known)）：请更新本程序",
        en:
          "\(path) was written by a newer program (schema \(found), this one knows up to \(known)): update this program"
      )
    case .unfinishedLog(let path):
      Wording(
        zh: "\(path)-wal 里有还没并入的记录：请由文件的主人先打开一次，或把两个文件一起复制到自己的文件夹再读",
        en:
          "\(path)-wal holds records that are not in the file yet: let the file's owner open it first, or copy both "
          + "files to a folder of your own and read them there")
    case .busy, .full, .readOnly, .corrupt, .refused, .failed:
      preconditionFailure("only what happens at opening is worded here")
    }
  }

  /// The system's word for an error number, and ours in Chinese for the common ones.
  private static func text(_ code: Int32) -> Wording {
    if code == 0 {
      return Wording(zh: "检查文件及其所在文件夹的权限", en: "check that you may use the file and its folder")
    }
    let english = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    let chinese: String? =
      switch code {
      case ENOENT: "没有这个文件或文件夹"
      case EACCES, EPERM: "没有权限"
      case EISDIR: "这是一个文件夹"
      case ENOTDIR: "路径中有一段不是文件夹"
      case EROFS: "文件系统只读"
      case EMFILE, ENFILE: "打开的文件太多"
      default: nil
      }
    return Wording(zh: chinese ?? english, en: english)
  }
}
