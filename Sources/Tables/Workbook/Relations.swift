/// What one file of a workbook says of others: by the name that it gives them, their paths and kinds.
struct Relations {
  /// One other file.
  struct Target {
    /// The path from the archive's root.
    let path: String
    /// The last word of its type: `worksheet`, `styles`.
    let kind: String
  }

  private(set) var targets: [String: Target] = [:]

  /// Reads what a file says; `nil` names the archive itself. Empty where it says nothing.
  init(of part: String?, in archive: ZipArchive) throws(WorkbookFault) {
    let folder = part.map { Relations.folder(of: $0) } ?? []
    let name = part.map { $0.split(separator: "/").last.map(String.init) ?? "" } ?? ""
    let path = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    guard archive.has(path) else { return }
    let reader = try RelationsReader(archive.open(path, limit: Workbook.partLimit), folder)
    try reader.readAll()
    targets = reader.targets
  }

  /// The first of a kind.
  func first(_ kind: String) -> String? {
    targets.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.path
  }

  static func folder(of part: String) -> [String] { part.split(separator: "/").dropLast().map(String.init) }

  /// The path of a target that is named from a folder, or from the root where it begins with a slash.
  static func path(_ target: String, from folder: [String]) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}

private final class RelationsReader: XMLReader {
  private(set) var targets: [String: Relations.Target] = [:]
  private let folder: [String]

  init(_ stream: PartStream, _ folder: [String]) throws(WorkbookFault) {
    self.folder = folder
    try super.init(stream)
  }

  override func begin(_ word: XMLWord, _ attributes: XMLAttributes) {
    guard word == .relationship, depth == 2, above == .relationships else { return }
    guard let id = unsafe attributes.string("Id"), let target = unsafe attributes.string("Target"),
      let type = unsafe attributes.string("Type"), unsafe attributes.string("TargetMode") != "External"
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    targets[id] = Relations.Target(path: Relations.path(target, from: folder), kind: kind)
  }
}
