package import Units

/// A command: what it is called, what it takes, what it says about itself, and what it does.
///
/// Parser, help, suggestions and shell completion all read this one value, so none can drift from another.
package struct CommandSpec: Sendable {
  /// What a command does once its command line is understood.
  package typealias Run = @Sendable (ParsedArguments, CommandContext) -> ExitCode

  /// The word that calls it.
  package let name: String
  /// What it does, in one phrase without full stop.
  package let summary: Wording
  /// What else one must know, a paragraph each.
  package let discussion: [Wording]
  /// The words that stand by themselves, in order.
  package let operands: [OperandSpec]
  /// Its own options, in the order of the help page; the global ones are in ``GlobalOptions``.
  package let options: [OptionSpec]
  /// How it may end, besides what is said of each code elsewhere.
  package let exits: [Exit]
  /// At least one.
  package let examples: [Example]
  /// Commands below it; a command that has some does nothing itself. Only those of groups that are on the way are made.
  package var subcommands: [CommandSpec] { below() }
  private let below: @Sendable () -> [CommandSpec]
  /// What it does; `nil` for a group of commands.
  package let run: Run?

  /// Declares a command that does something.
  package init(
    _ name: String, summary: Wording, discussion: [Wording] = [], operands: [any DeclaredOperand] = [],
    options: [any DeclaredOption] = [], exits: [Exit] = Exit.usual, examples: [Example], run: @escaping Run
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands.map(\.spec)
    self.options = options.map(\.spec)
    self.exits = exits
    self.examples = examples
    below = { [] }
    self.run = run
  }

  /// Declares a group of commands.
  package init(
    group name: String, summary: Wording, discussion: [Wording] = [], exits: [Exit] = Exit.usual,
    examples: [Example], subcommands: @escaping @autoclosure @Sendable () -> [CommandSpec]
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    operands = []
    options = []
    self.exits = exits
    self.examples = examples
    below = subcommands
    run = nil
  }

  func subcommand(_ name: String) -> CommandSpec? { subcommands.first { $0.name == name } }
}

/// A way a command may end, for its help page.
package struct Exit: Sendable {
  /// The code.
  package let code: ExitCode
  /// What it means here.
  package let meaning: Wording

  package init(_ code: ExitCode, _ meaning: Wording? = nil) {
    self.code = code
    self.meaning = meaning ?? code.meaning
  }

  /// Every command can end so.
  package static let usual = [Exit(.done), Exit(.failed), Exit(.usage)]
}

/// A command line that works, and what it is good for.
package struct Example: Sendable {
  /// As typed into a shell, with single spaces and no quotes; a redirection may end it.
  package let line: String
  /// What it is good for, as a phrase without full stop.
  package let what: Wording

  package init(_ line: String, _ what: Wording) {
    self.line = line
    self.what = what
  }

  /// What the program gets to see: the words after its name and before any redirection.
  package var arguments: [String] {
    line.split(separator: " ").prefix { $0 != ">" && $0 != "|" }.dropFirst().map(String.init)
  }
}

/// A command and the commands it was reached through: `fangpin rules show`.
package struct CommandPath: Sendable {
  /// From the program itself to the command; never empty.
  package private(set) var steps: [CommandSpec]
  /// The command itself.
  package private(set) var command: CommandSpec

  /// The program itself.
  package init(root: CommandSpec) {
    steps = [root]
    command = root
  }

  /// As it is typed.
  package var typed: String { steps.map(\.name).joined(separator: " ") }

  /// The path to a command below this one.
  package func appending(_ subcommand: CommandSpec) -> CommandPath {
    var path = self
    path.steps.append(subcommand)
    path.command = subcommand
    return path
  }

  /// This command and all below it, in the order of the help pages.
  package var everyPath: [CommandPath] {
    [self] + command.subcommands.flatMap { appending($0).everyPath }
  }
}
