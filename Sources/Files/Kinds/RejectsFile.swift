import Tables
package import Units

/// The rows of any table that were set aside.
package enum RejectsFile: TableFile {
  package static let kind = FileKind.rejects
  package static let name = Wording(zh: "剔除行", en: "rejected rows")

  package enum Role: Int, FileRole {
    case file, line, column, field, value, problem, problemText
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .file:
      Field(
        "file", "文件", "文件名，照命令行；工作簿再加 # 和工作表名",
        "the file, as named on the command line; of a workbook with '#' and the sheet"
      ).holding(.id).written
    case .line:
      Field(
        "line", "行", "这一行从第几行开始；工作簿为工作表里的行号",
        "the line on which the row begins, from 1; in a workbook the row of the sheet"
      ).holding(.count).written
    case .column:
      Field(
        "column", "列", "行内第几格；没有格为空",
        "the number of the cell in the row, from 1; empty if the fault concerns no cell"
      ).holding(.count).written
    case .field: Field("field", "列名", "列的英文名", "the column's English name").holding(.word).written
    case .value: Field("value", "内容", "格里写的内容", "what the cell contains").holding(.figure).written
    case .problem: Field("problem", "问题", "问题代码", "what is wrong, as a code").holding(.word).written
    case .problemText:
      Field(
        "problem_text", "问题说明", "用文字写的问题；理算时有 --labels 才写",
        "what is wrong, in words; in a batch only with --labels"
      ).writtenIfAsked
    }
  }
}
