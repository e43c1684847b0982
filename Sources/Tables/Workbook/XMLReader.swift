import CExpat

/// Reads one file of a workbook as XML from front to back. What is done with its elements is said by those that inherit.
///
/// Names are told by their namespaces, whatever the prefixes are. A document type is refused, and with it all entities; so
/// are more depth and more attributes than any workbook has.
@safe
class XMLReader {
  /// Elements inside each other; a sheet has eight at most.
  private static let depthLimit = 128
  private static let attributeLimit = 256
  /// Bytes that are asked of the file at a time.
  private static let pieceSize = 1 << 16
  /// The longest tag or comment.
  private static let tokenLimit = 1 << 20

  /// What is known of a prefix, from a depth on.
  private struct Binding {
    let prefix: [UInt8]
    let space: XMLSpace
    let depth: Int
  }

  /// How many elements are open.
  private(set) final var depth = 0
  /// Why reading stopped.
  private(set) final var fault: WorkbookFault?
  /// Whether all was read.
  private(set) final var isAtEnd = false
  /// Whether texts are handed out now.
  final var wantsText = false
  private let stream: PartStream
  private let parser: OpaquePointer
  /// What the parser has taken of memory.
  private let taken: UnsafeMutablePointer<Int>
  /// The words of the open elements, the outermost first.
  private let words: UnsafeMutablePointer<XMLWord>
  private var bindings: [Binding] = []
  /// The depth of the last of them.
  private var boundDepth = 0
  /// The namespace of names without a prefix.
  private var plainSpace = XMLSpace.other
  private var fed = 0
  private var isPaused = false

  init(_ stream: PartStream) throws(WorkbookFault) {
    let taken = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    unsafe taken.initialize(to: 0)
    let made = unsafe XMLMemory.counting(in: taken) { () -> OpaquePointer? in
      var functions = XMLMemory.functions
      return unsafe XML_ParserCreate_MM(nil, &functions, nil)
    }
    guard let parser = unsafe made else {
      unsafe taken.deallocate()
      throw .tooLarge(stream.name)
    }
    self.stream = stream
    unsafe (self.parser, self.taken) = unsafe (parser, taken)
    unsafe words = UnsafeMutablePointer<XMLWord>.allocate(capacity: XMLReader.depthLimit)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let user = unsafe user, let name = unsafe name, let list = unsafe attributes else { return }
        unsafe Unmanaged<XMLReader>.fromOpaque(user)._withUnsafeGuaranteedRef {
          unsafe $0.began(
            UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), XMLAttributes(list: list))
        }
      },
      { user, _ in
        guard let user = unsafe user else { return }
        unsafe Unmanaged<XMLReader>.fromOpaque(user)._withUnsafeGuaranteedRef { $0.ended() }
      })
    unsafe XML_SetCharacterDataHandler(parser) { user, text, count in
      guard let user = unsafe user, let text = unsafe text else { return }
      unsafe Unmanaged<XMLReader>.fromOpaque(user)._withUnsafeGuaranteedRef { reader in
        guard reader.wantsText else { return }
        let start = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        unsafe reader.text(UnsafeBufferPointer(start: start, count: Int(count)))
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let user = unsafe user else { return }
      unsafe Unmanaged<XMLReader>.fromOpaque(user)._withUnsafeGuaranteedRef {
        $0.refuse(.documentType($0.part))
      }
    }
  }

  deinit {
    unsafe XMLMemory.counting(in: taken) { unsafe XML_ParserFree(parser) }
    unsafe taken.deallocate()
    unsafe words.deallocate()
  }

  /// The file that is read.
  final var part: String { stream.name }
  /// How many of its bytes were read.
  final var byteCount: Int { fed }

  /// An element begins; ``word(above:)`` tells in which.
  func begin(_ word: XMLWord, _ attributes: XMLAttributes) {}
  /// An element ends.
  func end(_ word: XMLWord) {}
  /// A piece of text, where ``wantsText`` is set.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Reads on, as far as one piece of the file goes or until ``pause()``.
  final func advance() throws(WorkbookFault) {
    if isPaused {
      isPaused = false
      try check(unsafe XMLMemory.counting(in: taken) { unsafe XML_ResumeParser(parser) })
      return
    }
    let size = XMLReader.pieceSize
    let room = unsafe XMLMemory.counting(in: taken) { unsafe XML_GetBuffer(parser, Int32(size)) }
    guard let room = unsafe room else { throw .tooLarge(part) }
    let got = try unsafe stream.read(into: room.assumingMemoryBound(to: UInt8.self), count: size)
    fed += got
    let isLast: Int32 = got == 0 ? 1 : 0
    try check(unsafe XMLMemory.counting(in: taken) { unsafe XML_ParseBuffer(parser, Int32(got), isLast) })
  }

  private func check(_ status: XML_Status) throws(WorkbookFault) {
    if let fault { throw fault }
    if status == XML_STATUS_SUSPENDED { return isPaused = true }
    guard status == XML_STATUS_OK else {
      if unsafe XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY { throw .tooLarge(part) }
      throw .badXML(part, line: unsafe Int(XML_GetCurrentLineNumber(parser)))
    }
    var status = XML_ParsingStatus()
    unsafe XML_GetParsingStatus(parser, &status)
    isAtEnd = status.parsing == XML_FINISHED
    // What is not yet taken in is one tag or comment, which is looked through again with each piece.
    if !isAtEnd, unsafe fed - Int(XML_GetCurrentByteIndex(parser)) > XMLReader.tokenLimit {
      throw .tooLarge(part)
    }
  }

  /// Reads to the end.
  final func readAll() throws(WorkbookFault) {
    while !isAtEnd { try advance() }
  }

  /// Stops for good.
  final func refuse(_ fault: WorkbookFault) {
    if self.fault == nil { self.fault = fault }
    _ = unsafe XML_StopParser(parser, 0)
  }

  /// Stops until the next ``advance()``.
  final func pause() {
    if fault == nil { _ = unsafe XML_StopParser(parser, 1) }
  }

  /// The element in which the one that begins or ends stands.
  @inline(__always)
  final var above: XMLWord { word(at: depth - 1) }

  /// An open element: 1 is the outermost.
  @inline(__always)
  final func word(at depth: Int) -> XMLWord {
    unsafe depth > 0 && depth <= self.depth ? words[depth - 1] : .other
  }

  private func began(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
    guard fault == nil else { return }
    depth += 1
    guard depth <= XMLReader.depthLimit else { return refuse(.badXML(part, line: line)) }
    var index = 0
    while let (name, value) = unsafe attributes.pair(index) {
      if unsafe name[0] == UInt8(ascii: "x") && name[1] == UInt8(ascii: "m") { unsafe bind(name, value) }
      index += 1
    }
    guard index <= XMLReader.attributeLimit else { return refuse(.badXML(part, line: line)) }
    let word = unsafe word(of: name)
    unsafe words[depth - 1] = word
    unsafe begin(word, attributes)
  }

  private func ended() {
    guard fault == nil, depth > 0 else { return }
    end(word(at: depth))
    if boundDepth == depth {
      bindings.removeAll { $0.depth == depth }
      plainSpace = bindings.last { $0.prefix.isEmpty }?.space ?? .other
      boundDepth = bindings.last?.depth ?? 0
    }
    depth -= 1
  }

  private var line: Int { unsafe Int(XML_GetCurrentLineNumber(parser)) }

  private func bind(_ name: UnsafePointer<UInt8>, _ value: UnsafePointer<UInt8>) {
    boundDepth = depth
    if unsafe XMLText.equal(name, "xmlns") {
      plainSpace = unsafe XMLSpace.of(value)
      bindings.append(Binding(prefix: [], space: plainSpace, depth: depth))
    } else {
      let (prefix, local) = unsafe XMLText.local(name)
      guard prefix == 5, unsafe name[4] == UInt8(ascii: "s") else { return }
      let binding = unsafe Binding(
        prefix: Array(XMLText.bytes(local)), space: XMLSpace.of(value), depth: depth)
      bindings.append(binding)
    }
  }

  /// The word of a name, where it is one of a sheet's, or of a list of relations.
  @inline(__always)
  private func word(of name: UnsafePointer<UInt8>) -> XMLWord {
    if plainSpace == .sheet, unsafe name[1] == 0 { return unsafe XMLWord.of(name) }
    return unsafe slowWord(of: name)
  }

  private func slowWord(of name: UnsafePointer<UInt8>) -> XMLWord {
    let (prefix, local) = unsafe XMLText.local(name)
    guard unsafe local[0] != 0 else { return .other }
    switch unsafe space(name, prefix) {
    case .sheet, .packageRelation: return unsafe XMLWord.of(local)
    case .officeRelation, .other: return .other
    }
  }

  private func space(_ name: UnsafePointer<UInt8>, _ prefix: Int) -> XMLSpace {
    guard prefix > 0 else { return plainSpace }
    let wanted = unsafe UnsafeBufferPointer(start: name, count: prefix)
    for binding in bindings.reversed() where unsafe binding.prefix.elementsEqual(wanted) {
      return binding.space
    }
    return .other
  }

  /// The value of an attribute that has a prefix, by its namespace.
  final func value(
    _ wanted: StaticString, in space: XMLSpace, of attributes: XMLAttributes
  ) -> UnsafePointer<UInt8>? {
    var index = 0
    while let (name, value) = unsafe attributes.pair(index) {
      let (prefix, local) = unsafe XMLText.local(name)
      if prefix > 0, unsafe XMLText.equal(local, wanted), unsafe self.space(name, prefix) == space {
        return unsafe value
      }
      index += 1
    }
    return nil
  }
}
