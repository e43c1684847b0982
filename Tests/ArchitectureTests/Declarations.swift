/// What a Swift file declares and which words it uses, told from its text: comments and the words of strings are left out, what
/// stands in an interpolation counts. What a body declares for itself is left to the compiler.
struct Declarations {
  /// How far a declaration can be seen.
  enum Sight: Int, Comparable {
    case file, module, package, everywhere

    static func < (a: Sight, b: Sight) -> Bool { a.rawValue < b.rawValue }
  }

  /// One name that a file gives to something.
  struct Declaration: Hashable {
    /// The name; of an initialiser the type's and its first label, as in `Day(year:)`, `Day(_:)` or `Day()`.
    let name: String
    /// The line it stands on, from 1.
    let line: Int
    let sight: Sight
    /// Whether its type's heading names a protocol, through which it may be used from anywhere.
    let isWitness: Bool
    /// What a use of it may look like: its name, or an initialiser's calls.
    let spellings: Set<String>
  }

  /// All that stands at the top level or in a type.
  private(set) var all: [Declaration] = []
  /// The words that mean something declared elsewhere, and the calls that may be an initialiser's, written as its name is.
  private(set) var uses: Set<String> = []

  private let words: [SwiftWord]
  /// The words that declare something, by their index.
  private var declaring: Set<Int> = []
  private var scopes: [Scope] = []
  private var pending = Pending()

  /// What a brace has opened.
  private struct Scope {
    /// `nil` for a body.
    var type: String?
    var isEnum = false
    /// How far its members are seen, if they say nothing of it.
    var members = Sight.module
    /// How far they are seen at most.
    var limit = Sight.everywhere
    /// Whether the heading names a protocol.
    var conforms = false
  }

  /// What has been said before the next brace.
  private struct Pending {
    var sight: Sight?
    var scope: Scope?
  }

  /// Reads a file.
  init(_ lines: [String]) {
    words = SwiftWord.all(of: lines)
    var index = 0
    while index < words.count { index = read(index) }
    collectUses()
  }

  /// Reads the word at an index; the index of the one to read next.
  private mutating func read(_ index: Int) -> Int {
    let word = words[index].text
    switch word {
    case "{":
      scopes.append(pending.scope ?? Scope(type: nil))
      pending = Pending()
    case "}":
      if !scopes.isEmpty { scopes.removeLast() }
      pending = Pending()
    default:
      guard scopes.last.map({ $0.type != nil }) ?? true, !isMember(index) else { return index + 1 }
      return readInType(index)
    }
    return index + 1
  }

  private func isMember(_ index: Int) -> Bool { index > 0 && words[index - 1].text == "." }

  private func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  private mutating func readInType(_ index: Int) -> Int {
    switch words[index].text {
    case "private", "fileprivate": if text(index + 1) != "(" { pending.sight = .file }
    case "internal": if text(index + 1) != "(" { pending.sight = .module }
    case "package": if text(index + 1) != "(" { pending.sight = .package }
    case "public": if text(index + 1) != "(" { pending.sight = .everywhere }
    case "struct", "enum", "class", "protocol", "actor", "extension": return readType(index)
    case "func", "typealias", "associatedtype": declare(index + 1)
    case "var", "let": return readProperties(index + 1)
    case "case" where scopes.last?.isEnum == true: return readCases(index + 1)
    case "init": return readInitialiser(index)
    default: break
    }
    return index + 1
  }

  /// How far something is seen that stands here.
  private var sight: Sight {
    let scope = scopes.last ?? Scope(type: nil)
    return min(pending.sight ?? scope.members, scope.limit)
  }

  /// Whether something that stands here may be what a protocol asks for.
  private var isWitness: Bool { scopes.last?.conforms == true && pending.sight != .file }

  /// Declares the word at an index under its own name, unless it is an operator.
  private mutating func declare(_ index: Int) {
    guard index < words.count, words[index].isName else { return }
    declare(index, seen: sight)
    pending.sight = nil
  }

  private mutating func declare(_ index: Int, seen: Sight, as spelling: String? = nil) {
    let name = text(index)
    declaring.insert(index)
    all.append(
      Declaration(
        name: name, line: words[index].line, sight: seen, isWitness: spelling == nil && isWitness,
        spellings: [spelling ?? name]))
  }

  private mutating func readType(_ index: Int) -> Int {
    let keyword = words[index].text
    var next = index + 1
    guard next < words.count, words[next].isName, !["func", "var", "let", "import"].contains(text(next)),
      index == 0 || text(index - 1) != "import"
    else { return next }
    let seen = sight
    if keyword == "extension" {
      while text(next + 1) == "." { next += 2 }
      // An extension says how far its members are seen, not how far its type is.
      pending.scope = Scope(type: text(next), members: pending.sight ?? .module)
    } else {
      declare(next)
      let members = ["protocol", "enum"].contains(keyword) ? seen : min(seen, .module)
      pending.scope = Scope(type: text(next), isEnum: keyword == "enum", members: members, limit: seen)
    }
    var heading = next + 1
    while heading < words.count, text(heading) != "{" {
      if text(heading) == ":", text(heading - 1) != ",", keyword != "protocol" {
        pending.scope?.conforms = true
      }
      heading += 1
    }
    return heading
  }

  private mutating func readProperties(_ index: Int) -> Int {
    if text(index) == "(" {
      var next = index + 1
      while next < words.count, text(next) != ")" {
        declare(next)
        next += 1
      }
      return next
    }
    declare(index)
    var (next, depth) = (index + 1, 0)
    while next < words.count, !words[next].startsLine || depth > 0 || text(next - 1) == "," {
      switch text(next) {
      case "(", "[", "<": depth += 1
      case ")", "]": depth -= 1
      case ">": if text(next - 1) != "-" { depth -= 1 }
      case "{", "=": return next
      case "," where depth == 0: declare(next + 1)
      default: break
      }
      next += 1
    }
    pending.sight = nil
    return next
  }

  private mutating func readCases(_ index: Int) -> Int {
    var next = index
    let seen = scopes.last?.members ?? .module
    while next < words.count, words[next].isName {
      declare(next, seen: seen, as: ".\(text(next))")
      next += 1
      if text(next) == "(" { next = closing(next) + 1 }
      while next < words.count, !words[next].startsLine, text(next) != "," { next += 1 }
      guard text(next) == "," else { break }
      next += 1
    }
    return next
  }

  /// The index of the bracket that closes the one at an index.
  private func closing(_ index: Int) -> Int {
    var (next, depth) = (index, 0)
    while next < words.count {
      if text(next) == "(" { depth += 1 }
      if text(next) == ")" { depth -= 1 }
      if depth == 0 { return next }
      next += 1
    }
    return next
  }

  private mutating func readInitialiser(_ index: Int) -> Int {
    declaring.insert(index)
    var next = index + 1
    while next < words.count, text(next) != "(" { next += 1 }
    guard let type = scopes.last?.type, next < words.count else { return index + 1 }
    let end = closing(next)
    let labels = labels(next..<end)
    let spellings = labels.isEmpty ? ["()"] : labels + ["{}"]
    let names =
      ["\(type)\(spellings[0])", "\(type).init"] + spellings.flatMap { ["\(type)\($0)", "init\($0)"] }
    all.append(
      Declaration(
        name: names[0], line: words[index].line, sight: sight, isWitness: isWitness, spellings: Set(names)))
    pending.sight = nil
    return end
  }

  /// What may stand behind a type's name where an initialiser is called that has its parameters between two brackets: the first
  /// label, or a later one where those before it have defaults.
  private func labels(_ brackets: Range<Int>) -> [String] {
    var (labels, depth): ([String], Int) = ([], 0)
    for index in brackets {
      switch text(index) {
      case "(" where depth == 0, "," where depth == 1: labels.append("(\(text(index + 1)):)")
      case "=" where depth == 1 && labels.count == 1: labels.append("()")
      default: break
      }
      if ["(", "["].contains(text(index)) { depth += 1 }
      if [")", "]"].contains(text(index)) { depth -= 1 }
    }
    return text(brackets.lowerBound + 1) == ")" ? [] : labels
  }

  /// Collects the words that are neither declarations nor labels, and the calls that may be an initialiser's.
  private mutating func collectUses() {
    var index = 0
    while index < words.count {
      if fills(index) {
        index += 5
        continue
      }
      if words[index].isName, !declaring.contains(index), !isLabel(index) {
        uses.insert(text(index))
        if isMember(index) { uses.insert(".\(text(index))") }
        if text(index) == "init" { uses.insert("\(text(index - 2)).init") }
      }
      if ["(", "{"].contains(text(index)) { collectCall(index) }
      index += 1
    }
  }

  /// Whether the word at an index is an argument's label or a parameter.
  private func isLabel(_ index: Int) -> Bool {
    ["(", ","].contains(text(index - 1)) && text(index + 1) == ":"
  }

  /// Whether a property is only filled here with what has its name: `self.day = day`.
  private func fills(_ index: Int) -> Bool {
    text(index) == "self" && text(index + 1) == "." && text(index + 3) == "="
      && text(index + 4) == text(index + 2)
      && (index + 5 >= words.count || words[index + 5].startsLine || text(index + 5) == "}")
  }

  /// Collects what the bracket at an index calls: `Day(year:)`, `Day(_:)`, `init(year:)`.
  private mutating func collectCall(_ index: Int) {
    var before = index - 1
    if ["?", "!"].contains(text(before)) { before -= 1 }
    if text(before) == ">" {
      var depth = 0
      repeat {
        if text(before) == ">" { depth += 1 }
        if text(before) == "<" { depth -= 1 }
        before -= 1
      } while depth > 0 && before > 0
    }
    guard before >= 0, words[before].isName, !declaring.contains(before) else { return }
    let callee = text(before) == "Self" ? "init" : text(before)
    if text(index) == "{" {
      // A closure behind the name stands for whatever the initialiser takes first.
      guard ["=", "(", "return", "."].contains(text(index - 2)) else { return }
      uses.insert("\(callee){}")
    } else if text(index + 1) == ")" {
      uses.insert("\(callee)()")
    } else if index + 2 < words.count, words[index + 1].isName, text(index + 2) == ":" {
      uses.insert("\(callee)(\(text(index + 1)):)")
    } else {
      uses.insert("\(callee)(_:)")
    }
  }
}
