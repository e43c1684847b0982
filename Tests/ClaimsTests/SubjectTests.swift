import Claims
import Rules
import SchemeKit
import Testing
import Units

@Suite("Whose costs are summed, and whose benefit is capped")
struct SubjectTests {
  /// One benefit: half of all that is above 100.00.
  private func payouts(
    sumOver: Subject, cap: BenefitSketch.Cap?, members: Int = 3, _ claims: [(person: String?, amount: String)]
  ) -> [String] {
    var benefit = BenefitSketch()
    benefit.line = 10_000
    benefit.rates = [500_000]
    benefit.sumOver = sumOver
    benefit.cap = cap
    var ledger = Ledger(Adjudicator(scheme: SchemeSketch([benefit]).scheme))
    return claims.enumerated().map { index, claim in
      let decision = ledger.decide(
        TableRow.claim(claim.amount, id: "\(index)", person: claim.person),
        for: TableRow.house(members: members))
      return "\(decision.reason.code) \(decision.payout)"
    }
  }

  @Test("A household's sum takes no notice of who it was")
  func household() {
    #expect(
      payouts(sumOver: .household, cap: nil, [("a", "80"), ("b", "40"), ("a", "20")])
        == ["below-warning-line 0.00", "covered 10.00", "covered 10.00"])
  }

  @Test("A person's sum is the person's own")
  func person() {
    #expect(
      payouts(sumOver: .person, cap: nil, [("a", "80"), ("b", "140"), ("a", "40"), ("b", "2")])
        == ["below-warning-line 0.00", "covered 20.00", "covered 10.00", "covered 1.00"])
  }

  @Test("A household's cap counts each member where it is a person's")
  func capOfEachMember() {
    let cap = BenefitSketch.Cap(1000, per: .person)
    #expect(
      payouts(
        sumOver: .household, cap: cap, members: 3, [("a", "158"), ("a", "2"), ("a", "1000"), ("b", "1")])
        == ["covered 29.00", "covered-to-cap 1.00", "cap-exhausted 0.00", "cap-exhausted 0.00"])
    #expect(
      payouts(sumOver: .household, cap: cap, members: 1, [("a", "1000")]) == ["covered-to-cap 10.00"])
  }

  @Test("A person's cap is the person's own")
  func capOfPerson() {
    #expect(
      payouts(
        sumOver: .person, cap: BenefitSketch.Cap(1000, per: .person),
        [("a", "1000"), ("a", "1"), ("b", "110"), ("b", "1000")])
        == ["covered-to-cap 10.00", "cap-exhausted 0.00", "covered 5.00", "covered-to-cap 5.00"])
  }

  @Test("A household's cap is shared by its persons, first come first served")
  func capOverPersons() {
    let cap = BenefitSketch.Cap(3000, per: .household)
    #expect(
      payouts(
        sumOver: .person, cap: cap, [("a", "140"), ("b", "110"), ("a", "1000"), ("b", "1000"), ("c", "500")])
        == [
          "covered 20.00", "covered 5.00", "covered-to-cap 5.00", "cap-exhausted 0.00", "cap-exhausted 0.00",
        ])
    #expect(
      payouts(sumOver: .person, cap: cap, [("a", "100"), ("b", "160"), ("c", "1000")])
        == ["below-warning-line 0.00", "covered-to-cap 30.00", "cap-exhausted 0.00"])
  }

  @Test(
    "A claim that names nobody pends where persons are summed, and takes nothing from those who follow",
    arguments: [nil, BenefitSketch.Cap(3000, per: .household), BenefitSketch.Cap(3000, per: .person)])
  func nameless(cap: BenefitSketch.Cap?) {
    #expect(
      payouts(sumOver: .person, cap: cap, [(nil, "140"), (nil, "140"), ("a", "150"), (nil, "500")]) == [
        "person-unknown 0.00", "person-unknown 0.00", "covered 25.00", "person-unknown 0.00",
      ])
    #expect(
      payouts(sumOver: .household, cap: nil, [(nil, "140"), ("a", "20")]) == [
        "covered 20.00", "covered 10.00",
      ])
  }

  /// The same benefit, in households of three persons: a claim of 90 is no more than the line.
  private func payouts(
    sumOver: Subject = .person, cap: BenefitSketch.Cap? = nil, members: [String: String],
    _ claims: [(household: String, person: String?, amount: String)]
  ) -> [String] {
    var benefit = BenefitSketch()
    benefit.line = 10_000
    benefit.rates = [500_000]
    (benefit.sumOver, benefit.cap) = (sumOver, cap)
    var ledger = Ledger(Adjudicator(scheme: SchemeSketch([benefit]).scheme))
    ledger.members = members
    return claims.enumerated().map { index, claim in
      let decision = ledger.decide(
        TableRow.claim(claim.amount, id: "\(index)", household: claim.household, person: claim.person),
        for: TableRow.house(members: 3))
      return "\(decision.reason.code) \(decision.payout)"
    }
  }

  @Test(
    "A person's sums follow a person who moves, where members say so; else the second household's claim pends"
  )
  func moving() {
    let claims = [("H1", "a", "90"), ("H2", "a", "40"), ("H1", "a", "20"), ("H2", "b", "90")]
    #expect(
      payouts(members: ["a": "H2"], claims) == [
        "below-warning-line 0.00", "covered 15.00", "person-unknown 0.00", "below-warning-line 0.00",
      ])
    // Nobody says it, or another household's list does: two persons may have been given one id.
    for members in [[:], ["a": "H1"], ["a": "H3"], ["b": "H2"]] {
      #expect(
        payouts(members: members, claims) == [
          "below-warning-line 0.00", "person-unknown 0.00", "covered 5.00", "below-warning-line 0.00",
        ])
    }
  }

  @Test("A household's sums stay with its id: one that splits off begins at 0")
  func splitting() {
    #expect(
      payouts(
        sumOver: .household, members: ["a": "H2"], [("H1", "a", "140"), ("H2", "a", "90"), ("H1", "b", "20")])
        == ["covered 20.00", "below-warning-line 0.00", "covered 10.00"])
    // What was paid under a household's cap stays under that one; the person's own sums go along.
    #expect(
      payouts(
        cap: BenefitSketch.Cap(3000, per: .household), members: ["a": "H2"],
        [("H1", "a", "150"), ("H2", "a", "80"), ("H2", "b", "1000"), ("H1", "c", "110"), ("H1", "d", "1000")])
        == [
          "covered 25.00", "covered-to-cap 30.00", "cap-exhausted 0.00", "covered-to-cap 5.00",
          "cap-exhausted 0.00",
        ])
  }

  @Test("Dingzhou: no deductible, by band, 95,916.20 paid for 173,240.22")
  func dingzhou() {
    var benefit = BenefitSketch()
    benefit.reading = .byBand
    benefit.edges = [5_000_000, 10_000_000, 15_000_000]
    benefit.isInUpper = [false, false, false]
    benefit.rates = [300_000, 500_000, 700_000, 900_000]
    for pays in [Benefit.Pays.excess, .whole] {
      benefit.pays = pays
      var ledger = Ledger(Adjudicator(scheme: SchemeSketch([benefit]).scheme))
      let decision = ledger.decide(TableRow.claim("173240.22"), for: TableRow.house())
      #expect(decision.payout.description == "95916.20" && decision.reason == .covered)
    }
  }

  @Test("A cap times very many members, and sums at their limits, fit")
  func limits() {
    var benefit = BenefitSketch()
    benefit.cap = BenefitSketch.Cap(Staircase.edgeLimit.fen, per: .person)
    var ledger = Ledger(Adjudicator(scheme: SchemeSketch([benefit]).scheme))
    for number in 0..<100 {
      let decision = ledger.decide(
        TableRow.claim("100000000", id: "\(number)"), for: TableRow.house(members: 999_999_999))
      #expect(decision.payout.description == "100000000.00")
    }
  }
}
