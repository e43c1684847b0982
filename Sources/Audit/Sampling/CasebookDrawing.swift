package import Casebook
import Sealing
import Units

extension Casebook {
  /// Draws a sample by a plan: the heads must fit the journal, and what is drawn from is what was decided up to the head.
  ///
  /// - Returns: the draw, and all that could be drawn.
  package func draw(_ plan: DrawPlan) throws(CasebookError) -> (draw: Draw, population: [DecidedCase]) {
    try check([plan.head] + [plan.seedHead].compactMap { $0 })
    let population = Draw.population(plan, try decidedCases(upTo: plan.head.size))
    do throws(DrawFault) {
      return (try Draw(plan, from: population), population)
    } catch { throw .refused(Refusal(error, plan)) }
  }

  /// Whether heads that somebody holds in hand are heads of this journal.
  private func check(_ heads: [HeadCode]) throws(CasebookError) {
    let roots = try roots(at: Set(heads.map(\.size)))
    for head in heads {
      guard let root = roots[head.size] else {
        let entries = try currentState().entries
        throw .refused(
          Refusal(
            .differs,
            Wording(
              zh: "存证码 \(head.line) 写的是 \(head.size) 条台账，案卷簿只有 \(entries) 条",
              en:
                "the head \(head.line) covers \(head.size.counted("entry", "entries")), but the casebook has only \(entries)"
            ),
            fix: HeadCode.fix))
      }
      guard head.fits(size: head.size, root: root) else {
        throw .refused(
          Refusal(
            .differs,
            Wording(
              zh: "存证码 \(head.line) 不是这本案卷簿前 \(head.size) 条台账的存证码",
              en: "the head \(head.line) is not this casebook's head at entry \(head.size)"),
            fix: HeadCode.fix))
      }
      // Whoever may pick any entry to stop at could pick the sample.
      guard try self.head(of: head.size) != nil else {
        throw .refused(
          Refusal(
            .differs,
            Wording(
              zh: "第 \(head.size) 条台账之后没有签过存证码",
              en: "no head was ever signed after entry \(head.size)"),
            fix: HeadCode.fix))
      }
    }
  }
}

extension HeadCode {
  fileprivate static let fix = Wording(
    zh: "核对抄下的存证码：可能抄错，或属于另一本案卷簿；若都不是，台账被改过，请用 audit verify 查明",
    en:
      "compare it with the published head: it may be miscopied or belong to another casebook; if neither, the journal was changed, and "
      + "audit verify shows where")
}

extension Refusal {
  fileprivate init(_ fault: DrawFault, _ plan: DrawPlan) {
    switch fault {
    case .nothingToDraw:
      self.init(
        .notGiven,
        Wording(
          zh: "存证码 \(plan.head.line) 之前没有可抽的案件",
          en: "up to the head \(plan.head.line) there are no cases that could be drawn"),
        fix: Wording(
          zh: "换一个较晚的存证码，放宽 --from、--to，或用 --of decided 把不予赔付的也算上",
          en: "give a later head, widen --from and --to, or count denied cases too with --of decided"))
    case .tooSmall(let size, let least, let strata):
      self.init(
        .notGiven,
        Wording(
          zh: "\(strata) 层至少要抽 \(least) 件，--size \(size) 不够",
          en:
            "\(strata.counted("stratum", "strata")) and at least \(least.counted("case")) to draw: --size \(size) is not enough"
        ),
        fix: Wording(
          zh: "用 --size \(least) 以上，用 --classes 1 减少层数，或用 --by amount",
          en: "give --size \(least) or more, make fewer strata with --classes 1, or draw --by amount"))
    case .noAmount(let number):
      self.init(
        .notGiven,
        Wording(
          zh: "案件 \(number) 没有赔付，按金额抽永远抽不到它",
          en: "case \(number) has no payout: a draw in proportion to amounts never picks it"),
        fix: Wording(zh: "用 --of paid，或用 --by stratum", en: "draw --of paid, or --by stratum"))
    }
  }
}
