import Units

/// The sentences for what may be wrong.
extension JSONReader {
  func unexpectedEnd(_ text: Span<UInt8>) -> JSONFault {
    JSONFault(
      "unexpected-end", at: text.count, zh: "文件在这里中断，没有写完",
      en: "the text ends here, unfinished",
      fix: Wording(zh: "检查括号和引号是否成对", en: "check that every bracket and quote is closed"))
  }

  func unexpected(_ text: Span<UInt8>, key: Bool = false) -> JSONFault {
    guard index < text.count else { return unexpectedEnd(text) }
    let what =
      key
      ? Wording(zh: "这里应当是用双引号括起的键名", en: "a key in double quotes is expected here")
      : Wording(zh: "这里应当是一个值", en: "a value is expected here")
    return JSONFault(
      "unexpected-character", at: index, zh: what.zh, en: what.en, fix: fix(for: text[index]))
  }

  private func fix(for byte: UInt8) -> Wording? {
    switch byte {
    case UInt8(ascii: "'"): Wording(zh: "使用双引号", en: "use double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): Wording(zh: "JSON 里没有注释", en: "JSON has no comments")
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      Wording(zh: "数字写成 0.5 或 5，不带加号", en: "write numbers as 0.5 or 5, without a plus sign")
    case 0x80...: Wording(zh: "可能用了中文标点；改用英文标点", en: "perhaps Chinese punctuation; use ASCII")
    default: nil
    }
  }

  func missing(_ mark: String, _ text: Span<UInt8>) -> JSONFault {
    guard index < text.count else { return unexpectedEnd(text) }
    return JSONFault(
      mark == "," ? "missing-comma" : "missing-colon", at: index, zh: "这里缺少“\(mark)”",
      en: "a '\(mark)' is missing here", fix: fix(for: text[index]))
  }

  func invalidEscape(_ start: Int) -> JSONFault {
    JSONFault(
      "invalid-escape", at: start, zh: "没有这样的转义", en: "there is no such escape",
      fix: Wording(zh: "反斜杠本身写成 \\\\", en: "write a backslash itself as \\\\"))
  }

  func malformedNumber(_ start: Int) -> JSONFault {
    JSONFault(
      "malformed-number", at: start, zh: "数字写法不对", en: "this is not a JSON number",
      fix: Wording(
        zh: "写成 12、-3 或 0.5 的样子，前面不加零", en: "write it like 12, -3 or 0.5, without leading zeros"))
  }
}
