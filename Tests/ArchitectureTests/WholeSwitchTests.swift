import Testing

/// A switch over what has one meaning in the whole program names every case: whoever adds one is then asked everywhere.
@Suite("Whole switches")
struct WholeSwitchTests {
  /// The enums that no `default:` may stand for, by the file that declares them.
  private static let enums = [
    "EntryKind": "Sources/Journal/Entries/EntryKind.swift",
    "StepKind": "Sources/Journal/Kinds/StepKind.swift",
    "Role": "Sources/Journal/Steps/Role.swift", "CaseState": "Sources/Journal/Steps/CaseState.swift",
    "Level": "Sources/Journal/Steps/Level.swift", "Reason": "Sources/Rules/Reason.swift",
    "Outcome": "Sources/Rules/Reason.swift", "FileKind": "Sources/Files/Declaring/FileKind.swift",
  ]

  /// Switches that have one yet, by file and enum. An entry is a debt: it goes when the switch is whole.
  private static let notYet: Set<String> = []

  /// The enums to which cases may belong: a name alone may be anybody's, two or more are taken for whoever has them all.
  static func owners(of names: Set<String>, among enums: [EnumCases]) -> [EnumCases] {
    names.isEmpty ? [] : enums.filter { names.isSubset(of: $0.cases) }
  }

  @Test("no default stands for the cases of an enum of the line")
  func noDefaults() throws {
    let files = try SourceTree.files(below: "Sources")
    let all = files.flatMap { EnumCases.all(in: $0.lines, path: $0.path) }
    let held = all.filter { Self.enums[$0.name] == $0.path }
    #expect(held.count == Self.enums.count && held.allSatisfy { $0.cases.count > 2 })
    var (switches, found): (Int, Set<String>) = (0, [])
    for file in files {
      for block in SwitchBlock.all(in: file.lines) {
        switches += 1
        guard let line = block.defaultLine else { continue }
        let owners = Self.owners(of: block.names, among: all)
        guard let owner = owners.first(where: { Self.enums[$0.name] == $0.path }) else { continue }
        if block.names.count < 2, owners.count > 1 { continue }
        let place = "\(file.path): \(owner.name)"
        found.insert(place)
        #expect(Self.notYet.contains(place), "\(file.path):\(line): default in a switch over \(owner.name)")
      }
    }
    #expect(switches > 300)
    #expect(Self.notYet.subtracting(found) == [], "whole by now: take the entry out")
  }

  @Test("a default for the cases of an enum is seen")
  func seen() {
    let text = """
      enum State: String {
        case open, shut = "to"
        case half(Int, of: Int)
        var isOpen: Bool {
          switch self {
          case .open,
            .half(_, of: _):
            true
          default: false
          }
        }
      }
      """
    let lines = text.split(separator: "\n").map(String.init)
    let enums = EnumCases.all(in: lines, path: "")
    #expect(enums.map(\.name) == ["State"] && enums.first?.cases == ["open", "shut", "half"])
    let blocks = SwitchBlock.all(in: lines)
    #expect(blocks.map(\.line) == [5] && blocks.map(\.defaultLine) == [9])
    #expect(blocks.first?.names == ["open", "half"])
    #expect(Self.owners(of: ["open", "half"], among: enums).count == 1)
    #expect(Self.owners(of: ["open", "gone"], among: enums).isEmpty)
  }
}
