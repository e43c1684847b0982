/// One value of an option, of the kind its declaration asks for.
package enum ParsedValue: Hashable, Sendable {
  /// A flag was there.
  case present
  /// A text, or one of the words of a choice.
  case text(String)
  /// A number within its range.
  case integer(Int)

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// A value that the parser has already made sure of.
  static func required<Value>(_ value: Value?, _ name: String) -> Value {
    guard let value else { preconditionFailure("the parser let '\(name)' pass without a fitting value") }
    return value
  }
}

/// A command line that its command accepts: nothing required is missing, and every value fits its kind.
package struct ParsedArguments: Sendable {
  let command: CommandSpec
  let values: [String: [ParsedValue]]
  let operands: [String: [String]]

  /// Whether the command takes an option.
  package func declares(_ option: any DeclaredOption) -> Bool {
    command.options.contains { $0.name == option.spec.name }
  }

  /// What an option was set to.
  ///
  /// - Precondition: the option is one of the command's own, or a global one.
  package subscript<Value>(option: Option<Value>) -> Value {
    let known = (command.options + GlobalOptions.all).first { $0.name == option.spec.name }
    precondition(
      known?.kind == option.spec.kind,
      "'\(option.spec.dashed)' is read by '\(command.name)', which does not declare it")
    return option.read(values[option.spec.name] ?? [])
  }

  /// What stands in an operand's place.
  ///
  /// - Precondition: the operand is one of the command's own.
  package subscript<Value>(operand: Operand<Value>) -> Value {
    precondition(
      command.operands.contains { $0.name == operand.spec.name },
      "'\(operand.spec.name)' is read by '\(command.name)', which does not declare it")
    return operand.read(operands[operand.spec.name] ?? [])
  }
}
