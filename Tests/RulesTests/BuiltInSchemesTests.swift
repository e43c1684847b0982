import JSONText
import Rules
import Testing
import Units

@Suite("Built-in schemes")
struct BuiltInSchemesTests {
  static func scheme(_ id: String) throws -> Scheme {
    let loading = try #require(BuiltInSchemes.load(id))
    #expect(loading.diagnostics.map { $0.text(in: .en) } == [])
    return try #require(loading.scheme)
  }

  @Test("load without a fault", arguments: BuiltInSchemes.ids)
  func load(id: String) throws {
    let scheme = try Self.scheme(id)
    #expect(scheme.id == id)
    #expect(scheme.cases.count >= 25)
    #expect(scheme.benefits.count == 4)
    #expect(scheme.groups.filter(\.isProtected).map(\.id) == ["out-of-poverty", "low-income"])
    #expect(scheme.protectionLine.nationalStandard.map(\.year) == Array(2010...2020))
  }

  @Test("are there, and the standard one is among them")
  func standard() throws {
    #expect(!BuiltInSchemes.ids.isEmpty)
    #expect(BuiltInSchemes.ids.contains(BuiltInSchemes.standard))
    #expect(BuiltInSchemes.load("no-such-scheme") == nil)
    #expect(try JSONReader.read(BuiltInSchemes.schema).get()["$defs"]?["band"] != nil)
  }

  @Test("have a published schema that lists the reasons there are, in the order of the table")
  func reasons() throws {
    let schema = try JSONReader.read(BuiltInSchemes.schema).get()
    let claim = schema["$defs"]?["case"]?["properties"]?["claims"]?["items"]
    let listed = try #require(claim?["properties"]?["reason"]?["enum"]?.elements)
    #expect(listed.map(\.string) == Reason.allCases.map(\.code))
  }

  @Test("differ in the reading of the staircase and in nothing else that decides")
  func sameButReading() throws {
    let whole = try Self.scheme("wei-county-2017")
    let byBand = try Self.scheme("wei-county-2017-by-band")
    #expect(whole.groups == byBand.groups && whole.perils == byBand.perils && whole.causes == byBand.causes)
    #expect(whole.protectionLine == byBand.protectionLine && whole.assetLimits == byBand.assetLimits)
    #expect(whole.administration == byBand.administration && whole.effectiveFrom == byBand.effectiveFrom)
    for (a, b) in zip(whole.benefits, byBand.benefits) {
      #expect(a.staircase.value?.reading == .whole && b.staircase.value?.reading == .byBand)
      #expect(a.staircase.value?.bands == b.staircase.value?.bands)
      #expect(a.warningLine == b.warningLine && a.cap == b.cap && a.groups == b.groups && a.pays == b.pays)
    }
  }

  /// The worked examples of the county's plan: peril, group, cost, paid as worded, paid by band.
  static let worked = [
    ("illness", "out-of-poverty", "18000.00", "7800.00", "8800.00"),
    ("illness", "out-of-poverty", "14999.99", "6999.99", "6999.99"),
    ("illness", "out-of-poverty", "15000.00", "6000.00", "7000.00"),
    ("illness", "out-of-poverty", "35000.01", "15000.01", "19000.01"),
    ("illness", "low-income", "20000.01", "0.00", "0.00"),
    ("illness", "low-income", "70000.00", "25000.00", "15000.00"),
    ("illness", "low-income", "186709.00", "116696.30", "86696.30"),
    ("education", "low-income", "11000.00", "2400.00", "3000.00"),
    ("education", "out-of-poverty", "13000.01", "3000.01", "4600.01"),
    ("disaster", "low-income", "19999.99", "4000.00", "4000.00"),
    ("disaster", "out-of-poverty", "47500.00", "30000.00", "22000.00"),
    ("disaster", "low-income", "60000.00", "30000.00", "30000.00"),
  ]

  @Test("pay the worked examples in both readings, and hold each as a case", arguments: worked)
  func workedExamples(peril: String, group: String, cost: String, whole: String, byBand: String) throws {
    for (id, paid) in [("wei-county-2017", whole), ("wei-county-2017-by-band", byBand)] {
      let scheme = try Self.scheme(id)
      let perilIndex = try #require(scheme.perils.firstIndex { $0.id == peril })
      let groupIndex = try #require(scheme.groups.firstIndex { $0.id == group })
      let benefit = try #require(scheme.benefit(group: groupIndex, peril: perilIndex))
      let curve = try #require(BenefitCurve(scheme.benefits[benefit]))
      let amount = try #require(Yuan(cost))
      #expect(curve.benefit(onCost: amount) == Yuan(paid))
      #expect(
        scheme.cases.contains { example in
          example.group == groupIndex
            && example.claims.contains {
              $0.peril == perilIndex && $0.amount == amount && $0.payout == Yuan(paid)
            }
        })
    }
  }

  @Test("hold cases whose counted claims pay the curve's running maximum", arguments: BuiltInSchemes.ids)
  func cases(id: String) throws {
    let scheme = try Self.scheme(id)
    #expect(Reason.allCases.count(where: \.isCounted) == 6)
    for example in scheme.cases {
      var sums: [String: (cost: Yuan, paid: Yuan)] = [:]
      for claim in example.claims {
        let reason = try #require(claim.reason)
        guard reason.isCounted else {
          #expect(claim.payout == .zero)
          continue
        }
        let group = try #require(example.group)
        let index = try #require(scheme.benefit(group: group, peril: claim.peril))
        let curve = try #require(BenefitCurve(scheme.benefits[index]))
        var sum = sums["\(claim.peril) \(claim.day.year)"] ?? (.zero, .zero)
        sum.cost += claim.amount
        let payout = max(.zero, curve.benefit(onCost: sum.cost) - sum.paid)
        #expect(claim.payout == payout, "\(example.name.en)")
        #expect((reason == .covered || reason == .coveredToCap) == (payout > .zero), "\(example.name.en)")
        sum.paid += payout
        sums["\(claim.peril) \(claim.day.year)"] = sum
      }
    }
  }

  @Test("have the digest that other programs compute", arguments: [("", "e3b0c442"), ("abc", "ba7816bf")])
  func digest(text: String, begin: String) {
    #expect(SchemeDigest.sha256(Array(text.utf8)).hasPrefix(begin))
    #expect(SchemeDigest.sha256(Array(text.utf8)).utf8.count == 64)
  }
}
