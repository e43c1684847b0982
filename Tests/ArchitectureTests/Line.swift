/// The line of modules: bytes in on the left, money out on the right. A module imports only what stands to its left.
enum Line {
  /// The line itself. Names that have no folder yet are modules still to come: their place is kept.
  static let main = [
    "Units", "JSONText", "Sealing", "Rules", "Programmes", "Claims", "Explain", "Files", "Batch", "Compare",
    "Journal", "Casebook", "Audit", "Reports", "fangpin",
  ]

  /// What stands beside the line: what it may import of ours, and who may import it.
  static let beside: [String: (imports: Set<String>, importers: Set<String>)] = [
    "Tables": (["Units", "JSONText", "CZlib", "CExpat"], from("Files")),
    "Store": (["Units", "CSQLite"], from("Batch")),
    "Pipeline": (["Units"], from("Batch")),
    "Pages": (["Units"], from("Compare")),
    "Synthesis": (["Units", "Tables", "Files"], ["fangpin"]),
    "RuleFiles": ([], ["Rules"]),
    "CCrypto": ([], ["Sealing"]),
    "CSQLite": ([], ["Store"]),
    "CZlib": ([], ["Tables"]),
    "CExpat": ([], ["Tables"]),
  ]

  /// Modules that neither read nor write anything: no files, no clock, no randomness.
  static let pure: Set<String> = [
    "Units", "JSONText", "RuleFiles", "Rules", "Programmes", "Claims", "Explain", "Pages", "Journal",
  ]

  /// What of the toolchain a module with effects may import; a pure one imports nothing of it.
  static let toolchain: Set<String> = ["Glibc", "Swift", "Synchronization"]

  private static func from(_ module: String) -> Set<String> {
    Set(main.drop { $0 != module })
  }

  /// Whether `name` has a place.
  static func holds(_ name: String) -> Bool { main.contains(name) || beside[name] != nil }

  /// Whether `module` may import `other`.
  static func allows(_ module: String, toImport other: String) -> Bool {
    if toolchain.contains(other) { return !pure.contains(module) }
    if let own = beside[module] { return own.imports.contains(other) }
    if let side = beside[other] { return side.importers.contains(module) }
    guard let here = main.firstIndex(of: module), let there = main.firstIndex(of: other) else { return false }
    return there < here
  }
}
