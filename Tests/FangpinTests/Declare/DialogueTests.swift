import Casebook
import Files
import Journal
import Rules
import SchemeKit
import Testing
import Units
import fangpin

/// The dialogue, driven without a terminal.
@Suite("The dialogue of a declaration")
struct DialogueTests {
  static let answers = [
    "H0001", "", "王小明", "11010519491231002X", "", "1", "住院", "2018年3月5日", "", "38000", "12000", "0",
    "0", "0",
    "6222 0200 0000 0000 000", "",
  ]

  private func questions() throws -> DeclarationQuestions {
    DeclarationQuestions(scheme: try SchemeFile.builtIn().scheme, on: VillageOffice.clock.dayInChina)
  }

  private func run(
    _ lines: [String], given: DeclarationDraft = DeclarationDraft(), hasConsent: Bool = false,
    _ language: Language = .zh
  ) throws -> (Dialogue.Ending, ScriptedTerminal) {
    let style = Terminal(isScreen: true, columns: 80, environment: Environment(["NO_COLOR": "1"]))
    let dialogue = Dialogue(try questions(), in: language, style: style) { household in
      household.hasPrefix("H") ? nil : Wording(zh: "名册上没有", en: "not on the register")
    }
    var terminal = ScriptedTerminal(lines)
    return (try dialogue.run(given, hasConsent: hasConsent, on: &terminal), terminal)
  }

  private func declared(_ lines: [String]) throws -> Declaration {
    let (ending, terminal) = try run(lines)
    guard case .consented(let draft) = ending else { throw EndedElsewhere(screen: terminal.screen) }
    #expect(terminal.isSpent)
    return try #require(draft.declaration)
  }

  struct EndedElsewhere: Error { let screen: String }

  @Test("takes one answer after another and gives what was declared", arguments: Language.allCases)
  func whole(_ language: Language) throws {
    let (ending, terminal) = try run(DialogueTests.answers + ["1"], language)
    guard case .consented(let draft) = ending else { throw EndedElsewhere(screen: terminal.screen) }
    let declaration = try #require(draft.declaration)
    #expect(declaration.household == "H0001" && declaration.person == nil)
    #expect(declaration.peril == "illness" && declaration.cause == "inpatient")
    #expect(declaration.incurredOn.description == "2018-03-05")
    #expect(declaration.total == Yuan(fen: 3_800_000) && declaration.selfPaid == Yuan(fen: 2_600_000))
    #expect(declaration.compensated == nil)
    #expect(
      declaration.declarant
        == PersonalData(name: "王小明", residentID: "11010519491231002X", bankAccount: "6222020000000000000"))
    #expect(terminal.screen.contains("26,000.00"))
    #expect(terminal.screen.contains("1/16") && terminal.screen.contains("16/16"))
  }

  @Test("asks again until an answer will do, with the reason and an example")
  func wrongAnswers() throws {
    var lines = DialogueTests.answers + ["1"]
    lines.insert(contentsOf: ["", "11010519491231002X", "X9"], at: 0)
    lines.insert("110105194912310021", at: 6)
    #expect(try declared(lines).household == "H0001")
    let (_, terminal) = try run(lines)
    for text in ["这一项不能空着", "这是身份证号", "名册上没有", "末位校验码不符", "例：11010519491231002X"] {
      #expect(terminal.screen.contains(text), "\(text)")
    }
  }

  @Test("an amount left empty is asked again: not known is not zero")
  func emptyAmount() throws {
    var lines = DialogueTests.answers + ["1"]
    lines.insert("", at: 11)
    #expect(try declared(lines).criticalIllnessInsurance == .zero)
  }

  @Test("what was paid back may not reach the total")
  func nothingLeft() throws {
    var lines = DialogueTests.answers + ["1"]
    lines.insert("26000", at: 11)
    let (_, terminal) = try run(lines)
    #expect(terminal.screen.contains("26,000.00"))
    #expect(try declared(lines).criticalIllnessInsurance == .zero)
  }

  @Test("goes back one question, keeps what was answered on Enter, and asks on from there")
  func back() throws {
    var lines = DialogueTests.answers
    lines.insert(contentsOf: ["<", "39000"], at: 10)
    lines += ["《", "《", "", "13800138000", "1"]
    let declaration = try declared(lines)
    #expect(declaration.total == Yuan(fen: 3_900_000))
    #expect(declaration.declarant.bankAccount == "6222020000000000000")
    #expect(declaration.declarant.telephone == "13800138000")
  }

  @Test("back at the first question stays there")
  func backAtTheStart() throws {
    #expect(try declared(["<", "<"] + DialogueTests.answers + ["1"]).household == "H0001")
  }

  @Test("a peril that is changed asks for its cause anew, and a traffic accident for compensation")
  func changedPeril() throws {
    var lines = DialogueTests.answers
    lines.replaceSubrange(5...6, with: ["illness", "inpatient", "<", "<", "3", "", "交通事故"])
    lines.insert(contentsOf: ["不清楚"], at: lines.count - 2)
    let declaration = try declared(lines + ["y"])
    #expect(declaration.peril == "disaster" && declaration.cause == "traffic-accident")
    #expect(declaration.compensated == nil)
  }

  @Test("takes an invoice's number as it is typed, and none that is a resident ID or nothing but zeros")
  func invoice() throws {
    var lines = DialogueTests.answers + ["1"]
    lines.replaceSubrange(8...8, with: ["11010519491231002X", "00-0", "1.3E+19", "ｎｏ 04403190011112345678"])
    #expect(try declared(lines).invoice == "no 04403190011112345678")
    #expect(try declared(DialogueTests.answers + ["1"]).invoice == nil)
  }

  @Test("a peril without causes is not asked for one")
  func noCause() throws {
    var lines = DialogueTests.answers
    lines.replaceSubrange(5...6, with: ["因学"])
    let declaration = try declared(lines + ["是"])
    #expect(declaration.peril == "education" && declaration.cause == nil)
  }

  @Test("does not ask for what is given")
  func given() throws {
    var draft = DeclarationDraft()
    draft[.household] = "H0002"
    draft[.name] = "李华"
    let (ending, terminal) = try run(Array(DialogueTests.answers.dropFirst(3)), given: draft)
    #expect(ending == .stopped)  // the person's number was still asked for: the answers are one question off
    #expect(!terminal.screen.contains("户编号\n"))
    let lines = [""] + DialogueTests.answers.dropFirst(3) + ["1"]
    guard case .consented(let whole) = try run(lines, given: draft).0 else {
      Issue.record("not taken in")
      return
    }
    #expect(whole.declaration?.household == "H0002" && whole.declaration?.declarant.name == "李华")
  }

  @Test("no consent, no declaration", arguments: ["2", "否", "no", "N"])
  func noConsent(_ answer: String) throws {
    #expect(try run(DialogueTests.answers + [answer]).0 == .refused)
  }

  @Test("consent needs an answer")
  func emptyConsent() throws {
    #expect(try run(DialogueTests.answers + ["", "maybe", "no"]).0 == .refused)
  }

  @Test("going back is possible at the consent too")
  func backAtConsent() throws {
    #expect(
      try declared(DialogueTests.answers + ["<", "010-12345678", "1"]).declarant.telephone == "01012345678")
  }

  @Test("stops wherever the lines end or q is typed", arguments: 0...16)
  func stops(_ count: Int) throws {
    let lines = Array(DialogueTests.answers.prefix(count))
    #expect(try run(lines).0 == .stopped)
    #expect(try run(lines + ["ｑ"]).0 == .stopped)
  }
}
