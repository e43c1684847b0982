import JSONText
public import Units

/// Reads a scheme file: every fault of the file at once, and a scheme only where there is none.
///
/// Strict on purpose: a key that is not known is a slip that would otherwise change what a household is paid
/// without anybody seeing it.
public enum SchemeLoader {
  /// The format version this program reads.
  public static let format = 1
  /// The largest file it reads, in bytes: a scheme is some tens of thousands.
  public static let sizeLimit = 1 << 20

  /// Reads a scheme from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: the file as the user named it, for messages.
  public static func load(bytes: [UInt8], file: String) -> SchemeLoading {
    load(bytes: bytes, file: file, withCases: true)
  }

  /// Reads a scheme that was read before, without its named examples: half the work, and no decision depends on them.
  package static func loadForDeciding(bytes: [UInt8], file: String) -> SchemeLoading {
    load(bytes: bytes, file: file, withCases: false)
  }

  private static func load(bytes: [UInt8], file: String, withCases: Bool) -> SchemeLoading {
    let source = JSONSource(bytes: bytes, file: file)
    guard bytes.count <= sizeLimit else {
      let fault = Diagnostic(
        "file-too-large", at: Diagnostic.Place(file: file, line: 1, column: 1),
        what: Wording(
          zh: "文件超过 \(sizeLimit) 字节，不像是保障方案", en: "more than \(sizeLimit) bytes: hardly a scheme file"))
      return SchemeLoading(scheme: nil, diagnostics: [fault], source: source, root: nil)
    }
    switch withCases ? source.read() : JSONReader.read(bytes, passingOver: "cases") {
    case .failure(let fault):
      return SchemeLoading(
        scheme: nil, diagnostics: [source.diagnostic(for: fault)], source: source, root: nil)
    case .success(let root):
      let context = LoadingContext(source: source, keepsCases: withCases)
      let digest = SchemeDigest.sha256(bytes)
      let scheme = scheme(
        SchemeNode(value: root, place: .root(""), context: context), digest: digest, context)
      let isSound = !context.hasFaults
      return SchemeLoading(
        scheme: isSound ? scheme : nil, diagnostics: context.diagnostics, source: source, root: root)
    }
  }

  private static let keys = [
    "format", "id", "name", "county", "sources", "effective", "rounding", "policyYear", "groups", "perils",
    "causes", "assets", "protectionLine", "benefits", "administration", "cases",
  ]

  private static func scheme(_ root: SchemeNode, digest: String, _ context: LoadingContext) -> Scheme? {
    guard hasKnownFormat(root), let object = root.object(keys, optional: ["$schema"]) else { return nil }
    _ = object["$schema"]?.text()
    let id = object["id"]?.id()
    let name = object["name"]?.wording()
    // First the lists of words, because everything else refers to them.
    let sources = object["sources"].flatMap { Self.sources($0, context) }
    let groupNodes = object["groups"]?.list(atLeast: 1, atMost: SchemeNode.wordLimit)
    let perilNodes = object["perils"]?.list(atLeast: 1, atMost: SchemeNode.wordLimit)
    let causeNodes = object["causes"]?.list(atMost: SchemeNode.wordLimit)
    context.groups = groupNodes.map(words)
    context.perils = perilNodes.map(words)
    context.causes = causeNodes.map(words)
    let groups = groupNodes.map(groups)
    let perils = perilNodes.map(perils)
    let causes = causeNodes.map { Self.causes($0, context) }
    let county = object["county"].flatMap { Self.county($0) }
    let effective = object["effective"].flatMap { Self.effective($0) }
    let rounding = object["rounding"].flatMap { Self.rounding($0) }
    let year = object["policyYear"].flatMap { policyYear($0) }
    let assets = object["assets"].flatMap { assetLimits($0) }
    let line = object["protectionLine"].flatMap { protectionLine($0, groups: groups ?? [], context) }
    let benefits = object["benefits"].flatMap { Self.benefits($0, context) }
    let administration = object["administration"].flatMap { Self.administration($0, context) }
    let cases =
      context.keepsCases
      ? object["cases"].flatMap { Self.cases($0, effectiveFrom: effective?.from, context) } : []
    guard let id, let name, let sources, let groups, let perils, let causes, let county, let effective,
      let rounding, let year, let assets, let line, let benefits, let administration, let cases
    else { return nil }
    var scheme = Scheme(
      format: format, id: id, name: name, county: county.name, countyCode: county.code,
      insurer: county.insurer, digest: digest, sources: sources,
      effectiveFrom: effective.from,
      effectiveUntil: effective.until, roundingProvenance: rounding, policyYearStart: year.start,
      policyYearProvenance: year.provenance, groups: groups, perils: perils, causes: causes,
      assetLimits: assets, protectionLine: line, benefits: benefits, administration: administration,
      cases: cases, countyProvenance: county.provenance)
    scheme.content = root.value
    return scheme
  }

  /// A file of another format would be nothing but faults: only the format is reported then.
  static func hasKnownFormat(_ root: SchemeNode) -> Bool {
    guard let value = root.value["format"] else { return true }
    if value.kind == .number("\(format)") { return true }
    let node = SchemeNode(value: value, place: .root("format"), context: root.context)
    node.report(
      "unknown-format", Wording(zh: "不认识的格式版本", en: "unknown format version"),
      fix: Wording(zh: "本程序读的是格式 \(format)", en: "this program reads format \(format)"))
    return false
  }
}

/// What came of reading a scheme file.
public struct SchemeLoading: Sendable {
  /// The scheme, or `nil` where the file has faults.
  public let scheme: Scheme?
  /// Every fault found, in the order of the file.
  public let diagnostics: [Diagnostic]
  private let source: JSONSource
  private let root: JSONValue?

  init(scheme: Scheme?, diagnostics: [Diagnostic], source: JSONSource, root: JSONValue?) {
    self.scheme = scheme
    self.diagnostics = diagnostics
    self.source = source
    self.root = root
  }

  /// The file's bytes, to be recorded as they were read.
  package var bytes: [UInt8] { source.bytes }

  /// Where the value stands that a path such as `benefits[0].staircase.bands[1]` names.
  public func place(of path: String) -> Diagnostic.Place? {
    guard var value = root else { return nil }
    for step in path.split(whereSeparator: { $0 == "." || $0 == "[" }) {
      if step.last == "]" {
        guard let index = Int(step.dropLast()), let elements = value.elements,
          elements.indices.contains(index)
        else { return nil }
        value = elements[index]
      } else {
        guard let member = value[String(step)] else { return nil }
        value = member
      }
    }
    return source.place(at: value.offset)
  }
}
