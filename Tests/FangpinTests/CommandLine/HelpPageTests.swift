import Foundation
import TestKit
import Testing
import Units
import fangpin

@Suite("A help page")
struct HelpPageTests {
  /// Every command in both languages.
  static let pages = CommandPath(root: FangpinCommand.spec).everyPath.flatMap { path in
    Language.allCases.map { Page(path: path, language: $0) }
  }

  static let kept = "Tests/FangpinTests/CommandLine/Snapshots"

  struct Page: Sendable, CustomTestStringConvertible {
    let path: CommandPath
    let language: Language

    var text: String { HelpPage(path, in: language).text }
    var snapshot: String {
      "help-" + path.steps.map(\.name).joined(separator: "-") + "." + language.rawValue + ".txt"
    }
    var testDescription: String { "\(path.typed) (\(language.rawValue))" }
  }

  @Test("exists for every command")
  func notEmpty() throws {
    #expect(HelpPageTests.pages.count == 156)
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.file(HelpPageTests.kept).path)
    let kept = Set(names.filter { $0.hasPrefix("help-") })
    #expect(kept == Set(HelpPageTests.pages.map(\.snapshot)))
  }

  @Test("reads as it was last found good", arguments: pages)
  func snapshot(page: Page) throws {
    try Golden.expect(page.text + "\n", in: "\(HelpPageTests.kept)/\(page.snapshot)")
  }

  @Test("fits its width, whatever it is", arguments: pages, [100, 72])
  func width(page: Page, width: Int) {
    for line in HelpPage(page.path, in: page.language, width: width).text.split(separator: "\n") {
      #expect(TextWidth.columns(line) <= width, "\(line)")
    }
  }

  @Test("names every option, operand, subcommand, exit code and example", arguments: pages)
  func complete(page: Page) {
    let command = page.path.command
    let lines = page.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    var labels = (command.options + [GlobalOptions.language.spec]).map(\.usage)
    labels += ["--help", "--version"] + command.subcommands.map(\.name) + command.operands.map(\.name)
    labels += command.exits.map { "\($0.code.rawValue)  " }
    for label in labels { #expect(lines.contains { $0.hasPrefix(label) }, "\(label)") }
    for example in command.examples {
      #expect(page.text.contains(example.what[page.language].prefix(10)))
    }
  }

  @Test("is in the language asked for", arguments: pages)
  func language(page: Page) {
    let isChinese = page.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    #expect(isChinese == (page.language == .zh))
  }
}
