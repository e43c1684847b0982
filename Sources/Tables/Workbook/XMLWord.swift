/// The elements that are looked at; all others are ``other``.
enum XMLWord: UInt8 {
  case other
  // Of a sheet and of texts.
  case c, v, f, t, r, si, `is`, row, rPh
  case worksheet, sheetPr, sheetData, autoFilter, filterColumn, mergeCells, mergeCell
  case sst
  // Of the book.
  case workbook, workbookPr, sheets, sheet
  case styleSheet, numFmts, numFmt, cellXfs, xf
  case relationships, relationship

  /// The word of a name without its prefix.
  @inline(__always)
  static func of(_ name: UnsafePointer<UInt8>) -> XMLWord {
    if unsafe name[1] == 0 {
      return switch unsafe name[0] {
      case UInt8(ascii: "c"): .c
      case UInt8(ascii: "v"): .v
      case UInt8(ascii: "f"): .f
      case UInt8(ascii: "t"): .t
      case UInt8(ascii: "r"): .r
      default: .other
      }
    }
    return unsafe long(name)
  }

  private static func long(_ name: UnsafePointer<UInt8>) -> XMLWord {
    for (word, text) in words where unsafe XMLText.equal(name, text) { return word }
    return .other
  }

  /// The words of more than one letter, the most frequent first.
  private static let words: [(XMLWord, StaticString)] = [
    (.row, "row"), (.si, "si"), (.is, "is"), (.rPh, "rPh"), (.worksheet, "worksheet"), (.sheetPr, "sheetPr"),
    (.sheetData, "sheetData"), (.autoFilter, "autoFilter"), (.filterColumn, "filterColumn"),
    (.mergeCells, "mergeCells"), (.mergeCell, "mergeCell"), (.sst, "sst"), (.workbook, "workbook"),
    (.workbookPr, "workbookPr"), (.sheets, "sheets"), (.sheet, "sheet"), (.styleSheet, "styleSheet"),
    (.numFmts, "numFmts"), (.numFmt, "numFmt"), (.cellXfs, "cellXfs"), (.xf, "xf"),
    (.relationships, "Relationships"), (.relationship, "Relationship"),
  ]
}

/// The namespaces that are known, in the words of the transitional and of the strict standard alike.
enum XMLSpace: UInt8 {
  case other
  case sheet, officeRelation, packageRelation

  private static let addresses: [(XMLSpace, StaticString)] = [
    (.sheet, "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (.sheet, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (.officeRelation, "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (.officeRelation, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    (.packageRelation, "http://schemas.openxmlformats.org/package/2006/relationships"),
  ]

  static func of(_ address: UnsafePointer<UInt8>) -> XMLSpace {
    for (space, text) in addresses where unsafe XMLText.equal(address, text) { return space }
    return .other
  }
}

/// Texts as expat hands them out: bytes of UTF-8 with a zero behind them.
enum XMLText {
  static func equal(_ text: UnsafePointer<UInt8>, _ word: StaticString) -> Bool {
    let bytes = unsafe word.utf8Start
    let count = word.utf8CodeUnitCount
    var at = 0
    while at < count {
      // A zero meets no byte of a word, so that nothing behind it is read.
      if unsafe text[at] != bytes[at] { return false }
      at += 1
    }
    return unsafe text[count] == 0
  }

  /// Where a name goes on behind its prefix; its beginning where it has none.
  static func local(_ name: UnsafePointer<UInt8>) -> (prefix: Int, name: UnsafePointer<UInt8>) {
    var at = 0
    while unsafe name[at] != 0 {
      if unsafe name[at] == UInt8(ascii: ":") { return unsafe (at, name + at + 1) }
      at += 1
    }
    return unsafe (0, name)
  }

  static func bytes(_ text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while unsafe text[count] != 0 { count += 1 }
    return unsafe UnsafeBufferPointer(start: text, count: count)
  }

  static func string(_ text: UnsafePointer<UInt8>) -> String {
    unsafe String(decoding: bytes(text), as: UTF8.self)
  }
}

/// The attributes of the element that just began.
@unsafe
struct XMLAttributes {
  /// Names and values in turns, then `nil`.
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The name and value at an index; `nil` behind the last.
  @inline(__always)
  func pair(_ index: Int) -> (name: UnsafePointer<UInt8>, value: UnsafePointer<UInt8>)? {
    guard let name = unsafe list[2 * index], let value = unsafe list[2 * index + 1] else { return nil }
    return unsafe (
      UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self),
      UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
    )
  }

  /// The value of an attribute without a prefix.
  func value(_ wanted: StaticString) -> UnsafePointer<UInt8>? {
    var index = 0
    while let (name, value) = unsafe pair(index) {
      if unsafe XMLText.equal(name, wanted) { return unsafe value }
      index += 1
    }
    return nil
  }

  func string(_ wanted: StaticString) -> String? { unsafe value(wanted).map { unsafe XMLText.string($0) } }

  /// A whole number of at most nine digits.
  func number(_ wanted: StaticString) -> Int? {
    guard let text = unsafe string(wanted), text.utf8.count <= 9 else { return nil }
    return Int(text)
  }

  /// Whether an attribute says yes.
  func isOn(_ wanted: StaticString) -> Bool {
    guard let text = unsafe value(wanted) else { return false }
    return unsafe XMLText.equal(text, "1") || XMLText.equal(text, "true") || XMLText.equal(text, "on")
  }
}
