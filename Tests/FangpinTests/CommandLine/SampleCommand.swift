import Units
import fangpin

/// A small program with one option of every kind, to try the frame on.
enum SampleCommand {
  enum Colour: String, OptionChoice {
    case red, green
  }

  static let input = Option<String>.required("input", "F", both("what to read"), offers: .files)
  static let also = Option<[String]>.repeated("also", "F", both("what else to read"), offers: .files)
  static let output = Option<String?>.optional("output", "F", both("where to"), offers: .files)
  static let colour = Option<Colour>.choice("colour", default: .red, both("the colour"))
  static let shade = Option<Colour?>.optionalChoice("shade", both("the shade"))
  static let count = Option<Int?>.optional(
    "count", "N", in: 1...9, both("how many"), defaultNote: both("as many as there are"))
  static let loud = Option<Bool>.flag("loud", both("say it loud"))
  static let name = Operand<String>.required("NAME", both("whom to greet"), offers: .nothing)
  static let others = Operand<[String]>.many("OTHER", both("whom else"), offers: .nothing)

  static let greet = CommandSpec(
    "greet", summary: both("greet people"), operands: [name, others],
    options: [input, also, output, colour, shade, count, loud],
    examples: [Example("sample greet Li --input F", both("greet Li"))]
  ) { _, _ in .done }

  static let rest = CommandSpec(
    "rest", summary: both("do nothing"), examples: [Example("sample rest", both("do nothing"))]
  ) { _, _ in .done }

  static let root = CommandSpec(
    group: "sample", summary: both("a sample"), examples: [], subcommands: [greet, rest])

  private static func both(_ text: String) -> Wording { Wording(zh: text, en: text) }

  /// What `line` says to the sample, its words parted by single spaces.
  static func parse(_ line: String) throws(UsageError) -> Invocation {
    try ArgumentParser.parse(line.split(separator: " ").map(String.init), root: root)
  }

  /// The arguments of a line that must run a command.
  static func arguments(_ line: String) throws -> ParsedArguments {
    guard case .run(_, let arguments) = try parse(line) else { throw NotRun(line: line) }
    return arguments
  }

  /// What is wrong with a line, or `nil` where nothing is.
  static func fault(_ line: String) -> UsageError.Fault? {
    do throws(UsageError) {
      _ = try parse(line)
      return nil
    } catch {
      return error.fault
    }
  }

  struct NotRun: Error {
    let line: String
  }
}
