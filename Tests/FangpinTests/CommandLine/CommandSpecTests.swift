import Testing
import Units
import fangpin

extension CommandPath: CustomTestStringConvertible {
  /// As typed.
  public var testDescription: String { typed }
}

@Suite("Every command")
struct CommandSpecTests {
  static let paths = CommandPath(root: FangpinCommand.spec).everyPath

  @Test("is one of the contract")
  func contract() {
    #expect(
      CommandSpecTests.paths.map(\.typed) == [
        "fangpin", "fangpin adjudicate", "fangpin explain", "fangpin tidy", "fangpin rules",
        "fangpin rules list",
        "fangpin rules show", "fangpin rules check", "fangpin rules test", "fangpin rules schema",
        "fangpin synthesize", "fangpin declare", "fangpin case", "fangpin case verify", "fangpin case visit",
        "fangpin case appraise", "fangpin case disclose", "fangpin case object", "fangpin case resolve",
        "fangpin case confirm", "fangpin case approve", "fangpin case settle", "fangpin case reconcile",
        "fangpin case account", "fangpin case pend", "fangpin case amend", "fangpin case release",
        "fangpin case withdraw", "fangpin case reverse", "fangpin case repaid", "fangpin case redecide",
        "fangpin case list",
        "fangpin case show",
        "fangpin case inbox", "fangpin case explain", "fangpin case screen", "fangpin casebook",
        "fangpin casebook keys",
        "fangpin casebook create", "fangpin casebook enrol", "fangpin casebook revoke",
        "fangpin casebook actors", "fangpin casebook fund", "fangpin casebook contribute",
        "fangpin casebook forget", "fangpin casebook status", "fangpin casebook import",
        "fangpin casebook undo-import",
        "fangpin casebook send", "fangpin casebook receive", "fangpin casebook adjudicate",
        "fangpin casebook readjudicate", "fangpin casebook proposals", "fangpin casebook second",
        "fangpin casebook close-year",
        "fangpin casebook head", "fangpin casebook moves",
        "fangpin casebook dump", "fangpin casebook state", "fangpin casebook copy",
        "fangpin casebook extract",
        "fangpin casebook rebuild", "fangpin audit", "fangpin audit verify", "fangpin audit prove",
        "fangpin audit check-slip", "fangpin audit replay",
        "fangpin audit diff", "fangpin audit draw", "fangpin audit extrapolate", "fangpin audit anomalies",
        "fangpin letter", "fangpin notice", "fangpin report", "fangpin seal",
        "fangpin columns", "fangpin help", "fangpin completions",
      ])
  }

  @Test("may end with these numbers and no others, because scripts rely on them")
  func exitCodes() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 3, 4])
  }

  @Test("has an example, and each is understood", arguments: paths)
  func examples(path: CommandPath) throws {
    #expect(!path.command.examples.isEmpty)
    for example in path.command.examples {
      guard case .run(let run, _) = try ArgumentParser.parse(example.arguments, root: FangpinCommand.spec)
      else {
        Issue.record("'\(example.line)' runs nothing")
        continue
      }
      #expect(example.line.hasPrefix(path.typed), "an example belongs to its command")
      #expect(run.typed.hasPrefix(path.typed))
    }
  }

  @Test("has distinct options and operands, none of them taken by all commands", arguments: paths)
  func distinct(path: CommandPath) {
    let taken = ["lang", "help", "version"]
    let names = path.command.options.map(\.name) + taken
    #expect(Set(names).count == names.count)
    #expect(Set(path.command.operands.map(\.name)).count == path.command.operands.count)
    let last = path.command.operands.last?.name
    for operand in path.command.operands where operand.name != last {
      #expect(operand.occurrence == .once)
    }
  }

  @Test("says everything in both languages, as phrases without full stop", arguments: paths)
  func wordings(path: CommandPath) {
    let command = path.command
    var phrases = [command.summary] + command.exits.map(\.meaning) + command.examples.map(\.what)
    phrases += command.options.map(\.summary) + command.operands.map(\.summary)
    for phrase in phrases {
      #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty)
      #expect(!phrase.zh.hasSuffix("。") && !phrase.en.hasSuffix("."))
    }
  }

  @Test("ends in the usual ways at least", arguments: paths)
  func exits(path: CommandPath) {
    let codes = path.command.exits.map(\.code.rawValue)
    #expect(Set([0, 1, 2]).isSubset(of: codes))
    #expect(codes == codes.sorted() && Set(codes).count == codes.count)
  }
}
