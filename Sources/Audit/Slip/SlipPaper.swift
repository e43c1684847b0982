package import Casebook
import JSONText
package import Rules
import Units

/// A slip as a file holds it: the JSON alone, or the words with the JSON as their last line.
package struct SlipPaper: Sendable {
  package let slip: Slip
  /// The lines above the JSON, without the empty ones before it; `nil` where the file is JSON alone.
  package let words: [String]?
  /// Whether the JSON has the one form that a slip has.
  private let isCanonical: Bool

  /// Reads either form. Line ends of Windows, a byte order mark and empty lines at the end do no harm.
  ///
  /// - Parameter file: as the user named it, for places.
  package static func read(_ bytes: [UInt8], file: String) throws(CasebookError) -> SlipPaper {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    guard first != UInt8(ascii: "{") else {
      return SlipPaper(
        try SlipReader.read(JSONSource(bytes: bytes, file: file)), words: nil, given: trimmed(bytes[...]))
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { trimmed($0) }
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    guard let json = lines.last, json.first == UInt8(ascii: "{") else {
      throw .input([noProof(lines.count, lines.last.map { Array($0) } ?? [], file)])
    }
    let source = JSONSource(bytes: Array(json), file: file, firstLine: lines.count)
    let slip = try SlipReader.read(source)
    lines.removeLast()
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return SlipPaper(slip, words: lines.map { String(decoding: $0, as: UTF8.self) }, given: json)
  }

  private init(_ slip: Slip, words: [String]?, given: ArraySlice<UInt8>) {
    self.slip = slip
    self.words = words
    isCanonical = given.elementsEqual(slip.json.utf8)
  }

  /// Without the byte order mark before and the white space behind.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    while let last = bytes.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { bytes.removeLast() }
    return bytes
  }

  private static func noProof(_ line: Int, _ text: [UInt8], _ file: String) -> Diagnostic {
    let place = Diagnostic.Place(
      file: file, line: max(1, line), column: 1,
      excerpt: JSONSource.printable(String(decoding: text, as: UTF8.self)))
    return Diagnostic(
      "no-proof", at: place,
      what: Wording(
        zh: "这里没有凭证：存证单的最后一行应以“{”开头", en: "there is no proof here: the last line of a slip begins with '{'"),
      fix: Wording(
        zh: "要的是 audit prove 写出的文件，完整，存为 UTF-8",
        en: "a complete file written by audit prove, in UTF-8, is needed"))
  }
}

extension SlipPaper {
  /// Checks the slip, the form of its JSON, and its words.
  package func check(head: HeadCode?, schemes: [Scheme]) -> SlipCheck {
    var check = SlipCheck(slip, head: head, schemes: schemes)
    if !isCanonical {
      check.add(
        Diagnostic(
          "not-canonical", path: "",
          what: Wording(
            zh: "JSON 的写法不是存证单的写法：内容之外也不能改动",
            en: "the JSON is not in the form of a slip: nothing in it may be changed"),
          fix: Wording(zh: "用 audit prove 写出的原样", en: "use it exactly as audit prove wrote it")))
    }
    if let fault = wordFault(check.contents) { check.add(fault) }
    return check
  }

  /// Where the words are not those that the proof gives, in either language.
  private func wordFault(_ contents: SlipContents) -> Diagnostic? {
    guard let words else { return nil }
    var best: (line: Int, should: String?)?
    for language in [Language.zh, .en] {
      guard let own = SlipWords(slip, contents, in: language)?.lines else { return nil }
      let line = zip(words, own).enumerated().first { !$1.0.utf8.elementsEqual($1.1.utf8) }?.offset
      let place = line ?? min(words.count, own.count)
      if line == nil, words.count == own.count { return nil }
      if best.map({ place > $0.line }) ?? true {
        best = (place, own.indices.contains(place) ? own[place] : nil)
      }
    }
    guard let best else { return nil }
    let says = words.indices.contains(best.line) ? words[best.line] : nil
    return Diagnostic(
      "words-changed",
      what: Wording(
        zh: "第 \(best.line + 1) 行的文字被改动过，不是凭证所说的：“\(JSONSource.printable(says ?? ""))”",
        en:
          "line \(best.line + 1) was changed and is not what the proof says: '\(JSONSource.printable(says ?? ""))'"
      ),
      fix: Wording(
        zh: best.should.map { "应是“\($0)”" } ?? "这一行应当没有",
        en: best.should.map { "it should be '\($0)'" } ?? "this line should not be there"))
  }
}
