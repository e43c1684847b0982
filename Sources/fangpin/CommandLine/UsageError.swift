package import Units

/// A command line that cannot be understood, and the command that it was meant for.
package struct UsageError: Error {
  /// What is wrong with it.
  package enum Fault: Hashable, Sendable {
    case unknownCommand(String, suggestion: String?)
    case missingCommand([String])
    /// `owner` is the command that does have such an option, as typed.
    case unknownOption(String, suggestion: String?, owner: String?)
    case missingValue(option: String)
    case unexpectedValue(option: String)
    case givenTwice(option: String)
    /// Bytes that are no UTF-8: what they were meant to be is not known here.
    case notText(String)
    case missingOptions([String])
    case notAChoice(String, of: String, choices: [String], suggestion: String?)
    case notInRange(String, option: String, range: ClosedRange<Int>)
    case unexpectedOperand(String)
    case missingOperand(String)
    /// What only the command itself can know: two options that exclude each other, say.
    case unfit(Wording)
  }

  /// The command as far as it was recognised.
  package let path: CommandPath
  /// What is wrong.
  package let fault: Fault

  /// Three lines: what is wrong, the usage line, and where to read more.
  package func text(in language: Language) -> String {
    let usage = UsageLine(path).short(in: language)
    let more = Wording(zh: "详见“\(path.typed) --help”", en: "see '\(path.typed) --help'")
    return """
      \(what[language])
      \(Wording(zh: "用法：", en: "usage: ")[language])\(usage)
      \(more[language])
      """
  }

  /// What is wrong, as a sentence without full stop.
  package var what: Wording {
    switch fault {
    case .unknownCommand(let word, let suggestion):
      Wording(zh: "没有命令“\(shown(word))”", en: "unknown command '\(shown(word))'").suggesting(suggestion)
    case .missingCommand(let names):
      Wording(
        zh: "缺少命令，可用：" + names.joined(separator: "、"),
        en: "a command is missing; one of: " + names.joined(separator: ", "))
    case .unknownOption(let word, let suggestion, let owner):
      unknownOption(shown(word), suggestion, owner)
    case .missingValue(let option):
      Wording(zh: "选项“\(option)”缺少取值", en: "option '\(option)' needs a value")
    case .unexpectedValue(let option):
      Wording(zh: "选项“\(option)”不带取值", en: "option '\(option)' takes no value")
    case .givenTwice(let option):
      Wording(zh: "选项“\(option)”只能写一次", en: "option '\(option)' is given twice")
    case .notText(let place):
      Wording(
        zh: "“\(shown(place))”的取值不是 UTF-8 文字：请把终端的编码设为 UTF-8",
        en: "the value of '\(shown(place))' is no text in UTF-8: set the terminal's encoding to UTF-8")
    case .missingOptions(let options):
      Wording(
        zh: "缺少必需的选项" + options.map { "“\($0)”" }.joined(separator: "、"),
        en: (options.count == 1 ? "missing required option " : "missing required options ")
          + options.map { "'\($0)'" }.joined(separator: ", "))
    case .notAChoice(let word, let place, let choices, let suggestion):
      notAChoice(shown(word), place, choices, suggestion)
    case .notInRange(let word, let option, let range):
      Wording(
        zh: "选项“\(option)”须为 \(range.lowerBound) 至 \(range.upperBound) 的整数，不能是“\(shown(word))”",
        en: "option '\(option)' must be a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not '\(shown(word))'")
    case .unexpectedOperand(let word):
      Wording(zh: "多余的参数“\(shown(word))”", en: "unexpected argument '\(shown(word))'")
    case .missingOperand(let name):
      Wording(zh: "缺少参数 \(name)", en: "missing argument \(name)")
    case .unfit(let what): what
    }
  }

  private func unknownOption(_ word: String, _ suggestion: String?, _ owner: String?) -> Wording {
    let what = Wording(zh: "没有选项“\(word)”", en: "unknown option '\(word)'")
    guard let owner else { return what.suggesting(suggestion) }
    return Wording(zh: what.zh + "；它属于“\(owner)”", en: what.en + "; it belongs to '\(owner)'")
  }

  private func notAChoice(_ word: String, _ place: String, _ choices: [String], _ suggestion: String?)
    -> Wording
  {
    Wording(
      zh: "“\(place)”不能是“\(word)”，可用：" + choices.joined(separator: "、"),
      en: "'\(place)' cannot be '\(word)'; one of: " + choices.joined(separator: ", ")
    ).suggesting(suggestion)
  }

  /// A word of the user's as it may be shown: control characters, which could steer a terminal, and
  /// what goes on too long are left out.
  private func shown(_ word: String) -> String {
    let harmless = word.unicodeScalars.map { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : Character(scalar)
    }
    return harmless.count > 80 ? String(harmless.prefix(80)) + "…" : String(harmless)
  }
}

extension Wording {
  fileprivate func suggesting(_ suggestion: String?) -> Wording {
    guard let suggestion else { return self }
    return Wording(zh: zh + "；是否想写“\(suggestion)”？", en: en + "; did you mean '\(suggestion)'?")
  }
}
