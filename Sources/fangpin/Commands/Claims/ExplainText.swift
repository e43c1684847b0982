import Batch
import Tables
import Units

/// What `explain` says beside the explanations: how often the id occurs, and which rows could not be read.
struct ExplainText {
  private let study: CaseStudy
  private let request: AdjudicationRequest
  private let id: String

  init(_ study: CaseStudy, _ request: AdjudicationRequest, id: String) {
    self.study = study
    self.request = request
    self.id = Diagnostic.harmless(id)
  }

  /// What stands above an explanation where there are several; `nil` where there is one.
  func heading(_ index: Int) -> Wording? {
    let count = study.occurrences.count
    guard count > 1 else { return nil }
    let place = study.occurrences[index].line.text(in: request.claims)
    let words = Wording(
      zh: "第 \(index + 1) 件，共 \(count) 件（\(place)）", en: "Claim \(index + 1) of \(count) (\(place))")
    func headed(_ words: String) -> String {
      let rule = String(repeating: "─", count: max(0, 96 - TextWidth.columns(words)))
      return (index > 0 ? "\n" : "") + "── \(words) \(rule)\n\n"
    }
    return Wording(zh: headed(words.zh), en: headed(words.en))
  }

  /// What to say where no readable claim has the id.
  var notFound: Wording {
    var lines = [
      study.rejectedClaims.isEmpty
        ? Wording(zh: "\(claims.zh) 里没有编号为 \(id) 的申请", en: "\(claims.en) has no claim \(id)")
        : Wording(
          zh: "\(claims.zh) 里编号为 \(id) 的申请已剔除（无法读取），没有理算",
          en: "the claim \(id) in \(claims.en) cannot be read, so nothing was decided")
    ]
    lines += study.rejectedClaims.map(rejected) + study.earlier.map(counted)
    return lines.lines
  }

  /// What else to say, a line each.
  var remarks: [Wording] {
    var remarks = study.earlier.map(counted)
    remarks += (study.rejectedClaims + study.rejectedHouseholds).map(rejected)
    if let rows = rejectedRows { remarks.append(rows) }
    return remarks
  }

  private var claims: Wording {
    request.claims == "-"
      ? Wording(zh: "标准输入", en: "standard input") : Wording(zh: request.claims, en: request.claims)
  }

  private func counted(_ record: CaseStudy.EarlierRecord) -> Wording {
    let place = record.line.text(in: record.file)
    let payout = record.payout.grouped
    return Wording(
      zh: "\(place)：以前批次已计入编号为 \(id) 的申请，赔付 \(payout) 元",
      en: "\(place): an earlier run counted a claim \(id) and paid \(payout) yuan")
  }

  private func rejected(_ row: CaseStudy.RejectedRow) -> Wording {
    let value = row.value.isEmpty ? "" : " “\(Diagnostic.harmless(row.value))”"
    let cell = row.field.isEmpty ? "" : " \(row.field)\(value)"
    let quoted = cell.replacing("“", with: "'").replacing("”", with: "'")
    return Wording(
      zh:
        "\(row.line.text(in: row.file))：这一行无法读取：\(cell.dropFirst())\(cell.isEmpty ? "" : "：")\(row.what.zh)",
      en: "\(row.line.text(in: row.file)): this row cannot be read:\(quoted)\(cell.isEmpty ? " " : ": ")"
        + row.what.en)
  }

  /// Rows rejected anywhere in the files, whomever they concern: they decide the exit code.
  private var rejectedRows: Wording? {
    guard let summary = study.summary, summary.hasRejects else { return nil }
    let (claims, households) = (summary.rejectedClaims.grouped, summary.rejectedHouseholds.grouped)
    let members = summary.members.map { list in
      Wording(zh: "，成员名单 \(list.rejected.grouped) 行", en: ", \(list.rejected.grouped) of the list of members")
    }
    return Wording(
      zh: "全部输入中的剔除行：申请 \(claims) 行，名册 \(households) 行\(members?.zh ?? "")；"
        + "fangpin adjudicate --rejects 可逐行列出",
      en:
        "rejected rows in the whole input: \(claims) of the claims, \(households) of the register"
        + "\(members?.en ?? ""); fangpin adjudicate --rejects lists them")
  }
}

extension [Wording] {
  /// One under the other.
  fileprivate var lines: Wording {
    Wording(zh: map(\.zh).joined(separator: "\n"), en: map(\.en).joined(separator: "\n"))
  }
}

extension Diagnostic {
  /// Text of a user's as a terminal may show it: nothing in it can steer the terminal.
  static func harmless(_ text: String) -> String {
    let shown = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : Character(scalar)
    }
    return shown.count > 80 ? String(shown.prefix(80)) + "…" : String(shown)
  }
}
