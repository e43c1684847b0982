import Units

/// Files named twice on one command line where that would destroy something or read nothing.
enum FileClash {
  /// The first clash of an `adjudicate` command line.
  static func find(_ arguments: ParsedArguments) -> Wording? {
    let inputs = inputs(arguments)
    let out = arguments[AdjudicateCommand.out] ?? "-"
    let outputs =
      [out] + [arguments[AdjudicateCommand.payouts], arguments[AdjudicateCommand.rejects]].compactMap { $0 }
    return standardInputTwice(inputs) ?? clash(inputs, outputs)
  }

  /// The first clash among what `adjudicate` and `explain` read.
  static func findAmongInputs(_ arguments: ParsedArguments) -> Wording? {
    standardInputTwice(inputs(arguments))
  }

  private static func inputs(_ arguments: ParsedArguments) -> [String] {
    [arguments[InputOptions.claims], arguments[InputOptions.households]] + arguments[InputOptions.earlier]
  }

  private static func standardInputTwice(_ inputs: [String]) -> Wording? {
    guard inputs.count(where: { $0 == "-" }) > 1 else { return nil }
    return Wording(zh: "标准输入“-”只能读一次", en: "standard input '-' can be read only once")
  }

  private static func clash(_ inputs: [String], _ outputs: [String]) -> Wording? {
    for (index, output) in outputs.enumerated() {
      if outputs[..<index].contains(output), output != "/dev/null" {
        return Wording(
          zh: "两样结果不能写到同一处：\(output)", en: "two results cannot be written to one place: \(output)")
      }
      if output != "-", inputs.contains(output) {
        return Wording(
          zh: "输出会盖掉输入：\(output)", en: "the output would replace an input: \(output)")
      }
    }
    return nil
  }
}
