import Glibc
public import Units

/// What a workbook has an end of.
public enum WorkbookLimit: CaseIterable, Sendable {
  case rows, cell, size

  /// As a clause.
  package var wording: Wording {
    switch self {
    case .rows: Wording(zh: "行数超过 1,048,576", en: "a sheet holds 1,048,576 rows, and there are more")
    case .cell:
      Wording(zh: "有一格超过 32,767 个字", en: "a cell holds 32,767 characters, and one has more")
    case .size: Wording(zh: "数据超过 4 GiB", en: "it would have more than 4 GiB of data")
    }
  }
}

/// The world failed: a file could not be read or written.
public enum TableError: Error, Hashable, Sendable {
  /// A file could not be opened: its path and the system's error number.
  case cannotOpen(String, Int32)
  /// A file could not be read.
  case cannotRead(String, Int32)
  /// A file could not be written.
  case cannotWrite(String, Int32)
  /// Whoever read our standard output has gone.
  case readerGone
  /// A line is longer than a table's line can be: path, and the byte in the file where it begins.
  case lineTooLong(String, Int)
  /// A workbook, or what was taken for one, cannot be read: path, and why.
  case workbook(String, WorkbookFault)
  /// A table is more than a workbook holds: path, and in what.
  case workbookFull(String, WorkbookLimit)
  /// What was to be written would take the place of a database, as a casebook is one, or of its log: path.
  case database(String)
  /// The user asked to stop.
  case interrupted

  /// What happened, for people.
  public var wording: Wording {
    switch self {
    case .cannotOpen(let path, let code):
      Wording(
        zh: "无法打开 \(path)：\(TableError.text(code).zh)", en: "cannot open \(path): \(TableError.text(code).en)"
      )
    case .cannotRead(let path, let code):
      Wording(
        zh: "无法读取 \(path)：\(TableError.text(code).zh)", en: "cannot read \(path): \(TableError.text(code).en)"
      )
    case .cannotWrite(let path, let code):
      Wording(
        zh: "无法写入 \(path)：\(TableError.text(code).zh)",
        en: "cannot write \(path): \(TableError.text(code).en)"
      )
    case .readerGone:
      Wording(zh: "读取输出的程序已退出", en: "the program reading our output has exited")
    case .interrupted:
      Wording(
        zh: "已按要求中止；没有改动任何输出文件", en: "stopped as asked; no output file was changed")
    case .database(let path):
      Wording(
        zh: "\(path) 是数据库（如案卷簿）或其日志，不会被覆盖：换个名字",
        en: "\(path) is a database, such as a casebook, or its log, and is not replaced: use another name")
    case .workbook(let path, let fault):
      Wording(zh: "\(path)：\(fault.wording.zh)", en: "\(path): \(fault.wording.en)")
    case .workbookFull(let path, let limit):
      Wording(
        zh: "\(path) 写不成工作簿：\(limit.wording.zh)；请改写成 CSV：文件名以 .csv 结尾，或用 --format csv",
        en: "\(path) cannot be a workbook: \(limit.wording.en); write it as CSV, with a name that ends "
          + "in .csv or --format csv")
    case .lineTooLong(let path, let offset):
      Wording(
        zh: "\(path) 第 \(offset) 字节起的一行超过 16 MiB：这不像一张表",
        en: "\(path) has a line longer than 16 MiB, from byte \(offset) on: that is not a table")
    }
  }

  /// The system's word for an error number, and ours in Chinese for the common ones.
  private static func text(_ code: Int32) -> Wording {
    let english = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    let chinese: String? =
      switch code {
      case ENOENT: "没有这个文件或文件夹"
      case EACCES, EPERM: "没有权限"
      case EISDIR: "这是一个文件夹"
      case ENOTDIR: "路径中有一段不是文件夹"
      case ENOSPC, EDQUOT: "磁盘已满"
      case EROFS: "文件系统只读"
      case EIO: "磁盘读写出错"
      case EMFILE, ENFILE: "打开的文件太多"
      case EFBIG: "文件太大"
      default: nil
      }
    return Wording(zh: chinese ?? english, en: english)
  }
}
