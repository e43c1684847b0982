import JSONText
package import Units

extension AnomalyReport {
  /// All of it as one JSON object, in both languages; money as strings.
  ///
  /// - Parameter limit: how many findings to write at most; `total` says how many there are.
  package func json(limit: Int?) -> String {
    var writer = JSONWriter(layout: .indented)
    writer.object { writer in
      writer.member("standing") { AnomalyReport.caveat.write(to: &$0) }
      writer.member("cases", Int64(cases))
      writer.member("households", Int64(households))
      if let since { writer.member("since", since.description) }
      writer.member("total", Int64(findings.count))
      writer.member("checks") { $0.array { writer in for code in checks { write(code, to: &writer) } } }
      writer.member("findings") {
        $0.array { writer in
          for (index, finding) in findings.prefix(limit ?? .max).enumerated() {
            write(finding, rank: index + 1, to: &writer)
          }
        }
      }
      writer.member("unchecked") { $0.array { writer in for what in unchecked { what.write(to: &writer) } } }
      writer.member("limits") {
        $0.array { writer in
          for limit in AnomalyLimit.allCases {
            writer.object { writer in
              writer.member("limit", limit.rawValue)
              writer.member("value", Int64(limits[limit]))
              writer.member("reason") { limit.reason.write(to: &$0) }
            }
          }
        }
      }
    }
    return writer.text
  }

  /// What every page of findings says first.
  package static let caveat = Wording(
    zh: "以下各条都只是应当查看的线索，不是对任何人的认定",
    en: "all of this should be looked at; none of it is an accusation against anybody")

  private func write(_ code: AnomalyCode, to writer: inout JSONWriter) {
    let own = findings.filter { $0.code == code && !$0.isRemark }
    writer.object { writer in
      writer.member("code", code.rawValue)
      writer.member("name") { code.name.write(to: &$0) }
      writer.member("findings", Int64(own.count))
      writer.member("stake", own.reduce(Yuan.zero) { $0 + $1.stake }.description)
    }
  }

  private func write(_ finding: Anomaly, rank: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rank", Int64(rank))
      writer.member("code", finding.code.rawValue)
      writer.member("score", finding.score)
      writer.member("strength", Int64(finding.strength))
      writer.member("stake", finding.stake.description)
      writer.member("evidence") { finding.what.write(to: &$0) }
      writer.member("meaning") { finding.code.meaning.write(to: &$0) }
      writer.member("innocent") { finding.code.innocent.write(to: &$0) }
      writer.member("next") { finding.code.next.write(to: &$0) }
      writer.member("cases") {
        $0.array { writer in for number in finding.cases { writer.number(Int64(number)) } }
      }
      writer.member("households") {
        $0.array { writer in for id in finding.households { writer.string(id) } }
      }
      writer.member("actors") { $0.array { writer in for name in finding.actors { writer.string(name) } } }
      writer.member("entries") {
        $0.array { writer in for number in finding.entries { writer.number(Int64(number)) } }
      }
    }
  }
}

extension Wording {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("zh", zh)
      writer.member("en", en)
    }
  }
}
