import Testing

/// No arrow points to the right between the folders of a module either. Told by the names of types: what an extension adds
/// to a type of another folder is not seen.
@Suite("Folder arrows")
struct FolderArrowTests {
  /// A use of a type of another folder.
  struct Arrow: Hashable, Sendable {
    let from: String
    let to: String
    /// The file, the line and the type.
    let what: String
  }

  /// What the files of a module say, by their paths.
  private static let texts = Result {
    var texts: [String: SwiftText] = [:]
    for file in try SourceTree.files(below: "Sources") {
      texts[file.path] = SwiftText(file.lines, module: file.target)
    }
    return texts
  }

  /// The folders below `Sources` that have folders, with those: `fangpin/Commands` has `Claims`.
  private static func folders() throws -> [String: Set<String>] {
    var folders: [String: Set<String>] = [:]
    for path in try texts.get().keys {
      let steps = path.split(separator: "/").dropFirst().dropLast().map(String.init)
      for length in 1..<max(1, steps.count) {
        folders[steps.prefix(length).joined(separator: "/"), default: []].insert(steps[length])
      }
    }
    return folders
  }

  /// The part of a folder in which a path lies; `nil` where it lies elsewhere.
  static func part(of path: String, in folder: String) -> String? {
    let start = "Sources/\(folder)/"
    guard path.hasPrefix(start) else { return nil }
    let steps = path.dropFirst(start.count).split(separator: "/")
    return steps.count > 1 ? String(steps[0]) : FolderLine.besides
  }

  /// The arrows between the parts of a folder.
  static func arrows(in folder: String, _ texts: [String: SwiftText]) -> Set<Arrow> {
    var homes: [String: Set<String>] = [:]
    for (path, text) in texts {
      guard let part = part(of: path, in: folder) else { continue }
      for type in text.declared { homes[type, default: []].insert(part) }
    }
    var arrows: Set<Arrow> = []
    for (path, text) in texts {
      guard let from = part(of: path, in: folder) else { continue }
      for (type, line) in text.named where !text.own.contains(type) {
        // A name that several parts declare says nothing of which one is meant.
        guard let home = homes[type], home.count == 1, let to = home.first, to != from else { continue }
        arrows.insert(Arrow(from: from, to: to, what: "\(path):\(line) uses \(type) of \(to)"))
      }
    }
    return arrows
  }

  @Test("every folder with folders has them in a line")
  func everyFolder() throws {
    let folders = try Self.folders()
    #expect(folders.count > 10)
    #expect(Set(folders.keys) == Set(FolderLine.orders.keys))
    let paths = try Self.texts.get().keys
    for (folder, order) in FolderLine.orders {
      let parts = Set(paths.compactMap { Self.part(of: $0, in: folder) })
      #expect(parts == Set(order), "\(folder)")
      #expect(order.count == parts.count, "\(folder)")
    }
  }

  @Test(
    "no arrow points to the right between the folders of a folder", arguments: FolderLine.orders.keys.sorted()
  )
  func pointLeft(_ folder: String) throws {
    let order = try #require(FolderLine.orders[folder])
    for arrow in Self.arrows(in: folder, try Self.texts.get()) {
      let (from, to) = (order.firstIndex(of: arrow.from), order.firstIndex(of: arrow.to))
      #expect((from ?? -1) > (to ?? .max), "\(arrow.what)")
    }
  }

  @Test("the arrows between folders are seen")
  func seen() throws {
    let texts = try Self.texts.get()
    #expect(Self.arrows(in: "Files", texts).contains { $0.from == "Kinds" && $0.to == "Declaring" })
    let right = SwiftText(["struct Later {}", "private enum Hidden {}"], module: "M")
    let left = SwiftText(
      [
        "/// A ``Later`` in a comment.", "struct Early {", "  let word = \"Later\"  // Later",
        "  enum Own {}", "  let own: Own, other: Outer.Later", "}",
      ], module: "M")
    let guilty = SwiftText(
      ["extension Early {", "  var later: String { \"\\(M.Later()) Hidden\" }", "}"], module: "M")
    #expect(right.declared == ["Later"] && right.own == ["Hidden"])
    #expect(left.declared == ["Early"] && left.own == ["Own"])
    #expect(guilty.named["Later"] == 2 && guilty.named["Hidden"] == nil)
    let some = ["Sources/M/Right/R.swift": right, "Sources/M/Left/L.swift": left]
    #expect(Self.arrows(in: "M", some) == [])
    let more = some.merging(["Sources/M/Left/G.swift": guilty]) { a, _ in a }
    #expect(Self.arrows(in: "M", more).map(\.what) == ["Sources/M/Left/G.swift:2 uses Later of Right"])
  }
}
