import Audit
import Casebook
import Journal
import OfficeKit
import Sealing
import TestKit
import Testing
import Units

/// What a slip must not tell.
@Suite("A slip is about one family")
struct SlipPrivacyTests {
  /// All words of a text: ids are words.
  private func words(_ text: String) -> Set<String> {
    // Line breaks and quotes are escaped in the JSON.
    let plain = text.replacing("\\n", with: " ").replacing("\\\"", with: " ")
    return Set(
      plain.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init))
  }

  @Test(
    "it names no other household, person, claim or account, and nobody at all", .from(.ordinary),
    arguments: [6] as [UInt64])
  func namesNobody(_ seed: UInt64) throws {
    try withOffice { office in
      try members(office)
      try office.walk(seed: seed)
      // A head signed by an actor whose enrolment names the relatives' household H1.
      _ = try office.declare("H13", 17_000, by: .kin)
      try office.read { book, files in
        let households = Set((1...30).map { "H\($0)" })
        let persons = Set((1...30).map { "P\($0)" })
        let claims = Set(files.map(\.claimID))
        try #require(claims.count >= 18 && files.contains { $0.claimID == "C1" })
        let heads = try (1...(try #require(try book.lastHead())).size).compactMap { try book.head(of: $0) }
        var (seen, unsigned) = (0, 0)
        for file in files {
          for head in heads
          where head.size >= file.openedEntry && (head.size.isMultiple(of: 11) || head == heads.last) {
            let slip = try book.slip(of: file, against: HeadCode(head))
            let told = words(slip.json).union(words(slip.paper(in: .zh) ?? "")).union(
              words(slip.paper(in: .en) ?? ""))
            #expect(told.contains(file.household))
            #expect(told.intersection(households) == [file.household], "case \(file.number)")
            let number = String(file.household.dropFirst())
            #expect(told.intersection(persons).subtracting(["P\(number)"]) == [], "case \(file.number)")
            #expect(told.intersection(claims).subtracting([file.claimID]) == [], "case \(file.number)")
            for secret in secrets { #expect(!slip.json.contains(secret), "case \(file.number): \(secret)") }
            #expect(!slip.json.contains("neighbour"), "case \(file.number)")
            unsigned += slip.json.contains("\"enrol\"") || SlipCheck(slip, head: nil).showsSigner ? 0 : 1
            seen += 1
          }
        }
        #expect(seen > 60 && unsigned > 10)
      }
    }
  }

  private let secrets = [
    "李小四", "11010519491231002X", "6222020000000000000", "13800138000", "赵钱孙", "周吴郑", "999999196803150017",
    "9999000000000000012",
  ]

  /// A person in each household, with personal data of one's own.
  private func members(_ office: CountyOffice) throws {
    try office.record(.county, on: "2018-02-01") { (r) throws(CasebookError) in
      for number in 1...30 {
        try r.append(
          MemberStatement(
            person: "P\(number)", household: "H\(number)", relation: "户主", personal: nil, revises: nil))
      }
    }
    let number = try office.declare("H20", 12_000)
    try office.record(.township, on: "2018-03-06") { (r) throws(CasebookError) in
      try r.setAccount(
        number,
        PersonalData(
          name: "周吴郑", residentID: "999999196803150017", bankAccount: "9999000000000000012"))
    }
  }

  @Test(
    "the signer's enrolment is left out where it names relatives, and the slip says that the head must be compared"
  )
  func relatives() throws {
    try withOffice { office in
      let number = try office.declare("H13", 17_000, by: .kin)
      try office.read { book, _ in
        let slip = try book.slip(of: try #require(try book.casefile(number)))
        #expect(slip.head.actor == "kin" && !SlipCheck(slip, head: nil).showsSigner)
        #expect(verdict(slip.json) == ["unknown-signer"])
        #expect(verdict(slip.json, head: HeadCode(slip.head)) == [])
        #expect(try #require(slip.paper(in: .zh)).contains("涉及经办人的亲属"))
        #expect(try #require(slip.paper(in: .en)).contains("the actor's relatives"))
        let second = try SecondChecker()
        #expect(try second.slips([slip.json])[0].hasPrefix("fails"))
        #expect(try second.slips([slip.json], head: HeadCode(slip.head).line)[0].hasPrefix("holds"))
      }
    }
  }
}
