/// What `Package.swift` says of targets, read as text.
enum Manifest {
  /// The modules of the library that other programs embed.
  static func engine() throws -> Set<String> {
    let text = try SourceTree.lines(of: "Package.swift").joined(separator: "\n")
    let product = #/\.library\(name: "FangpinEngine", targets: \[(?<names>[^\]]*)\]/#
    let names = text.firstMatch(of: product)?.names.matches(of: #/"(\w+)"/#).map { String($0.1) }
    return Set(names ?? [])
  }

  /// The targets with the names they depend on: those of `Sources`.
  static func dependencies() throws -> [String: Set<String>] {
    let text = try SourceTree.lines(of: "Package.swift").drop { !$0.contains("targets: [") }
      .joined(separator: "\n")
    let target = #/(?:room|executableTarget|systemLibrary)\(\s*(?:name:\s*)?"(?<name>\w+)"/#
    let list = #/(?:imports|dependencies):\s*\[(?<names>[^\]]*)\]/#
    var found: [String: Set<String>] = [:]
    let starts = text.matches(of: target)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
      // What follows the last target of Sources are the tests, whose lists come after their own names.
      let own = text[start.range.upperBound..<end].prefix { $0 != ")" }
      let names = own.firstMatch(of: list)?.names.matches(of: #/"(\w+)"/#).map { String($0.1) } ?? []
      found[String(start.name)] = Set(names)
    }
    return found
  }
}
