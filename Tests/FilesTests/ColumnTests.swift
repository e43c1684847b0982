import Files
import Foundation
import Store
import Tables
import TestKit
import Testing
import Units

@Suite("Columns")
struct ColumnTests {
  @Test(
    "every column of every kind says in both languages what stands in it", arguments: FileKind.allCases)
  func meanings(kind: FileKind) {
    let file = kind.file
    #expect(!file.fields.isEmpty && file.kind == kind)
    for field in file.fields {
      #expect(field.meaning.zh.unicodeScalars.contains { $0.value > 0x3400 }, "\(field.name)")
      #expect(field.meaning.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(field.name)")
    }
    // No name of one column is another's: a header says one thing.
    let names = file.columns.flatMap { [$0.name, $0.chinese] + $0.synonyms }
    #expect(Set(names).count == names.count)
  }

  @Test("a column of one English name has one Chinese name in all files, but where it is another thing")
  func oneNameForOneThing() {
    // What came back from the bank has a reason and a day of its own; an actor's households are relatives', and a figure's
    // value is no cell that was set aside.
    let others = ["happened_on": 2, "reason": 2, "households": 2, "value": 2]
    var chinese: [String: Set<String>] = [:]
    for kind in FileKind.allCases {
      for column in kind.file.columns { chinese[column.name, default: []].insert(column.chinese) }
    }
    #expect(chinese.count > 50)
    for (name, found) in chinese { #expect(found.count == others[name] ?? 1, "\(name): \(found.sorted())") }
  }

  @Test("columns lists the kinds, and the columns of each", arguments: Language.allCases)
  func command(language: Language) throws {
    let fangpin = try FangpinProcess()
    let kinds = try fangpin.run(["columns", "--lang", language.rawValue])
    #expect(kinds.exitCode == 0)
    let lists = kinds.text.split(separator: "\n")
    #expect(lists.count == ColumnList.all.count && lists.count == FileKind.allCases.count)
    for list in ColumnList.all {
      let run = try fangpin.run(["columns", list.kind, "--lang", language.rawValue])
      let text = run.text
      #expect(run.exitCode == 0 && text.split(separator: "\n").count == list.fields.count + 1)
      for field in list.fields {
        #expect(text.contains(field.name) && text.contains(field.headings))
        #expect(text.contains(field.meaning[language]))
      }
    }
    #expect(try fangpin.run(["columns", "dockett", "--lang", language.rawValue]).exitCode == 2)
  }

  @Test(
    "the columns of the batch's files are those that a batch writes",
    arguments: [
      (FileKind.decisions, "february.csv"), (.detail, "january.csv"),
      (.batchPayouts, "january.payouts.csv"),
    ])
  func batch(kind: FileKind, sample: String) throws {
    let header = try Repository.text("Samples/County/wei-county-2017/\(sample)").split(separator: "\n").first
    let names = header?.split(separator: ",").map(String.init)
    let (fields, always) = (kind.file.fields, kind.file.fields.filter { $0.use == .written })
    #expect(names?.filter { $0 != "reason_text" } == always.map(\.name))
    #expect(names?.allSatisfy { name in fields.contains { $0.name == name } } == true)
  }

  /// A kind's part of the article.
  private static func part(_ list: ColumnList) -> String {
    var text = "## \(list.kind)\n\n\(list.name.en) \(list.name.zh)\n\n"
    text += "| column | 列名 | required | content | 内容 |\n|---|---|---|---|---|\n"
    for field in list.fields {
      text +=
        "| `\(field.name)` | \(field.headings) | \(field.use.name.en) | \(field.meaning.en) | \(field.meaning.zh) |\n"
    }
    return text
  }

  @Test("the article on the files of offices has every kind with its columns")
  func article() throws {
    let tables = "\n" + ColumnList.all.map(Self.part).joined(separator: "\n")
    try Golden.expect(
      tables, behind: "<!-- The tables below are written by FilesTests. -->\n", inArticle: "OfficeFiles")
  }
}
