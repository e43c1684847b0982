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
    let names = file.columns.flatMap { column in Set(column.headings.map { Heading($0).folded }) }
    #expect(Set(names).count == names.count)
    for column in file.columns {
      for lookalike in column.lookalikes {
        let others = Set(lookalike.headings.map { Heading($0).folded })
        #expect(others.isDisjoint(with: column.headings.map { Heading($0).folded }), "\(column.name)")
        #expect(lookalike.why.zh != lookalike.why.en && !lookalike.why.en.isEmpty)
      }
    }
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

  @Test(
    "headings of offices mean our columns, however they are written",
    arguments: [
      (FileKind.households, "家 庭 编 号", "household_id"), (.households, "家庭人口数", "members"),
      (.households, "家庭纯收入（元）", "annual_income"), (.households, "乡（镇）", "township"),
      (.members, "公民身份号码", "resident_id"), (.members, "银行帐号", "bank_account"),
      (.members, "手机号码", "telephone"), (.medical, "医疗总费用（元）", "total"),
      (.medical, "出院日期", "incurred_on"), (.medical, "统筹基金支付", "basic_insurance"),
    ])
  func synonyms(kind: FileKind, heading: String, column: String) {
    let columns = kind.file.columns
    #expect(ColumnRoles(columns)[heading].map { columns[$0].name } == column)
  }

  @Test(
    "what stands near a column and means something else is none, and the message says why",
    arguments: [
      ("户编号,人群,人口,家庭总收入,住房数,经营主体数,车辆数", "总收入没有扣除生产经营支出"),
      ("户编号,人群,人口,月收入（元）,住房数,经营主体数,车辆数", "一个月的收入"),
      ("户编号,人群,人口,工资性收入,住房数,经营主体数,车辆数", "收入的一部分"),
      ("低保证号码,人群,人口,年收入,住房数,经营主体数,车辆数", "不是户编号"),
    ])
  func lookalikes(header: String, why: String) throws {
    var diagnostics: [Diagnostic] = []
    let source = try withScratchFolder { folder in
      let file = folder.appending(path: "h.csv")
      try Data((header + "\n").utf8).write(to: file)
      return try TableSource.open(
        file.path, wanted: HouseholdsFile.columns, diagnostics: &diagnostics)
    }
    #expect(source == nil && diagnostics.map(\.code) == ["missing-column"])
    #expect(diagnostics.first?.fix?.zh.contains(why) == true)
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
    let (fields, always) = (kind.file.fields, kind.file.fields.filter { $0.use == .written })
    // A header may be in Chinese.
    let names = header?.split(separator: ",").map { heading in
      fields.first { $0.column.headings.contains(String(heading)) }?.name ?? String(heading)
    }
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
