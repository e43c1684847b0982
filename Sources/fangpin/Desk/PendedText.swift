import Casebook
import Journal
import Rules
import Units

/// What a pended case lacks, and the commands that record it: said wherever a case is pended, shown or amended.
struct PendedText {
  let file: Casefile
  /// What it lacks, in the order of the decision table.
  let lacking: [Reason]

  /// - Parameter day: by what is known on it.
  init(_ file: Casefile, in book: Casebook, on day: Day) throws(CasebookError) {
    self.init(file, lacking: try book.lacking(file, on: day))
  }

  init(_ file: Casefile, lacking: [Reason]) {
    self.file = file
    self.lacking = lacking
  }

  /// A line for each thing that is missing, and one for how the case goes on.
  var lines: [Wording] { lacking.compactMap(line) + [goingOn] }

  private func line(_ reason: Reason) -> Wording? {
    how(reason).map { how in
      Wording(zh: "还缺：\(reason.name.zh)。\(how.zh)", en: "missing: \(reason.name.en); \(how.en)")
    }
  }

  /// How the case goes on once nothing is missing.
  private var goingOn: Wording {
    let number = file.number
    let steps =
      file.resume == .confirmed
      ? Wording(
        zh: "case release \(number) 恢复，再由 case approve \(number) 审批",
        en: "case release \(number), then case approve \(number)")
      : Wording(zh: "case release \(number) 恢复", en: "case release \(number)")
    let back = file.resume.flatMap { resume in
      resume == .confirmed
        ? nil : Wording(zh: "，回到“\(resume.name.zh)”", en: "; it goes back to '\(resume.name.en)'")
    }
    return Wording(
      zh: (lacking.isEmpty ? "材料已齐：" : "补齐后：") + steps.zh + (back?.zh ?? ""),
      en: (lacking.isEmpty ? "nothing is missing: " : "once that is in: ") + steps.en + (back?.en ?? ""))
  }

  /// The command that records what is missing; `nil` where the row pends nothing.
  private func how(_ reason: Reason) -> Wording? {
    let number = file.number
    switch reason {
    case .claimIDConflict:
      return Wording(
        zh: "若是另一件申请：case amend \(number) --claim 新编号 --reason 理由；若是重报：case withdraw \(number) --reason 理由",
        en: "if it is another claim: case amend \(number) --claim ID --reason TEXT; if it was sent twice: "
          + "case withdraw \(number) --reason TEXT")
    case .householdUnclear:
      return Wording(
        zh: "由县防贫办更正名册：casebook import households F --revise",
        en: "the county office corrects the register: casebook import households F --revise")
    case .compensationUnknown:
      return Wording(
        zh: "得到答复后：case amend \(number) --compensated yes 或 no --reason 理由",
        en: "once it is known: case amend \(number) --compensated yes or no --reason TEXT")
    case .verificationIncomplete:
      return Wording(
        zh: "导入各部门的答复：casebook import property F、casebook import businesses F、casebook import vehicles F",
        en: "import what the departments answer: casebook import property F, casebook import businesses F, "
          + "casebook import vehicles F")
    case .incomeUnknown:
      let year = file.incurredOn.year - 1
      return Wording(
        zh: "把 \(year) 年的收入记入名册（income_year 一列写年份）：casebook import households F",
        en: "the income of \(year) goes into the register, with that year in the column income_year: "
          + "casebook import households F")
    case .protectionLineUnknown, .schemeSilent:
      return Wording(
        zh: "县里公布后写入方案再采用：casebook readjudicate --rules F --since 日期 --record",
        en: "once the county has published it, it is entered in the scheme, which is adopted: "
          + "casebook readjudicate --rules F --since DAY --record")
    case .personUnknown:
      guard file.person == nil else {
        return Wording(
          zh: "人员 \(file.person ?? "") 本年度已计入另一户：确已迁来的，导入成员名单 casebook import members F --revise；"
            + "另有其人的，case amend \(number) --person 人员编号 --reason 理由",
          en:
            "person \(file.person ?? "") was counted in another household this year: if they moved, casebook "
            + "import members F --revise; if it is somebody else, case amend \(number) --person ID --reason TEXT"
        )
      }
      return file.way == .screen
        ? Wording(
          zh: "请部门补写人员编号，重报单据：case screen medical F --revise",
          en:
            "have the department name the person, and hand the bill in again: case screen medical F --revise")
        : Wording(
          zh: "补写是谁的费用：case amend \(number) --person 人员编号 --reason 理由",
          en: "say whose cost it is: case amend \(number) --person ID --reason TEXT")
    case .duplicateClaim, .withdrawn, .unknownHousehold, .groupNotCovered, .perilNotCovered,
      .outsideCoveragePeriod, .compensatedElsewhere, .disqualifyingAsset, .aboveProtectionLine,
      .belowWarningLine, .capExhausted, .noFurtherBenefit, .roundsToZero, .coveredToCap, .covered:
      return nil
    }
  }
}
