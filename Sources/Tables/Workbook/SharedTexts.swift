/// The texts that the cells of a book share, each already as a cell of CSV: in one row of bytes, by their ends.
final class SharedTexts {
  private let bytes: ByteArena
  private var ends: [UInt32] = []

  /// A book without any.
  init() { bytes = ByteArena(capacity: 16) }

  /// Reads a book's.
  init(_ stream: PartStream) throws(WorkbookFault) {
    bytes = ByteArena(capacity: 1 << 16)
    let reader = try SharedTextsReader(stream, bytes)
    try reader.readAll()
    ends = reader.ends
    bytes.trim()
  }

  /// How many there are.
  var count: Int { ends.count }

  /// Where the text at an index stands in ``arena``; `nil` where there is none.
  @inline(__always)
  func range(_ index: Int) -> Range<Int>? {
    guard index >= 0, index < ends.count else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// All texts, one behind another.
  var arena: ByteArena { bytes }
}

private final class SharedTextsReader: XMLReader {
  /// Bytes and texts that are kept at most: twice what a sheet full of different texts has.
  private static let byteLimit = 200 << 20
  private static let countLimit = 1 << 24

  private(set) var ends: [UInt32] = []
  private let all: ByteArena
  /// The text that is being read.
  private let own = ByteArena()

  init(_ stream: PartStream, _ all: ByteArena) throws(WorkbookFault) {
    self.all = all
    try super.init(stream)
  }

  override func begin(_ word: XMLWord, _ attributes: XMLAttributes) {
    switch word {
    case .t where depth == 3 && above == .si: wantsText = true
    case .t where depth == 4 && above == .r && self.word(at: 2) == .si: wantsText = true
    case .si where depth == 2: own.removeAll()
    default: break
    }
  }

  override func end(_ word: XMLWord) {
    if word == .t { return wantsText = false }
    guard word == .si, depth == 2, above == .sst else { return }
    unsafe CellText.write(own.bytes, to: all)
    guard all.count <= SharedTextsReader.byteLimit, ends.count < SharedTextsReader.countLimit,
      own.count <= SheetReader.cellLimit
    else { return refuse(.tooLarge(part)) }
    ends.append(UInt32(all.count))
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard own.count <= SheetReader.cellLimit else { return refuse(.tooLarge(part)) }
    unsafe own.append(bytes)
  }
}
