import Synthesis
import TestKit
import Testing
import Units

@Suite("What the files of an invented county look like")
struct SynthesisShapeTests {
  @Test("the same seed gives the same bytes, another seed others")
  func seeds() throws {
    let first = try WrittenCounty(seed: 7)
    let second = try WrittenCounty(seed: 7)
    let other = try WrittenCounty(seed: 8)
    #expect(first.contents == second.contents)
    for (one, another) in zip(first.contents, other.contents) { #expect(one != another) }
  }

  @Test("the bytes are those of every other machine")
  func frozen() throws {
    // Change these only together with the generator, and on purpose.
    let small = try WrittenCounty(seed: 1)
    #expect(small.checksum == 0x61AA_E559_0188_D16B)
    let larger = try WrittenCounty(households: 5_000, claims: 20_000, seed: 2026, months: 12)
    #expect(larger.checksum == 0x2E8A_B77C_DB08_3169)
  }

  @Test(
    "there are as many rows as asked for",
    arguments: [
      (1, 0, 1), (1, 1, 12), (3, 5, 12), (17, 100, 3), (199, 400, 2), (200, 399, 2), (200, 400, 1),
      (200, 400, 2),
      (200, 400, 12), (1_234, 5_678, 12), (9_999, 20_000, 7),
    ])
  func counts(households: Int, claims: Int, months: Int) throws {
    let county = try WrittenCounty(households: households, claims: claims, months: months)
    #expect(Set(county.register.map { $0[0] }).count == households)
    let sets = households < 200 || claims < 400 ? 0 : max(1, min(households / 2_000, claims / 4_000))
    #expect(county.register.count == households + 2 * sets)
    #expect(county.claims.count == claims)
    #expect(county.contents.count == months + 1)
    #expect(county.summary.files.map(\.bytes) == county.contents.map(\.count))
    #expect(county.summary.rows == county.register.count + claims)
    #expect(county.register.allSatisfy { $0.count == 9 } && county.claims.allSatisfy { $0.count == 8 })
  }

  @Test("ids have one width, and ascend within each file but for repeats next to each other")
  func ascending() throws {
    let county = try WrittenCounty(households: 2_000, claims: 9_000, months: 12)
    for file in 1...12 {
      let ids = county.rows(ofFile: file).map { $0[0] }
      #expect(!ids.isEmpty)
      #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(ids.allSatisfy { $0.utf8.count == ids[0].utf8.count })
    }
    let households = county.register.prefix(2_000).map { $0[0] }
    #expect(zip(households, households.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(
    "every cell of a county without faults can be read and is within the limits",
    arguments: TestSize.seeds(fast: 1, ordinary: 3, long: 3))
  func readable(seed: UInt64) throws {
    let county = try WrittenCounty(households: 3_000, claims: 12_000, seed: seed, months: 12)
    let groups: Set = ["", "out-of-poverty", "low-income", "registered-poor", "ordinary"]
    let causes: Set = ["", "inpatient", "long-term-treatment", "traffic-accident"]
    for row in county.register {
      #expect(groups.contains(row[1]))
      #expect(row[2].isEmpty || Int(row[2]).map { (1...7).contains($0) } ?? false)
      #expect(row[3].isEmpty || Yuan(row[3], signed: true).map { Yuan.incomeRange.contains($0) } ?? false)
      #expect(row[4...6].allSatisfy { ["", "0", "1", "2"].contains($0) })
      #expect(row[7].hasSuffix("镇") || row[7].hasSuffix("乡"))
      #expect(row[8].hasSuffix("村"))
    }
    for row in county.claims {
      #expect(["illness", "education", "disaster"].contains(row[2]))
      #expect(Day(row[3]) != nil)
      #expect(Yuan(row[4]).map { $0 > .zero && $0 <= .claimLimit } ?? false)
      #expect(row[5].isEmpty || row[5].hasPrefix(row[1] + "-"))
      #expect(causes.contains(row[6]) && ["", "yes", "no"].contains(row[7]))
    }
    #expect(Set(county.register.map { $0[1] }) == groups)
    #expect(Set(county.claims.map { $0[6] }) == causes)
  }

  @Test("nothing looks like a resident ID number")
  func nobody() throws {
    let county = try WrittenCounty(households: 2_000, claims: 8_000, months: 12, withFaults: true)
    for content in county.contents {
      var digits = 0
      var longest = 0
      for byte in content {
        digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
        longest = max(longest, digits)
      }
      #expect((1..<15).contains(longest))
    }
  }

  @Test("faults are rows beside the others, which stay as they are")
  func faults() throws {
    let sound = try WrittenCounty(months: 2)
    let faulty = try WrittenCounty(months: 2, withFaults: true)
    #expect(faulty.summary.rows == sound.summary.rows + 5 + 2 * 12)
    for (one, other) in zip(sound.contents, faulty.contents) {
      let kept = Set(other.split(separator: UInt8(ascii: "\n")))
      #expect(one.split(separator: UInt8(ascii: "\n")).allSatisfy(kept.contains))
    }
  }

  @Test("floods come in July to three townships, and school fees in August and September")
  func seasons() throws {
    let county = try WrittenCounty(households: 5_000, claims: 60_000, months: 12)
    let byMonth = (1...12).map { month in county.rows(ofFile: month) }
    let share = { (month: Int, peril: String) -> Int in
      byMonth[month - 1].count { $0[2] == peril } * 100 / byMonth[month - 1].count
    }
    #expect(share(7, "disaster") > 2 * share(5, "disaster"))
    #expect(share(9, "education") > 3 * share(5, "education"))
    let township = Dictionary(county.register.map { ($0[0], $0[7]) }, uniquingKeysWith: { first, _ in first })
    let struck = byMonth[6].filter { $0[2] == "disaster" && $0[3].hasPrefix("2018-07") }
    let sizes = Dictionary(grouping: struck) { township[$0[1]] ?? "" }.mapValues(\.count)
    #expect(sizes.values.sorted().suffix(3).reduce(0, +) * 100 > struck.count * 70)
  }
}
