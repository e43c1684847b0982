/// A row of a department's list: of how many of a kind of asset a household has.
struct PlainAnswer: Sendable {
  let household: String
  let count: Int
}

/// Departments' lists, and the cases that they verify.
extension PlainBook {
  /// A list is taken in whole, or not at all: what it says otherwise is a revision, and what it says again on a later day makes
  /// the answer newer. Cases that have every answer by it are verified.
  mutating func list(
    _ asset: Int, _ rows: [PlainAnswer], _ isRevising: Bool, _ actor: PlainActor, _ on: Int
  ) throws(Refused) -> String {
    guard ["county", "department"].contains(actor.role) else { throw Refused(code: "wrong-role") }
    var (new, revised, renewed, rejected) = (0, 0, 0, 0)
    var answers: [PlainFact] = []
    for row in rows {
      guard let known = known(row.household, on: on) else {
        rejected += 1
        continue
      }
      var fact = PlainFact(household: row.household, on: on)
      fact.assets[asset] = row.count
      if known.assets[asset] == nil {
        new += 1
      } else if known.assets[asset] != row.count {
        revised += 1
        fact.isRevision = true
      } else if let last = answer(asset, of: row.household, on), last.on < on {
        renewed += 1
      } else {
        continue
      }
      answers.append(fact)
    }
    if revised > 0, !isRevising { throw Refused(code: "differs") }
    for answer in answers { learn(answer, on, isAnswer: true) }
    if !answers.isEmpty { entries += 1 }
    let (verified, left) = verifyByLists(of: Set(answers.map(\.household)), actor, on)
    return
      "new \(new) revised \(revised) renewed \(renewed) rejected \(rejected) verified \(verified) left \(left)"
  }

  /// What was said last of a kind of asset.
  private func answer(_ asset: Int, of household: String, _ on: Int) -> PlainFact? {
    told(of: household, on: on).last { $0.assets[asset] != nil }
  }

  /// The kinds of asset of which a department has said something of a case's household that still holds and was said after the
  /// case was sent back, if it was. What the county's register says is no department's answer.
  private func listed(_ file: PlainCase, _ on: Int) -> Set<Int> {
    guard let known = known(file.household, on: on) else { return [] }
    return Set(
      (0..<3).filter { asset in
        guard known.assets[asset] != nil, let last = answer(asset, of: file.household, on) else {
          return false
        }
        return (last.isAnswer || mistake == .registerAnswers)
          && (last.entry > file.sentBack || mistake == .answersOutliveObjections)
      })
  }

  /// The opened cases of some households that have every answer are verified, as far as the actor may.
  private mutating func verifyByLists(
    of households: Set<String>, _ actor: PlainActor, _ on: Int
  ) -> (verified: [Int], left: [String]) {
    var (verified, left) = ([Int](), [String]())
    for file in cases where file.state == "opened" && households.contains(file.household) {
      guard file.answered.union(listed(file, on)).count == 3 else { continue }
      do throws(Refused) {
        try verifyByLists(file.number, actor, on)
        verified.append(file.number)
      } catch { left.append("\(file.number) \(error.code)") }
    }
    return (verified, left)
  }

  /// A case is verified by what departments have said already, and nothing becomes newer by it.
  mutating func verifyByLists(_ number: Int, _ actor: PlainActor, _ on: Int) throws(Refused) {
    let index = try begin("verify", number, actor, on)
    let listed = listed(cases[index], on)
    let missing = (0..<3).filter { !cases[index].answered.contains($0) }
    guard missing.allSatisfy(listed.contains) else { throw Refused(code: "not-given") }
    for asset in missing {
      cases[index].answered.insert(asset)
      go(index, "verify", to: cases[index].answered.count == 3 ? "verified" : "opened", actor, on)
      guard mistake == .listsMakeAnswersNewer, let last = answer(asset, of: cases[index].household, on) else {
        continue
      }
      entries -= 1
      learn(last.household, asset, last.assets[asset] ?? 0, on)
    }
  }
}
