package import Units

/// Why a workbook, or what was taken for one, cannot be read.
public enum WorkbookFault: Error, Hashable, Sendable {
  /// What is wrong with the archive itself.
  public enum Archive: CaseIterable, Sendable {
    case cutOff, severalVolumes, badDirectory, badOffset, overlap, sameNameTwice, headersDiffer, badData
    case tooManyEntries
  }

  /// What is wrong with a sheet.
  public enum Sheet: CaseIterable, Sendable {
    case badReference, rowsOutOfOrder, cellsOutOfOrder, noSuchText, mergesOverlap, tooManyMerges, cellTooLong
    case rowTooLong, textTooLong
  }

  /// The system's error number.
  case cannotRead(Int32)
  /// Not a workbook that is read here.
  case foreign(ForeignFile)
  /// The archive is damaged.
  case badArchive(Archive)
  /// A file in the archive is encrypted.
  case encrypted
  /// A file in the archive is packed in another way than workbooks are.
  case unknownCompression(String)
  /// A file that belongs to a workbook is not there.
  case missingPart(String)
  /// A file in the archive unpacks to more than any workbook has.
  case tooLarge(String)
  /// A file in the archive is not sound XML: its name and the line.
  case badXML(String, line: Int)
  /// A file in the archive declares a document type, by which XML can be made to grow without end.
  case documentType(String)
  /// There is no sheet with cells.
  case noSheets
  /// A sheet is damaged: its name, the row and column from 1 (0: not known), and how.
  case badSheet(String, row: Int, column: Int, Sheet)
}

extension WorkbookFault {
  /// What is wrong and what to do, in one sentence without its full stop.
  package var wording: Wording {
    switch self {
    case .cannotRead(let code): Wording(zh: "读取出错（\(code)）", en: "reading failed (\(code))")
    case .foreign(let file): file.wording
    case .badArchive(let fault):
      WorkbookFault.saveAgain(
        Wording(zh: "工作簿文件已损坏（\(fault.wording.zh)）", en: "the workbook is damaged (\(fault.wording.en))"))
    case .encrypted: ForeignFile.encryptedWorkbook.wording
    case .unknownCompression(let part):
      WorkbookFault.saveAgain(
        Wording(zh: "工作簿中的 \(part) 用了不认识的压缩方式", en: "\(part) in the workbook is packed in an unknown way"))
    case .missingPart(let part):
      WorkbookFault.saveAgain(
        Wording(zh: "工作簿不完整，缺 \(part)", en: "the workbook is not whole: it lacks \(part)"))
    case .tooLarge(let part):
      Wording(
        zh: "工作簿中的 \(part) 解压后大得不像表格：为防文件炸弹，不予读取；请只保留需要的表，另存后再交",
        en:
          "\(part) in the workbook unpacks to more than a table can be and is not read, as it may be made to fill "
          + "the memory: keep only the sheet that is needed and save it again")
    case .badXML(let part, let line):
      WorkbookFault.saveAgain(
        Wording(zh: "工作簿中的 \(part) 第 \(line) 行已损坏", en: "\(part) in the workbook is damaged at line \(line)"))
    case .documentType(let part):
      WorkbookFault.saveAgain(
        Wording(
          zh: "工作簿中的 \(part) 带有 DOCTYPE，正常的工作簿没有",
          en: "\(part) in the workbook has a DOCTYPE, which no workbook has"))
    case .noSheets:
      Wording(
        zh: "工作簿里没有可读的工作表：请检查文件，另存为 .xlsx",
        en: "the workbook has no sheet with cells: look at it and save it again as .xlsx")
    case .badSheet(let sheet, let row, let column, let fault):
      WorkbookFault.saveAgain(WorkbookFault.place(sheet, row, column, fault.wording))
    }
  }

  private static func place(_ sheet: String, _ row: Int, _ column: Int, _ what: Wording) -> Wording {
    let place = column > 0 ? " " + CellReference.name(row: row, column: column) : ""
    if row > 0, column == 0 {
      return Wording(
        zh: "工作表“\(sheet)”第 \(row) 行：\(what.zh)", en: "sheet '\(sheet)', row \(row): \(what.en)")
    }
    return Wording(zh: "工作表“\(sheet)”\(place)：\(what.zh)", en: "sheet '\(sheet)'\(place): \(what.en)")
  }

  private static func saveAgain(_ what: Wording) -> Wording {
    Wording(
      zh: what.zh + "：请用 Excel 或 WPS 打开，另存为 .xlsx",
      en: what.en + ": open it in Excel or WPS and save it again as .xlsx")
  }
}

extension WorkbookFault.Archive {
  /// In a few words.
  package var wording: Wording {
    switch self {
    case .cutOff: Wording(zh: "文件不完整", en: "it is cut off")
    case .severalVolumes: Wording(zh: "是分卷压缩包的一卷", en: "it is one volume of several")
    case .badDirectory: Wording(zh: "目录有误", en: "its directory is wrong")
    case .badOffset: Wording(zh: "目录所指的位置不对", en: "its directory points nowhere")
    case .overlap: Wording(zh: "其中的文件互相重叠", en: "files in it overlap")
    case .sameNameTwice: Wording(zh: "其中有同名文件", en: "two files in it have one name")
    case .headersDiffer: Wording(zh: "目录与文件头不一致", en: "its directory and its headers differ")
    case .badData: Wording(zh: "内容与校验码不符", en: "its data do not meet their checksum")
    case .tooManyEntries: Wording(zh: "其中的文件太多", en: "it has too many files")
    }
  }
}

extension WorkbookFault.Sheet {
  /// As a clause.
  package var wording: Wording {
    switch self {
    case .badReference: Wording(zh: "单元格的位置有误", en: "a cell says it stands where it cannot")
    case .rowsOutOfOrder: Wording(zh: "行的次序有误", en: "rows are out of order")
    case .cellsOutOfOrder: Wording(zh: "单元格的次序有误", en: "cells are out of order")
    case .noSuchText: Wording(zh: "单元格所指的文字不存在", en: "a cell points to a text that is not there")
    case .mergesOverlap: Wording(zh: "合并单元格互相重叠", en: "merged cells overlap")
    case .tooManyMerges: Wording(zh: "合并单元格太多", en: "there are too many merged cells")
    case .cellTooLong: Wording(zh: "单元格的文字太长", en: "a cell's text is too long")
    case .rowTooLong: Wording(zh: "一行的文字太长", en: "a row's text is too long")
    case .textTooLong: Wording(zh: "全表的文字大得不像表格", en: "its text is longer than a table's can be")
    }
  }
}
