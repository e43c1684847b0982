import Casebook
import Foundation
import Store
import Tables
import TestKit
import Testing
import Units

@Suite("Columns")
struct ColumnTests {
  @Test(
    "every column of every kind says in both languages what stands in it", arguments: OfficeTable.allCases)
  func meanings(table: OfficeTable) {
    #expect(!table.columns.isEmpty)
    for column in table.columns {
      let meaning = table.meaning(of: column.name)
      #expect(meaning?.zh.unicodeScalars.contains { $0.value > 0x3400 } == true, "\(column.name)")
      #expect(meaning?.en.unicodeScalars.allSatisfy { $0.value < 0x3000 } == true, "\(column.name)")
    }
    #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    #expect(Set(table.columns.map(\.chinese)).count == table.columns.count)
    #expect(table.meaning(of: "nonsense") == nil)
  }

  @Test("columns lists the kinds, and the columns of each", arguments: Language.allCases)
  func command(language: Language) throws {
    let fangpin = try FangpinProcess()
    let kinds = try fangpin.run(["columns", "--lang", language.rawValue])
    #expect(kinds.exitCode == 0)
    let lists = kinds.text.split(separator: "\n")
    #expect(lists.count == ColumnList.all.count && lists.count == OfficeTable.allCases.count + 4)
    for list in ColumnList.all {
      let run = try fangpin.run(["columns", list.kind, "--lang", language.rawValue])
      let text = run.text
      #expect(run.exitCode == 0 && text.split(separator: "\n").count == list.lines.count + 1)
      for line in list.lines {
        #expect(text.contains(line.name) && text.contains(line.chinese))
        #expect(text.contains(line.meaning[language]))
      }
    }
    #expect(try fangpin.run(["columns", "dockett", "--lang", language.rawValue]).exitCode == 2)
  }

  @Test(
    "the columns of the batch's files are those that a batch writes",
    arguments: [
      (BatchFile.decisions, "february.csv"), (.detail, "january.csv"), (.payouts, "january.payouts.csv"),
    ])
  func batch(file: BatchFile, sample: String) throws {
    let header = try Repository.text("Samples/County/wei-county-2017/\(sample)").split(separator: "\n").first
    let names = header?.split(separator: ",").map(String.init).filter { $0 != "reason_text" }
    #expect(file.fields.map(\.name) == names)
  }

  @Test("the article on the files of offices has every kind with its columns")
  func article() throws {
    let tables = "\n" + ColumnList.all.map(\.markdown).joined(separator: "\n")
    try Golden.expect(
      tables, behind: "<!-- The tables below are written by OfficeFileTests. -->\n", inArticle: "OfficeFiles")
  }
}
