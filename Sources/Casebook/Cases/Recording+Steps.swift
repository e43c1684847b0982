package import Rules
import Store
import Units

extension Recording {
  /// A department answers for one kind of asset, or is noted not to have answered: no answer is not "none".
  ///
  /// The case is verified once every kind of asset the scheme asks for has its answer, or the note that there is none.
  package func verify(_ number: Int, _ asset: Scheme.Asset, count: Int?, note: String? = nil)
    throws(CasebookError)
  {
    let file = try begin(.verify, number)
    let needed = Scheme.Asset.allCases.filter { book.scheme.assetLimits[$0.rawValue] != nil }
    var answered = try book.answeredAssets(number)
    answered.insert(asset.word)
    let isComplete = needed.allSatisfy { answered.contains($0.word) }
    try append(
      .verify,
      saying(.verify, file, to: isComplete ? .verified : .opened).with("asset", asset.word).with(
        "count", count
      )
      .with("answered", count != nil).with("note", note))
  }

  /// The insurer has been to the household's home.
  package func visit(_ number: Int, finding: String?) throws(CasebookError) {
    let file = try begin(.visit, number)
    try append(.visit, saying(.visit, file, to: .visited).with("note", finding))
  }

  /// The village's two committees comment on the case.
  package func appraise(_ number: Int, supports: Bool, comment: String?) throws(CasebookError) {
    let file = try begin(.appraise, number)
    try append(
      .appraise, saying(.appraise, file, to: .appraised).with("supports", supports).with("note", comment))
  }

  /// The case hangs on the village wall from this day on, for as many days as the scheme says.
  package func disclose(_ number: Int) throws(CasebookError) {
    let file = try begin(.disclose, number)
    guard let days = book.scheme.administration.disclosureDays.value else {
      throw .refused(
        Refusal(.notGiven, Wording(zh: "方案没有公布公示天数", en: "the scheme does not say how long a notice hangs")))
    }
    try append(
      .disclose,
      saying(.disclose, file, to: .disclosed).with("until", on.adding(days: days)).with("days", days))
  }

  /// Somebody objects while the notice hangs.
  package func object(_ number: Int, by: PersonalData? = nil, text: String?) throws(CasebookError) {
    let file = try begin(.object, number)
    var personal: Payload?
    if let by { personal = try keep(by, of: file.household) }
    try append(
      .object,
      saying(.object, file, to: .disclosed).with("until", file.until).with("objection", state.objections + 1)
        .with("personal", personal).with("note", text))
  }

  /// The oldest open objection is dismissed, and the notice goes on, or upheld, and the case is verified anew.
  package func resolve(_ number: Int, upheld: Bool, text: String?) throws(CasebookError) {
    let file = try begin(.resolve, number)
    let open = try book.reading { () throws(StoreError) in
      let query = try statements[
        "SELECT number, raised_on FROM objection WHERE casefile = ? AND is_open = 1 ORDER BY number LIMIT 1"]
      query.bind(1, number)
      return try query.rows { ($0.int(0), $0.text(1)) }.first
    }
    guard let open else {
      throw .refused(
        Refusal(
          .noObjection, Wording(zh: "案件 \(number) 没有待处理的异议", en: "case \(number) has no open objection")))
    }
    try append(
      .resolve,
      saying(.resolve, file, to: upheld ? .opened : .disclosed).with("until", upheld ? nil : file.until)
        .with("objection", open.0).with("raised_on", open.1).with("upheld", upheld).with("note", text))
  }

  /// The township confirms the list: not before the notice has run, and not while an objection is open.
  package func confirm(_ number: Int) throws(CasebookError) {
    let file = try begin(.confirm, number)
    if let until = file.until, on < until {
      throw .refused(
        Refusal(
          .noticeRunning,
          Wording(zh: "公示到 \(until) 才满期", en: "the public notice runs until \(until)"),
          mend: Wording(zh: "\(until) 起可以确认", en: "it can be confirmed from \(until) on")))
    }
    let open = try book.scalar("SELECT count(*) FROM objection WHERE casefile = ? AND is_open = 1") {
      $0.bind(1, number)
    }
    guard open == 0 else {
      throw .refused(
        Refusal(
          .objectionOpen,
          Wording(zh: "还有 \(open) 件异议没有处理", en: "objections still open: \(open)"),
          mend: Wording(zh: "先处理：case resolve", en: "resolve them first: case resolve")))
    }
    try append(.confirm, saying(.confirm, file, to: .confirmed))
  }

  /// The case waits for something that is missing.
  package func pend(_ number: Int, reason: String) throws(CasebookError) {
    let file = try begin(.pend, number)
    try append(
      .pend,
      saying(.pend, file, to: .pended).with("resume", file.state.rawValue).with("until", file.until)
        .with("reason", reason))
  }

  /// What was missing has come: the case goes on where it stood. A payment that came back goes out again.
  package func release(_ number: Int, account: PersonalData? = nil, note: String? = nil) throws(CasebookError)
  {
    let file = try begin(.release, number)
    if account != nil { try checkNotApprover(file) }
    let state = file.state == .returned ? .approved : file.resume ?? .confirmed
    var personal: Payload?
    if let account { personal = try keep(account, of: file.household) }
    // What the bank said is over: the case stands again for the reason it was decided.
    let decision = file.state == .returned ? try file.decidedEntry.flatMap(book.entry) : nil
    try append(
      .release,
      saying(.release, file, to: state).with("until", file.until).with("note", note)
        .with("reason", decision?.payload.text("reason")).with("personal", personal))
  }

  /// The household takes its case back before it is decided.
  package func withdraw(_ number: Int, reason: String) throws(CasebookError) {
    let file = try begin(.withdraw, number)
    try append(.withdraw, saying(.withdraw, file, to: .withdrawn).with("reason", reason))
  }
}
