import Claims
import Explain
import ExplainKit
import JSONText
import Rules
import Testing
import Units

@Suite struct SchemeDocumentTests {
  @Test func documentsAreInOneLanguage() {
    for reading in Staircase.Reading.allCases {
      let document = SchemeDocument(County(reading: reading, silentLine: true).scheme)
      #expect(!LanguagePurity.hasChinese(document.text(in: .en)))
      #expect(LanguagePurity.english(in: document.text(in: .zh)) == [])
    }
  }

  @Test(arguments: BuiltInSchemes.ids)
  func documentsOfBuiltInSchemesAreInOneLanguage(_ id: String) throws {
    let scheme = try #require(BuiltInSchemes.load(id)?.scheme)
    let document = SchemeDocument(scheme)
    #expect(!LanguagePurity.hasChinese(document.text(in: .en)))
    #expect(LanguagePurity.english(in: document.text(in: .zh)) == [])
    let trial = TrialReport(scheme, SchemeTrial.run(scheme))
    #expect(trial.isPassed)
    #expect(!LanguagePurity.hasChinese(trial.text(in: .en)))
    #expect(LanguagePurity.english(in: trial.text(in: .zh)) == [])
  }

  @Test(arguments: BuiltInSchemes.ids, Language.allCases)
  func builtInSchemesCiteEverySourceAndAssumption(_ id: String, _ language: Language) throws {
    let scheme = try #require(BuiltInSchemes.load(id)?.scheme)
    let text = SchemeDocument(scheme).text(in: language)
    #expect(!scheme.sources.isEmpty)
    let flat = text.filter { !$0.isWhitespace }
    for source in scheme.sources {
      #expect(flat.contains(source.title[language].filter { !$0.isWhitespace }))
    }
    #expect(text.contains(scheme.digest) && text.contains(scheme.id))
    for line in text.split(separator: "\n") { #expect(line.last != " ") }
  }

  @Test(arguments: Language.allCases)
  func laddersAreAligned(_ language: Language) {
    let lines = SchemeDocument(County().scheme).text(in: language).split(separator: "\n")
    var edges: [Int] = []
    var ladders = 0
    for line in lines {
      if line.contains("┌") {
        edges = LadderEdges.columns(of: line)
        ladders += 1
      } else if line.contains("│") || line.contains("└") || line.contains("├") {
        #expect(LadderEdges.columns(of: line) == edges, "\(line)")
      }
    }
    #expect(ladders == 3)
  }

  @Test(arguments: Situation.all)
  func jsonCanBeReadAgain(_ situation: Situation) throws {
    let text = Explanation(situation.derivation).json()
    let value = try JSONReader.read(Array(text.utf8)).get()
    #expect(SchemeDocumentTests.repeatedKeys(in: value) == [])
    #expect(value["reason"]?.string == situation.derivation.decision.reason.code)
    #expect(value["steps"]?.elements?.isEmpty == false)
  }

  private static func repeatedKeys(in value: JSONValue) -> [String] {
    let members = value.members ?? []
    let keys = members.map(\.key)
    let repeated = keys.filter { key in keys.count { $0 == key } > 1 }
    return repeated + (members.map(\.value) + (value.elements ?? [])).flatMap(repeatedKeys)
  }
}

/// Where the upright lines of a drawing stand.
enum LadderEdges {
  static func columns(of line: Substring) -> [Int] {
    var columns: [Int] = []
    var at = 0
    for character in line {
      if "┌┬┐│├┼┤└┴┘".contains(character) { columns.append(at) }
      at += TextWidth.columns(String(character))
    }
    return columns
  }
}
