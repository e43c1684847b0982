import Claims
import Rules
import Units

/// What the account would have been paid had the staircase been read the other way, from its first claim on.
struct OtherReading {
  /// The reading that was not taken.
  let reading: Staircase.Reading
  /// What this claim would be paid.
  let payout: Yuan
  /// What this claim is paid.
  let ownPayout: Yuan
  /// What all claims of the account up to this one would have been paid.
  let total: Yuan
  /// What they were paid.
  let ownTotal: Yuan
  /// Whether earlier runs brought payouts in, which stay as they were.
  let keepsCarried: Bool

  /// `nil` where the claim was not counted, or the other reading pays the same, now and in all.
  init?(_ matter: Matter) {
    guard let benefit = matter.benefit, let money = matter.decision.money, let own = matter.plan,
      let plan = Plan(benefit.readOtherwise)
    else { return nil }
    let carried = matter.derivation.carried
    var account = carried
    var payout = Yuan.zero
    let entries = matter.derivation.history.map { ($0.claim.amount, $0.decision.money) }
    for (amount, entry) in entries + [(matter.claim.amount, money)] {
      // What others of the household were paid under the same cap stays as it was.
      let others = own.capsHouseholdOfPersons ? entry.map { $0.paidUnderCap - $0.paidBefore } ?? .zero : .zero
      var household = Account(paid: account.paid + others)
      payout = plan.count(amount, members: matter.members, of: &account, in: &household).award.payout
    }
    let ownTotal = money.paidBefore + matter.decision.payout
    guard payout != matter.decision.payout || account.paid != ownTotal else { return nil }
    reading = own.staircase.reading.other
    self.payout = payout
    ownPayout = matter.decision.payout
    total = account.paid
    self.ownTotal = ownTotal
    keepsCarried = carried.paid > .zero
  }

  /// The note on it.
  var remark: Remark {
    let now = payout == ownPayout ? nil : ownPayout.words
    var zh = "若改为\(reading.shortName.zh)，本次\(now == nil ? "同样" : "")应赔 \(payout.words.zh)"
    var en =
      "With the staircase read as \(reading.shortName.en), this claim would be paid "
      + "\(now == nil ? "the same " : "")\(payout.words.en)"
    if let now {
      zh += "（现为 \(now.zh)）"
      en += " (now \(now.en))"
    }
    if total != payout || ownTotal != ownPayout {
      zh += "，本年度至此共赔 \(total.words.zh)（现为 \(ownTotal.words.zh)）"
      en += ", and the year so far \(total.words.en) (now \(ownTotal.words.en))"
    }
    zh += "。"
    en += "."
    if keepsCarried {
      zh += "以前批次带入的已赔额按现行算法赔付，未作重算。"
      en +=
        " Amounts paid in earlier runs were paid under the reading in effect and have not been recalculated."
    }
    return Remark(
      "other-reading", Wording(zh: zh, en: en),
      [
        .init("reading", .word(reading.rawValue, reading.name)), .init("payout", .yuan(payout)),
        .init("paid_in_year", .yuan(total)), .init("paid_in_year_as_decided", .yuan(ownTotal)),
        .init("keeps_carried", .flag(keepsCarried)),
      ])
  }
}

extension Benefit {
  /// The same with its staircase read the other way.
  fileprivate var readOtherwise: Benefit {
    guard case .known(let staircase, let provenance) = staircase else { return self }
    let other = Staircase(
      reading: staircase.reading.other, readingProvenance: staircase.readingProvenance, bands: staircase.bands
    )
    return Benefit(
      id: id, groups: groups, peril: peril, sumOver: sumOver, sumOverProvenance: sumOverProvenance,
      warningLine: warningLine, pays: pays, paysProvenance: paysProvenance,
      staircase: .known(other, provenance), cap: cap)
  }
}
