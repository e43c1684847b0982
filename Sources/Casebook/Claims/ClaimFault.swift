import Files
import Journal
import Tables
import Units

/// Why a claim that can be read is not decided into this casebook, though a batch without one might decide it.
struct ClaimFault {
  let role: ClaimsFile.Role
  let problem: String
  let what: Wording

  /// A resident ID would stand in the journal for good.
  static func residentID(_ role: ClaimsFile.Role) -> ClaimFault {
    ClaimFault(
      role: role, problem: Refusal.Code.residentID.rawValue,
      what: Wording(zh: "像居民身份证号码，不能用作编号", en: "looks like a resident ID, which cannot be used as an id"))
  }

  /// A claim under such an id would take the place of a declared case, or bar its decision.
  static let reservedID = ClaimFault(
    role: .id, problem: "reserved-id",
    what: Wording(
      zh: "“case-”开头的编号留给案卷簿自己的案件", en: "ids beginning with 'case-' are reserved for the casebook"))

  static let ownHousehold = ClaimFault(
    role: .household, problem: Refusal.Code.ownHousehold.rawValue,
    what: Wording(zh: "经办人自己或亲属的户，须回避", en: "the actor's own household, or a relative's"))

  static let inTheFuture = ClaimFault(
    role: .day, problem: Refusal.Code.inTheFuture.rawValue,
    what: Wording(zh: "发生日期晚于办理日期", en: "the event is after the date of the decision"))

  static func yearClosed(_ year: ClosedYear) -> ClaimFault {
    let name = ClosedYear.name(year.days)
    return ClaimFault(
      role: .day, problem: Refusal.Code.yearClosed.rawValue,
      what: Wording(
        zh: "所在的保障年度 \(name.zh)已结账；确需受理的，先重开：\(year.reopening.zh)",
        en: "policy year \(name.en) is closed; where the claim has to be decided, open the year again first: "
          + year.reopening.en))
  }

  static let correction = ClaimFault(
    role: .corrects, problem: "corrections-not-here",
    what: Wording(
      zh: "案卷簿不接受更正；先用 fangpin case reverse 冲正",
      en: "a casebook takes no corrections: its cases are reversed with 'fangpin case reverse'"))

  /// The fault at its place in the row just read.
  func inRow(of claim: BatchClaim, _ scanner: RowScanner) -> Reject {
    let text =
      switch role {
      case .id: claim.id
      case .household: claim.household
      case .day: claim.day.description
      case .person: claim.person ?? ""
      case .peril, .amount, .cause, .compensated, .corrects, .residentID: ""
      }
    let place = CellPlace(
      TableLine(claim.line), column: unsafe scanner.column(of: role.rawValue),
      field: ClaimsFile.field(role).name, value: text)
    return Reject(place, problem, what)
  }
}
