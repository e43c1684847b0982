import Tables
import Units

/// What the rows of a table gave rise to, for people.
struct RowsText {
  private let notes: RowNotes

  init(_ notes: RowNotes) { self.notes = notes }

  /// How many rows of totals were left out; `nil` where there were none.
  var totals: Wording? {
    guard notes.totals > 0 else { return nil }
    return Wording(
      zh: "合计行 \(notes.totals.grouped) 行", en: notes.totals.counted("row of totals", "rows of totals"))
  }

  /// The totals that the rows read do not come to; `nil` where there are none.
  var differences: Wording? {
    guard notes.differing > 0 else { return nil }
    let each = notes.differences.map(RowsText.difference)
    let more = notes.differing - each.count
    return Wording(
      zh: each.map(\.zh).joined(separator: "；") + (more > 0 ? "；还有 \(more.grouped) 处" : "")
        + "。请核对：有没有行没读进来，还是合计本身有误",
      en: each.map(\.en).joined(separator: "; ") + (more > 0 ? "; and \(more.grouped) more" : "")
        + ". See whether rows are missing or were rejected, or the total itself is wrong")
  }

  private static func difference(_ found: RowNotes.Difference) -> Wording {
    let (line, column) = (found.line.wording, found.column)
    let stated =
      found.stated.map {
        Wording(zh: "\(column.chinese)写 \($0.grouped) 元", en: "\(column.name) is \($0.grouped)")
      }
      ?? Wording(zh: "\(column.chinese)认不出是多少", en: "\(column.name) cannot be read")
    let apart = found.stated.map {
      ($0.fen - min(max(found.read.fen, -Yuan.accumulatorLimit.fen), Yuan.accumulatorLimit.fen)).magnitude
    }.map { Yuan(fen: Int64(clamping: $0)).grouped }
    return Wording(
      zh: "\(line.zh)“\(found.word)”：\(stated.zh)，读入的各行共 \(found.read.grouped) 元"
        + (apart.map { "，相差 \($0) 元" } ?? ""),
      en: "\(line.en), \(found.word): \(stated.en), and the rows read come to \(found.read.grouped)"
        + (apart.map { ", \($0) apart" } ?? ""))
  }

  /// Cells that rows may have vanished in; `nil` where there are none.
  var runOn: Wording? {
    guard notes.runOnCells > 0, let first = notes.firstRunOn?.wording else { return nil }
    let more = notes.runOnCells - 1
    return Wording(
      zh: "\(first.zh)起的一行里，有一格占了好几行，每行都像一条记录"
        + (more > 0 ? "；这样的还有 \(more.grouped) 格" : "")
        + "。多半是多打了引号，后面的行都被读成了一格里的文字：请在原表里删去多余的引号，再读一次",
      en: "in the row at \(first.en) a cell runs over several lines that each look like a row"
        + (more > 0 ? ", and so do \(more.counted("more cell", "more cells"))" : "")
        + ". Stray quotes have probably made rows the text of one cell: take them out of the file, and read it again"
    )
  }
}

extension CommandContext {
  /// Says what the rows of a table gave rise to, where anything is to be said.
  func say(_ notes: RowNotes) {
    let text = RowsText(notes)
    if let totals = text.totals { say(Wording(zh: "没有读\(totals.zh)", en: "left out: \(totals.en)")) }
    if let differences = text.differences {
      warn(Wording(zh: "合计不符：\(differences.zh)", en: "totals differ: \(differences.en)"))
    }
    if let runOn = text.runOn { warn(runOn) }
  }
}

extension ExitCode {
  /// How a command ends that has read such a table.
  func having(_ notes: RowNotes) -> ExitCode { self == .done && notes.needALook ? .rowsRejected : self }
}
