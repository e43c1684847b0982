import Foundation
import TestKit
import Testing
import Units
import fangpin

/// What the program tells people to do has to work: every command and option that a message names is there.
@Suite("A command that a message names")
struct NamedCommandsTests {
  /// A text in the sources, without what stands in it of values.
  struct Message: Sendable {
    let place: String
    let text: String
    var isChinese: Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
  }

  /// All texts of the sources that may name a command or an option, by file; comments are none.
  static let messages = Result { try read() }

  private static func read() throws -> [String: [Message]] {
    let folder = Repository.file("Sources")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    let marks = ["fangpin ", "case ", "casebook ", "audit ", "rules ", "--"]
    var found: [String: [Message]] = [:]
    for case let file as URL in files where file.pathExtension == "swift" {
      let name = Repository.name(of: file)
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for text in literals(of: line) where marks.contains(where: { text.contains($0) }) {
          found[name, default: []].append(Message(place: "\(name):\(index + 1)", text: text))
        }
      }
    }
    return found
  }

  /// The literals of a line, with a number for every value that stands in them.
  static func literals(of line: Substring) -> [String] {
    var literals: [String] = []
    var (text, isInside, depth, isEscaped) = ([UInt8](), false, 0, false)
    for byte in line.utf8 {
      if depth > 0 {
        depth += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
      } else if isEscaped {
        isEscaped = false
        if byte == UInt8(ascii: "(") { (text, depth) = (text + Array("17".utf8), 1) }
      } else if isInside, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        if isInside { literals.append(String(decoding: text, as: UTF8.self)) }
        (text, isInside) = ([], !isInside)
      } else if isInside {
        text.append(byte)
      }
    }
    return literals
  }

  static let paths = CommandPath(root: FangpinCommand.spec).everyPath
  static let groups = FangpinCommand.spec.subcommands.filter { !$0.subcommands.isEmpty }.map(\.name)

  /// The commands that a text names, each with the options behind it: in Chinese every word of a group names one; in English,
  /// where a case may be anything, only what is one.
  static func named(_ message: Message) -> [(command: String, options: [String])] {
    var found: [(command: String, options: [String])] = []
    let words = #/(?:^|[^A-Za-z.\/_-])(?:fangpin )?(case|casebook|audit|rules) ([a-z][a-z-]+)/#
    let matches = message.text.matches(of: words)
    for (index, match) in matches.enumerated() {
      let command = "fangpin \(match.1) \(match.2)"
      guard message.isChinese || paths.contains(where: { $0.typed == command }) else { continue }
      let end = index + 1 < matches.count ? matches[index + 1].range.lowerBound : message.text.endIndex
      let rest = message.text[match.range.upperBound..<end].prefix { !"，。；、：）'.;,)".contains($0) }
      found.append((command, rest.matches(of: #/--([a-z][a-z-]+)/#).map { String($0.1) }))
    }
    for match in message.text.matches(of: #/fangpin ([a-z][a-z-]+)/#) {
      let isGroup = groups.contains(String(match.1))
      if !isGroup { found.append(("fangpin \(match.1)", [])) }
    }
    return found
  }

  @Test("is one of the program's, and takes the options that stand with it")
  func exist() throws {
    let files = try NamedCommandsTests.messages.get()
    var names: Set<String> = []
    for message in files.values.flatMap({ $0 }) {
      for (command, options) in NamedCommandsTests.named(message) {
        names.insert(command)
        guard let path = NamedCommandsTests.paths.first(where: { $0.typed == command }) else {
          Issue.record("\(message.place) names '\(command)': \(message.text)")
          continue
        }
        let known = path.command.options.map(\.name)
        for option in options where !known.contains(option) {
          Issue.record("\(message.place): \(command) has no --\(option): \(message.text)")
        }
      }
    }
    #expect(names.count > 25, "\(names.sorted())")
  }

  @Test("takes options, and every option that a message names is some command's")
  func options() throws {
    let known = Set(NamedCommandsTests.paths.flatMap { $0.command.options.map(\.name) })
      .union(["lang", "help", "version"])
    var names: Set<String> = []
    for message in try NamedCommandsTests.messages.get().values.flatMap({ $0 }) {
      for match in message.text.matches(of: #/(?:^|[^A-Za-z0-9-])--([a-z][a-z-]+)/#) {
        let name = String(match.1)
        names.insert(name)
        #expect(known.contains(name), "\(message.place) names --\(name): \(message.text)")
      }
    }
    #expect(names.count > 40)
  }

  @Test("in Chinese is named in English beside it")
  func bothLanguages() throws {
    for (file, messages) in try NamedCommandsTests.messages.get() {
      func names(_ isChinese: Bool) -> Set<String> {
        Set(
          messages.filter { $0.isChinese == isChinese }.flatMap {
            NamedCommandsTests.named($0).map(\.command)
          })
      }
      let missing = names(true).subtracting(names(false))
      #expect(missing.isEmpty, "\(file) names in Chinese alone: \(missing.sorted())")
    }
  }

  @Test("and that is not there is found", arguments: ["先办 case relaese 17", "请用 case release 17 --recieve"])
  func canary(text: String) {
    let named = NamedCommandsTests.named(Message(place: "", text: text))
    let isSound = named.allSatisfy { command, options in
      let path = NamedCommandsTests.paths.first { $0.typed == command }
      return path.map { path in options.allSatisfy { path.command.options.map(\.name).contains($0) } }
        ?? false
    }
    #expect(named.count == 1 && !isSound)
  }
}
