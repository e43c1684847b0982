package import Units

/// What a command line asks for.
package enum Invocation: Sendable {
  /// To run a command.
  case run(CommandPath, ParsedArguments)
  /// To show a command's help page.
  case help(CommandPath)
  /// To show the version.
  case version
}

/// From the words of a command line to what they ask for.
///
/// `--out F` and `--out=F` are the same; `--` ends the options; `-` is a word like any other. A word that
/// begins with a dash is never taken as the value of the option before it, so that a forgotten value is
/// told as such and `--help` works everywhere; `--out=-x` says it where it is meant.
package struct ArgumentParser {
  private var path: CommandPath
  private let words: [String]
  private var next = 0
  private var optionsEnded = false
  private var values: [String: [ParsedValue]] = [:]
  private var operands: [String] = []

  private init(_ words: [String], root: CommandSpec) {
    self.words = words
    path = CommandPath(root: root)
  }

  /// Reads `words`, which do not contain the program's name.
  package static func parse(_ words: [String], root: CommandSpec) throws(UsageError) -> Invocation {
    var parser = ArgumentParser(words, root: root)
    return try parser.parse()
  }

  /// The language a command line asks for, even one that cannot be understood otherwise.
  package static func language(of words: [String]) -> Language? {
    let before = words.prefix { $0 != "--" }
    let dashed = GlobalOptions.language.spec.dashed
    for (word, following) in zip(before, before.dropFirst() + [""]) {
      if word == dashed { return Language(rawValue: following.lowercased()) }
      if word.hasPrefix(dashed + "=") {
        return Language(rawValue: word.dropFirst(dashed.count + 1).lowercased())
      }
    }
    return nil
  }

  private mutating func parse() throws(UsageError) -> Invocation {
    let beforeEnd = words.prefix { $0 != "--" }
    if beforeEnd.contains(where: { $0 == "-h" || $0 == GlobalOptions.help.spec.dashed }) {
      return .help(try pathToHelp())
    }
    while next < words.count {
      let word = words[next]
      next += 1
      if optionsEnded || !ArgumentParser.isDashed(word) {
        try takeWord(word)
      } else if word == "--" {
        optionsEnded = true
      } else {
        try takeOption(word)
        if values[GlobalOptions.version.spec.name] != nil { return .version }
      }
    }
    guard path.command.run != nil else { throw fault(.missingCommand(path.command.subcommands.map(\.name))) }
    let missing = path.command.options.filter { $0.isRequired && values[$0.name] == nil }
    guard missing.isEmpty else { throw fault(.missingOptions(missing.map(\.dashed))) }
    let arguments = ParsedArguments(command: path.command, values: values, operands: try placedOperands())
    return .run(path, arguments)
  }

  private static func isDashed(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

  private func fault(_ fault: UsageError.Fault) -> UsageError { UsageError(path: path, fault: fault) }
}

extension ArgumentParser {
  /// Whoever asks for help gets it, whatever else is wrong with the line, but for the command's name.
  private mutating func pathToHelp() throws(UsageError) -> CommandPath {
    for (index, word) in words.enumerated() where !path.command.subcommands.isEmpty {
      if word == "--" { break }
      let isLanguage = index > 0 && words[index - 1] == GlobalOptions.language.spec.dashed
      if !ArgumentParser.isDashed(word) && !isLanguage { try takeWord(word) }
    }
    return path
  }

  /// A word without dashes is a command where there are some to choose from, and else an operand.
  private mutating func takeWord(_ word: String) throws(UsageError) {
    guard !path.command.subcommands.isEmpty else {
      operands.append(word)
      return
    }
    guard let subcommand = path.command.subcommand(word) else { throw UsageError(path: path, unknown: word) }
    path = path.appending(subcommand)
  }

  private mutating func takeOption(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let typed = parts[0]
    guard typed.hasPrefix("--"), let spec = option(named: String(typed.dropFirst(2))) else {
      throw unknownOption(typed)
    }
    if !spec.repeats && values[spec.name] != nil { throw fault(.givenTwice(option: spec.dashed)) }
    let attached = parts.count > 1 ? parts[1] : nil
    if spec.kind == .flag {
      guard attached == nil else { throw fault(.unexpectedValue(option: spec.dashed)) }
      values[spec.name] = [.present]
      return
    }
    guard let text = attached ?? followingValue(for: spec), !OptionSpec.isBlank(text) else {
      throw fault(.missingValue(option: spec.dashed))
    }
    guard !text.unicodeScalars.contains("\u{FFFD}") else { throw fault(.notText(spec.dashed)) }
    guard let value = spec.value(text) else { throw unfitValue(text, spec) }
    values[spec.name, default: []].append(value)
  }

  private func option(named name: String) -> OptionSpec? {
    path.command.options.first { $0.name == name } ?? GlobalOptions.all.first { $0.name == name }
  }

  /// The next word, if it can be a value. A number below zero is one, so that its range can be told.
  private mutating func followingValue(for spec: OptionSpec) -> String? {
    guard next < words.count else { return nil }
    let word = words[next]
    if ArgumentParser.isDashed(word) {
      guard case .integer = spec.kind, Int(word) != nil else { return nil }
    }
    next += 1
    return word
  }

  private func unfitValue(_ text: String, _ spec: OptionSpec) -> UsageError {
    switch spec.kind {
    case .choice(let choices):
      let nearest = Spelling.nearest(to: text, among: choices)
      return fault(.notAChoice(text, of: spec.dashed, choices: choices, suggestion: nearest))
    case .integer(let range): return fault(.notInRange(text, option: spec.dashed, range: range))
    case .flag, .text: preconditionFailure("a flag has no value, and every text that is not blank fits")
    }
  }

  /// Suggests the nearest option of this command; else names a command that has just that option.
  private func unknownOption(_ typed: String) -> UsageError {
    let name = String(typed.drop { $0 == "-" })
    let known = path.command.options + GlobalOptions.all
    if let nearest = Spelling.nearest(to: name, among: known.map(\.name)) {
      return fault(.unknownOption(typed, suggestion: "--" + nearest, owner: nil))
    }
    let owner = CommandPath(root: path.steps[0]).everyPath.first { other in
      other.command.options.contains { $0.dashed == typed }
    }
    return fault(.unknownOption(typed, suggestion: nil, owner: owner?.typed))
  }

  private func placedOperands() throws(UsageError) -> [String: [String]] {
    var rest = operands[...]
    var placed: [String: [String]] = [:]
    for spec in path.command.operands {
      let count = spec.occurrence == .many ? rest.count : min(1, rest.count)
      if spec.occurrence == .once && count == 0 { throw fault(.missingOperand(spec.name)) }
      if rest.prefix(count).contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
        throw fault(.notText(spec.name))
      }
      for word in rest.prefix(count) where !spec.choices.isEmpty && !spec.choices.contains(word) {
        let nearest = Spelling.nearest(to: word, among: spec.choices)
        throw fault(.notAChoice(word, of: spec.name, choices: spec.choices, suggestion: nearest))
      }
      placed[spec.name] = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    if let unexpected = rest.first { throw fault(.unexpectedOperand(unexpected)) }
    return placed
  }
}

extension UsageError {
  /// There is no command `word` below `path`.
  init(path: CommandPath, unknown word: String) {
    let nearest = Spelling.nearest(to: word, among: path.command.subcommands.map(\.name))
    self.init(path: path, fault: .unknownCommand(word, suggestion: nearest))
  }
}
