import Audit
import Casebook
import Journal
import OfficeKit
import Sealing
import TestKit
import Testing
import Units

/// Every case of a casebook that went every way has a slip that holds, in every form and for both readings of the format.
@Suite("Slips of every case")
struct SlipProvingTests {
  @Test(
    "what is proven is accepted, in both forms and languages, by both checkers",
    arguments: TestSize.spread(
      Array(zip(CountyOffice.Seal.allCases + [.international], [1, 2, 3] as [UInt64])), fast: 1))
  func everyCase(_ seal: CountyOffice.Seal, _ seed: UInt64) throws {
    let second = try SecondChecker()
    try withOffice(seal: seal) { office in
      try office.walk(seed: seed)
      try office.read { book, files in
        try #require(files.count >= 18)
        let head = try #require(try book.lastHead())
        let code = HeadCode(head)
        var texts: [String] = []
        var states: Set<CaseState> = []
        var recomputed = 0
        for file in files {
          states.insert(file.state)
          let slip = try book.slip(of: file)
          let forms = [
            slip.json + "\n", try #require(slip.paper(in: .zh)), try #require(slip.paper(in: .en)),
          ]
          let schemes = Schemes.builtIn
          for result in SlipCheck(slip, head: code, schemes: schemes).recomputed {
            guard case .same = result.result else { Issue.record("entry \(result.entry)"); continue }
            recomputed += 1
          }
          let check = SlipCheck(slip, head: code)
          #expect(check.contents.state == file.state, "case \(file.number)")
          texts += forms
        }
        texts = TestSize.spread(texts, fast: 19)
        for text in texts {
          #expect(verdict(text, head: code) == [], "\(text)")
          #expect(verdict(text) == [], "\(text)")
        }
        #expect(recomputed >= 8 && states.count >= 8, "\(recomputed) decisions, \(states)")
        #expect(try second.slips(texts).allSatisfy { $0.hasPrefix("holds") })
        #expect(try second.slips(texts, head: code.line).allSatisfy { $0.hasPrefix("holds") })
        let own = try second.head(of: office.path)
        #expect(own.exitCode == 0 && own.text == code.line + "\n", "\(own.text)")
      }
    }
  }

  @Test("what held on the event's day is proven, whatever became known since, and accepted by both checkers")
  func factsOfTheDay() throws {
    let second = try SecondChecker()
    try withOffice { office in
      func register(_ fact: HouseholdStatement, on day: String) throws {
        _ = try office.record(.county, on: day) { (recording) throws(CasebookError) in
          try recording.append(fact)
        }
      }
      // The case's event is of 2018-03; the second group is of a later day, the second income of a later year.
      let number = try office.declare("H3", 18_000)
      let incurred = try office.casefile(number).incurredOn
      let later = try #require(incurred.adding(days: 1)).description
      try register(HouseholdStatement(household: "H3", group: "low-income", members: 5), on: later)
      try register(
        HouseholdStatement(household: "H3", income: Yuan.of("1"), incomeYear: incurred.year - 1), on: later)
      try register(
        HouseholdStatement(household: "H3", income: Yuan.of("9999999"), incomeYear: incurred.year), on: later)
      try office.bring(number, to: .approved)
      try office.read { book, files in
        let file = try #require(files.first { $0.number == number })
        #expect(file.payout == Yuan.of("7800"))
        let slip = try book.slip(of: file)
        #expect(verdict(slip.json) == [])
        #expect(try second.slips([slip.json + "\n"]).allSatisfy { $0.hasPrefix("holds") })
      }
    }
  }

  @Test(
    "at every head from its opening on a case has a slip, and before it none", .from(.ordinary),
    arguments: [4] as [UInt64])
  func everyHead(_ seed: UInt64) throws {
    let second = try SecondChecker()
    try withOffice { office in
      try office.walk(seed: seed)
      try office.read { book, files in
        let last = try #require(try book.lastHead())
        let heads = try (1...last.size).compactMap { try book.head(of: $0) }
        try #require(heads.count > 60)
        var (held, refused, unsigned) = (0, 0, 0)
        for file in files where file.number % 4 == 1 {
          var texts: [String: [String]] = [:]
          for head in heads {
            let code = HeadCode(head)
            guard head.size >= file.openedEntry else {
              #expect(throws: CasebookError.self) { try book.slip(of: file, against: code) }
              refused += 1
              continue
            }
            let slip = try book.slip(of: file, against: code)
            #expect(slip.head == head)
            #expect(SlipCheck(slip, head: code, schemes: Schemes.builtIn).isProven, "head \(head.size)")
            #expect(verdict(try #require(slip.paper(in: .zh)), head: code) == [])
            unsigned += SlipCheck(slip, head: code).showsSigner ? 0 : 1
            held += 1
            if held.isMultiple(of: 9) { texts[code.line, default: []].append(slip.json) }
          }
          for (line, slips) in texts.sorted(by: { $0.key < $1.key }) {
            #expect(try second.slips(slips, head: line).allSatisfy { $0.hasPrefix("holds") })
          }
        }
        #expect(
          held > 100 && refused > 50, "\(held) held, \(refused) refused, \(unsigned) without the signer")
      }
    }
  }

  @Test("a head that is another casebook's is refused when proving and when checking")
  func otherCasebook() throws {
    try withOffice { one in
      try withOffice { other in
        let slips = try [one, other].map { office in
          let number = try office.declare("H2", 20_000)
          return try office.read { book, _ in
            try book.slip(of: try #require(try book.casefile(number)))
          }
        }
        let (mine, theirs) = (HeadCode(slips[0].head), HeadCode(slips[1].head))
        #expect(mine.size == theirs.size && mine != theirs)
        #expect(verdict(slips[0].json, head: theirs) == ["other-head"])
        #expect(verdict(slips[0].json, head: mine) == [])
        try one.read { book, files in
          _ = #expect(throws: CasebookError.self) { try book.slip(of: files[0], against: theirs) }
        }
        let transplanted = slips[0].with(head: slips[1].head, publicKey: slips[1].publicKey)
        #expect(verdict(transplanted.json).contains("not-in-the-journal"))
        #expect(try SecondChecker().slips([transplanted.json])[0].hasPrefix("fails"))
      }
    }
  }
}
