import Claims
import JSONText
import Rules
import Units

extension Explanation {
  /// The explanation as JSON, indented, members in a fixed order, with a newline at the end.
  ///
  ///     { "claim_id", "outcome", "reason", "row": the row of the decision table, 15 or "15a", "payout",
  ///       "scheme": { "id", "digest" },
  ///       "headline": WORDS, "sentence": WORDS,
  ///       "steps": [ { "step", "title": WORDS, …what it has of the following, in this order:
  ///         "facts": { KEY: { "value": VALUE, "name"?: WORDS, "label": WORDS, "note"?: WORDS,
  ///                           "origins"?: [ORIGIN] } },
  ///         "rows": [ { "row", "reason", "applies", "compared"?: { KEY: VALUE }, "words": WORDS,
  ///                     "origins"? } ],
  ///         "tables": { KEY: [ { KEY: VALUE, "marked"?: true, "origins"? } ] },
  ///         "remarks": [ { "remark", "values"?: { KEY: VALUE }, "words": WORDS, "plain"?: WORDS, "origins"? } ] } ] }
  ///
  /// - WORDS: `{ "zh", "en" }`.
  /// - VALUE: money is a string with two decimals, or with all of them where it is not rounded yet
  ///   (`"6999.993"`); a rate is `"70%"`; a multiple `"1.5"`; a count is a number; a day `"2018-03-05"`; a
  ///   word of the files is its code; what is not known is `null`. A stretch of days is `{ "from", "to" }`; a
  ///   band `{ "from", "includes_from", "to": null where it has no end, "includes_to" }`. A value of words
  ///   only is WORDS.
  /// - ORIGIN: `{ "kind": "source", "source", "title": WORDS, "locator": WORDS, "confidence" }`, or
  ///   `{ "kind": "assumption" | "unpublished", "words": WORDS }`.
  ///
  /// Codes never depend on the language.
  public func json() -> String {
    var writer = JSONWriter(layout: .indented)
    let decision = derivation.decision
    writer.object { writer in
      writer.member("claim_id", derivation.claim.id)
      writer.member("outcome", decision.outcome.rawValue)
      writer.member("reason", decision.reason.code)
      writer.row(decision.reason)
      writer.member("payout", decision.payout.description)
      writer.member("scheme") {
        $0.object {
          $0.member("id", derivation.scheme.id)
          $0.member("digest", derivation.scheme.digest)
        }
      }
      writer.member("headline", headline)
      writer.member("sentence", sentence)
      writer.member("steps") { writer in
        writer.array { for step in steps { $0.passage(step) } }
      }
    }
    return writer.text + "\n"
  }
}

extension JSONWriter {
  /// The number of a row, which is a number but where it has a letter: `15`, `"15a"`.
  fileprivate mutating func row(_ reason: Reason) {
    if let number = Int64(reason.row) { member("row", number) } else { member("row", reason.row) }
  }

  fileprivate mutating func passage(_ passage: Passage) {
    var facts: [Fact] = []
    var checks: [Check] = []
    var tables: [Table] = []
    var remarks: [Remark] = []
    for part in passage.parts {
      switch part {
      case .fact(let fact): facts.append(fact)
      case .check(let check): checks.append(check)
      case .table(let table): tables.append(table)
      case .remark(let remark): remarks.append(remark)
      case .ladder: break  // drawn in a scheme's document only
      }
    }
    object { writer in
      writer.member("step", passage.code)
      writer.member("title", passage.title)
      if !facts.isEmpty {
        writer.member("facts") { $0.object { for fact in facts { $0.fact(fact) } } }
      }
      if !checks.isEmpty {
        writer.member("rows") { $0.array { for check in checks { $0.check(check) } } }
      }
      if !tables.isEmpty {
        writer.member("tables") { $0.object { for table in tables { $0.table(table) } } }
      }
      if !remarks.isEmpty {
        writer.member("remarks") { $0.array { for remark in remarks { $0.remark(remark) } } }
      }
    }
  }

  private mutating func fact(_ fact: Fact) {
    member(fact.key) { writer in
      writer.object { writer in
        writer.member("value") { $0.value(fact.value) }
        if case .word(_, let name) = fact.value { writer.member("name", name) }
        writer.member("label", fact.label)
        if let note = fact.note { writer.member("note", note) }
        writer.origins(fact.origins)
      }
    }
  }

  private mutating func check(_ check: Check) {
    object { writer in
      writer.row(check.row)
      writer.member("reason", check.row.code)
      writer.member("applies", check.applies)
      writer.values("compared", check.finding.values)
      writer.member("words", check.finding.words)
      writer.origins(check.finding.origins)
    }
  }

  private mutating func table(_ table: Table) {
    member(table.key) { writer in
      writer.array { writer in
        for row in table.rows {
          writer.object { writer in
            for (column, cell) in zip(table.columns, row.cells) {
              writer.member(column.key) { $0.value(cell) }
            }
            if row.isMarked { writer.member("marked", true) }
            writer.origins(row.origins)
          }
        }
      }
    }
  }

  private mutating func remark(_ remark: Remark) {
    object { writer in
      writer.member("remark", remark.code)
      writer.values("values", remark.values)
      writer.member("words", remark.words)
      if let plain = remark.plain { writer.member("plain", plain) }
      writer.origins(remark.origins)
    }
  }

  private mutating func values(_ key: String, _ values: [Remark.Named]) {
    guard !values.isEmpty else { return }
    member(key) { writer in
      writer.object { for named in values { $0.member(named.key) { $0.value(named.value) } } }
    }
  }

  private mutating func value(_ value: Value) {
    switch value {
    case .yuan(let amount): string(amount.description)
    case .exact(let amount): string(amount.plain)
    case .rate(let rate): string(rate.description)
    case .multiple(let millionths): string(ExactYuan.multiple(millionths))
    case .count(let count): number(Int64(count))
    case .day(let day): string(day.description)
    case .days(let first, let last):
      object {
        $0.member("from", first.description)
        $0.member("to", last.description)
      }
    case .band(let band):
      object {
        $0.member("from", band.lower.description)
        $0.member("includes_from", band.includesLower)
        $0.member("to", band.upper?.description)
        $0.member("includes_to", band.includesUpper)
      }
    case .id(let id): string(id)
    case .word(let code, _): if code.isEmpty { null() } else { string(code) }
    case .words(let words): wording(words)
    case .flag(let flag): bool(flag)
    case .missing: null()
    }
  }

  private mutating func origins(_ origins: [Origin]) {
    guard !origins.isEmpty else { return }
    member("origins") { writer in
      writer.array { for origin in origins { $0.origin(origin) } }
    }
  }

  private mutating func origin(_ origin: Origin) {
    object { writer in
      switch origin {
      case .source(let source, let locator):
        writer.member("kind", "source")
        writer.member("source", source.id)
        writer.member("title", source.title)
        writer.member("locator", locator)
        writer.member("confidence", source.confidence.rawValue)
      case .assumption(let words):
        writer.member("kind", "assumption")
        writer.member("words", words)
      case .unpublished(let words):
        writer.member("kind", "unpublished")
        writer.member("words", words)
      }
    }
  }

  fileprivate mutating func member(_ key: String, _ words: Wording) {
    member(key) { $0.wording(words) }
  }

  private mutating func wording(_ words: Wording) {
    object {
      $0.member("zh", words.zh)
      $0.member("en", words.en)
    }
  }
}
