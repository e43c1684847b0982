import Tables
package import Units

/// The cases that another scheme would have decided otherwise.
package enum ReplayedFile: TableFile {
  package static let kind = FileKind.replayed
  package static let name = Wording(
    zh: "按另一方案的差异（audit replay --out）", en: "what another scheme changes (audit replay --out)")

  package enum Role: Int, FileRole {
    case casefile, claim, household, township, peril, day, amount
    case reasonWas, was, reasonBecomes, becomes, difference
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .casefile: Field.casefile.written
    case .claim: Field.claim.written
    case .household: Field.household.written
    case .township:
      Field.township.written.meaning("农户所在乡镇；空着是不知道", "the household's township; empty means not known")
    case .peril: Field.peril.written
    case .day: Field.incurredOn.written
    case .amount: Field.amount.written
    case .reasonWas:
      Field("reason_was", "原理由", "案卷簿里的理由代码", "the reason code in the casebook").holding(.word).written
    case .was: Field("was", "原赔付", "案卷簿里的赔付；元", "what the casebook pays; in yuan").holding(.money).written
    case .reasonBecomes:
      Field("reason_becomes", "现理由", "按另一方案的理由代码", "the reason code under the other scheme").holding(.word)
        .written
    case .becomes:
      Field("becomes", "现赔付", "按另一方案的赔付；元", "what the other scheme pays; in yuan").holding(.money).written
    case .difference:
      Field("difference", "差额", "另一方案多赔多少；元", "how much more the other scheme pays; in yuan").holding(.money)
        .written
    }
  }
}
