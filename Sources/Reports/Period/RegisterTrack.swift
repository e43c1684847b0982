/// What became known of households, each fact with its day: so that any day can be asked for.
struct RegisterTrack {
  /// What one entry states of a household; −1 where it does not say.
  struct Fact {
    let day: Int32
    let group: Int32
    let members: Int32
    let township: Int32
  }

  /// What was known of a household on a day; −1 where it was not.
  struct Known: Hashable {
    var group: Int32 = -1
    var members: Int32 = -1
    var township: Int32 = -1
  }

  /// The numbers of households, and what is known of each, in the order in which it was recorded.
  private(set) var names = Vocabulary()
  private var facts: [[Fact]] = []
  /// What is known of a household of which one entry speaks, as nearly all are: looked up without a detour.
  private var only: [Fact?] = []

  /// The number of a household.
  mutating func household(_ id: String) -> Int32 {
    let code = names.code(id)
    while facts.count <= code {
      facts.append([])
      only.append(nil)
    }
    return Int32(truncatingIfNeeded: code)
  }

  /// Something becomes known.
  mutating func take(_ household: Int32, _ fact: Fact) {
    let saysNothing = fact.group < 0 && fact.members < 0 && fact.township < 0
    // A department's answer only says that the household was there.
    if saysNothing, facts[Int(household)].contains(where: { $0.day <= fact.day }) { return }
    facts[Int(household)].append(fact)
    only[Int(household)] = facts[Int(household)].count == 1 ? fact : nil
  }

  /// What is known of a household on a day: of each fact what was stated last; `nil` where it was not on the register.
  func known(_ household: Int32, on day: Int32) -> Known? {
    if let fact = only[Int(household)] {
      return fact.day <= day
        ? Known(group: fact.group, members: fact.members, township: fact.township) : nil
    }
    var known: Known?
    var days = (group: Int32.min, members: Int32.min, township: Int32.min)
    for fact in facts[Int(household)] where fact.day <= day {
      var now = known ?? Known()
      if fact.group >= 0, fact.day >= days.group { (now.group, days.group) = (fact.group, fact.day) }
      if fact.members >= 0, fact.day >= days.members {
        (now.members, days.members) = (fact.members, fact.day)
      }
      if fact.township >= 0, fact.day >= days.township {
        (now.township, days.township) = (fact.township, fact.day)
      }
      known = now
    }
    return known
  }

  /// How many households are spoken of.
  var count: Int { facts.count }
}
