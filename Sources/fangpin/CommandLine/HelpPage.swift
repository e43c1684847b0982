package import Units

/// A command's help, as plain text without a newline at its end.
package struct HelpPage {
  private let path: CommandPath
  private let language: Language
  private let width: Int

  /// The page of the command at `path`, wrapped at `width` columns.
  package init(_ path: CommandPath, in language: Language, width: Int = HelpPage.widest) {
    self.path = path
    self.language = language
    self.width = max(40, min(width, HelpPage.widest))
  }

  /// Longer lines are hard to read.
  package static let widest = 100

  /// The whole page.
  package var text: String {
    let colon = Wording(zh: "：", en: ": ")[language]
    var blocks = [TextWrap.lines(path.typed + colon + path.command.summary[language], width: width)]
    blocks.append(section(Wording(zh: "用法", en: "usage"), usageLines))
    blocks += path.command.discussion.map { TextWrap.lines($0[language], width: width) }
    blocks.append(section(Wording(zh: "命令", en: "commands"), table(path.command.subcommands.map(row))))
    blocks.append(section(Wording(zh: "参数", en: "arguments"), table(path.command.operands.map(row))))
    blocks.append(section(Wording(zh: "选项", en: "options"), table(path.command.options.map(row))))
    blocks.append(
      section(Wording(zh: "通用选项", en: "options of every command"), table(GlobalOptions.all.map(row))))
    blocks.append(section(Wording(zh: "退出码", en: "exit codes"), table(path.command.exits.map(row))))
    blocks.append(section(Wording(zh: "示例", en: "examples"), exampleLines))
    if !path.command.subcommands.isEmpty { blocks.append(moreLines) }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func section(_ title: Wording, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title[language] + Wording(zh: "：", en: ":")[language]] + lines
  }

  private var usageLines: [String] {
    let parts = UsageLine(path).parts(in: language)
    let indent = "  "
    let hanging = String(repeating: " ", count: min(indent.count + path.typed.count + 1, width / 2))
    var lines: [String] = []
    var line = indent + parts[0]
    for part in parts.dropFirst() {
      if TextWidth.columns(line) + 1 + TextWidth.columns(part) > width {
        lines.append(line)
        line = hanging + part
      } else {
        line += " " + part
      }
    }
    return lines + [line]
  }

  private var exampleLines: [String] {
    path.command.examples.flatMap { example in
      TextWrap.lines(example.what[language], width: width - 2).map { "  " + $0 } + commandLines(example)
    }
  }

  /// A long command line goes on after a backslash, as a shell takes it, and never tears an option from its
  /// value.
  private func commandLines(_ example: Example) -> [String] {
    var lines: [String] = []
    var line = "    "
    var isFirst = true
    for word in example.line.split(separator: " ") {
      let room = word.hasPrefix("--") ? width / 4 : 2
      if !isFirst && TextWidth.columns(line) + TextWidth.columns(word) + 1 > width - room {
        lines.append(line + " \\")
        line = "      " + word
      } else {
        line += (isFirst ? "" : " ") + word
      }
      isFirst = false
    }
    return lines + [line]
  }

  private var moreLines: [String] {
    let word = Wording(zh: "命令", en: "COMMAND")[language]
    let more = Wording(
      zh: "各命令详见“\(path.typed) \(word) --help”。", en: "More on each: '\(path.typed) \(word) --help'.")
    return TextWrap.lines(more[language], width: width)
  }
}

extension HelpPage {
  /// A name and what it means.
  private struct Term {
    let label: String
    let meaning: String
  }

  private func row(_ command: CommandSpec) -> Term {
    Term(label: command.name, meaning: command.summary[language])
  }

  private func row(_ operand: OperandSpec) -> Term {
    let notes = operand.defaultNote.map { [defaultNote($0)] } ?? []
    return Term(label: operand.name, meaning: operand.summary[language] + noted(notes))
  }

  private func row(_ exit: Exit) -> Term {
    Term(label: String(exit.code.rawValue), meaning: exit.meaning[language])
  }

  private func row(_ option: OptionSpec) -> Term {
    var notes: [String] = []
    if option.isRequired { notes.append(Wording(zh: "必需", en: "required")[language]) }
    if option.repeats { notes.append(Wording(zh: "可重复", en: "repeatable")[language]) }
    if case .integer(let range) = option.kind {
      let (low, high) = (range.lowerBound, range.upperBound)
      notes.append(Wording(zh: "\(low) 至 \(high)", en: "\(low) to \(high)")[language])
    }
    if let note = option.defaultNote { notes.append(defaultNote(note)) }
    return Term(label: option.usage, meaning: option.summary[language] + noted(notes))
  }

  private func defaultNote(_ note: Wording) -> String {
    Wording(zh: "默认：", en: "default: ")[language] + note[language]
  }

  private func noted(_ notes: [String]) -> String {
    guard !notes.isEmpty else { return "" }
    switch language {
    case .zh: return "（" + notes.joined(separator: "；") + "）"
    case .en: return " (" + notes.joined(separator: "; ") + ")"
    }
  }

  /// Two columns; a label too long for its own stands on a line by itself.
  private func table(_ rows: [Term]) -> [String] {
    let widest = 24
    let labels = rows.map { TextWidth.columns($0.label) }.filter { $0 <= widest }.max() ?? 0
    let margin = String(repeating: " ", count: labels + 4)
    return rows.flatMap { row -> [String] in
      let meaning = TextWrap.lines(row.meaning, width: width - labels - 4)
      let isLong = TextWidth.columns(row.label) > labels
      let first = isLong ? ["  " + row.label] : []
      return first
        + meaning.enumerated().map { index, line in
          index == 0 && !isLong ? "  " + TextWidth.pad(row.label, to: labels) + "  " + line : margin + line
        }
    }
  }
}
