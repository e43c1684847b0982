package import Units

/// A file that is handed in as a table and is none that this program reads.
public enum ForeignFile: String, CaseIterable, Sendable {
  case oldWorkbook, encryptedWorkbook, oldDocument
  case page, workbookAsXML
  case binaryWorkbook, openDocument, document, otherArchive
  case packed, pdf, picture

  /// What it is and what to do, in one sentence without its full stop.
  package var wording: Wording {
    switch self {
    case .oldWorkbook:
      Wording(
        zh: "这是旧格式的工作簿（.xls 或 WPS 的 .et）：请用 Excel 或 WPS 打开，另存为 .xlsx",
        en:
          "this is a workbook of the old kind (.xls, or .et of WPS): open it in Excel or WPS and save it as .xlsx"
      )
    case .encryptedWorkbook:
      Wording(
        zh: "这个工作簿设了打开密码：请打开后取消密码，再另存为 .xlsx",
        en: "this workbook has a password: open it, take the password off and save it again as .xlsx")
    case .oldDocument:
      Wording(
        zh: "这是旧格式的 Office 文件，不是工作簿：请把其中的表格复制到 Excel 或 WPS 表格，存为 .xlsx",
        en:
          "this is an old Office file and no workbook: copy its table into a spreadsheet and save that as .xlsx"
      )
    case .page:
      Wording(
        zh: "这是一个网页，只是文件名写成了 .xls：请用 Excel 或 WPS 打开，另存为 .xlsx",
        en: "this is a web page that is named like a workbook: open it in Excel or WPS and save it as .xlsx")
    case .workbookAsXML:
      Wording(
        zh: "这是 XML 格式的工作簿或文件：请用 Excel 或 WPS 打开，另存为 .xlsx",
        en: "this is a workbook or another file as bare XML: open it in Excel or WPS and save it as .xlsx")
    case .binaryWorkbook:
      Wording(
        zh: "这是二进制工作簿（.xlsb）：请用 Excel 打开，另存为 .xlsx",
        en: "this is a binary workbook (.xlsb): open it in Excel and save it as .xlsx")
    case .openDocument:
      Wording(
        zh: "这是 OpenDocument 文件（.ods 之类）：请打开后另存为 .xlsx",
        en: "this is an OpenDocument file (.ods or the like): open it and save it as .xlsx")
    case .document:
      Wording(
        zh: "这是 Word 或演示文稿：请把其中的表格复制到 Excel 或 WPS 表格，存为 .xlsx",
        en:
          "this is a text document or a presentation: copy its table into a spreadsheet and save that as .xlsx"
      )
    case .otherArchive:
      Wording(
        zh: "这是一个压缩包，里面没有工作簿的内容：请先解压，再交里面的表格",
        en: "this is a zip archive and no workbook: unpack it first and hand in the table that is in it")
    case .packed:
      Wording(
        zh: "这是一个压缩文件（RAR、7z、gz 之类）：请先解压，再交里面的表格",
        en:
          "this is a packed file (RAR, 7z, gz or the like): unpack it first and hand in the table that is in it"
      )
    case .pdf:
      Wording(
        zh: "这是 PDF，不是表格：请向出具单位要 .xlsx 或 .csv 原件",
        en: "this is a PDF and no table: ask whoever made it for the .xlsx or .csv it was made from")
    case .picture:
      Wording(
        zh: "这是一张图片，不是表格：请把内容录入表格，或要 .xlsx、.csv 原件",
        en: "this is a picture and no table: type it into a table, or ask for the .xlsx or .csv")
    }
  }
}
