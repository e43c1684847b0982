import Tables
import Units

/// What of a workbook was read and what was met there, for people.
struct WorkbookText {
  private static let mostNamed = 10
  private let notes: WorkbookNotes

  init(_ notes: WorkbookNotes) { self.notes = notes }

  var wording: Wording {
    let read = WorkbookText.list(notes.sheets)
    var parts = [Wording(zh: "读了\(read.zh)", en: "\(read.en) read")]
    if !notes.others.isEmpty {
      let names = WorkbookText.list(notes.others)
      parts.append(Wording(zh: "没有读\(names.zh)", en: "not read: \(names.en)"))
    }
    if !notes.hidden.isEmpty {
      let names = WorkbookText.list(notes.hidden)
      parts.append(Wording(zh: "隐藏的没有读：\(names.zh)", en: "hidden and not read: \(names.en)"))
    }
    if notes.hiddenRows > 0 {
      parts.append(
        Wording(
          zh: "隐藏或筛掉的 \(notes.hiddenRows.grouped) 行照读",
          en: "hidden or filtered out, and read all the same: \(notes.hiddenRows.counted("row"))"))
    }
    if notes.filledCells > 0 {
      parts.append(
        Wording(
          zh: "合并单元格照上一行填 \(notes.filledCells.grouped) 格",
          en: "merged with the row above and read as it: \(notes.filledCells.counted("cell"))"))
    }
    parts += [
      cells(notes.formulasWithoutValue, Wording(zh: "没有算出值的公式", en: "formulas without a value")),
      cells(notes.errors, Wording(zh: "错误值", en: "cells that show an error")),
    ].compactMap { $0 }
    return Wording(zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }

  private func cells(_ cells: WorkbookNotes.Cells, _ name: Wording) -> Wording? {
    guard cells.count > 0 else { return nil }
    let more = cells.count > cells.first.count
    return Wording(
      zh: "\(name.zh) \(cells.count.grouped) 处（\(cells.first.joined(separator: "、"))\(more ? "……" : "")）",
      en: "\(name.en): \(cells.count.grouped) (\(cells.first.joined(separator: ", "))\(more ? ", …" : ""))")
  }

  private static func list(_ names: [String]) -> Wording {
    let shown = names.prefix(mostNamed)
    let more = names.count - shown.count
    return Wording(
      zh: shown.map { "“\($0)”" }.joined(separator: "、") + (more > 0 ? "等 \(names.count) 张" : ""),
      en: shown.map { "'\($0)'" }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }
}

extension CommandContext {
  /// Says what of a workbook was read, where one was.
  func say(_ notes: WorkbookNotes?) {
    guard let notes else { return }
    let words = WorkbookText(notes).wording
    say(Wording(zh: "工作表：\(words.zh)", en: "sheets: \(words.en)"))
  }
}
