/// A stretch of whole rows on its way through a worker. One for each worker, used again and again.
@safe
package final class Block {
  /// Room behind the text that may be read without harm: a line feed, then zeros.
  package static let padding = 64

  /// The rows in UTF-8 (where they were well-formed), ``count`` bytes and the padding.
  package private(set) var text: UnsafeMutablePointer<UInt8>
  /// How many bytes of text there are.
  package private(set) var count = 0
  /// Which block of the file it is, from 0.
  package internal(set) var number = 0
  /// Where its first byte stands in the file.
  package internal(set) var offset = 0
  /// Where its last byte's successor stands in the file.
  package var fileEnd: Int { offset + rawCount }
  /// Whether no quote of it closes behind the end of its line: every line is a row by itself.
  package internal(set) var endsQuotesWithLines = false
  /// Which bytes that ask for care stand in it.
  package private(set) var traits = BlockTraits()
  /// Whether a quote stands anywhere in it.
  package var hasQuotes: Bool { traits.contains(.quotes) }
  /// Whether all of it is well-formed UTF-8.
  package private(set) var isWellFormed = true

  /// The bytes as they stand in the file.
  var raw: UnsafeMutablePointer<UInt8>
  var rawCount = 0
  private var rawCapacity: Int
  private var decoded: UnsafeMutablePointer<UInt8>?
  private var decodedCapacity = 0
  private var decoder: GB18030Decoder?

  package init() {
    rawCapacity = 4096
    unsafe raw = .allocate(capacity: rawCapacity + Block.padding)
    unsafe text = raw
  }

  deinit {
    unsafe raw.deallocate()
    unsafe decoded?.deallocate()
  }

  /// Makes room for `capacity` raw bytes, keeping those that are there.
  func reserve(_ capacity: Int) {
    guard capacity > rawCapacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Block.padding)
    unsafe larger.update(from: raw, count: rawCount)
    unsafe raw.deallocate()
    unsafe raw = larger
    rawCapacity = capacity
  }

  /// Takes bytes that did not come through a reader.
  package func fill(_ bytes: some Collection<UInt8>) {
    rawCount = 0
    reserve(bytes.count)
    for byte in bytes {
      unsafe raw[rawCount] = byte
      rawCount += 1
    }
  }

  /// The text, once prepared; bytes that are no UTF-8 show as U+FFFD.
  package var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  /// Decodes and looks over the raw bytes, so that they can be scanned. May run on any thread.
  package func prepare(_ encoding: TableEncoding) {
    unsafe text = raw
    count = rawCount
    var isSound = false
    if encoding == .gb18030, unsafe UTF8Text.beyondASCII(raw, from: 0, to: rawCount) < rawCount {
      unsafe UTF8Lines.spoil(raw, count: rawCount)
      isSound = decode()
    }
    traits = unsafe BlockTraits(text, count: count)
    unsafe text[count] = 0x0A
    for index in 1..<Block.padding { unsafe text[count + index] = 0 }
    isWellFormed = unsafe isSound || !traits.contains(.beyondASCII) || UTF8Text.isValid(text, count: count)
  }

  /// Turns the raw bytes into UTF-8; says whether all of them were characters.
  private func decode() -> Bool {
    let room = GB18030Decoder.room(for: rawCount) + Block.padding
    if room > decodedCapacity {
      unsafe decoded?.deallocate()
      unsafe decoded = .allocate(capacity: room)
      decodedCapacity = room
    }
    let decoder = decoder ?? GB18030Decoder()
    self.decoder = decoder
    guard let output = unsafe decoded else { return false }
    count = unsafe decoder.decode(UnsafeBufferPointer(start: raw, count: rawCount), into: output)
    unsafe text = output
    return decoder.isSound
  }
}
