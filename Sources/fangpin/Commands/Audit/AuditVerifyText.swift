import Audit
import JSONText
import Journal
import Units

/// What `audit verify` prints.
struct AuditVerifyText {
  let found: Verification
  let path: String
  let given: [HeadCode]

  /// How many faults of a verdict are printed one by one.
  private static let most = 50

  func text(in language: Language) -> String {
    var table = AlignedTable(right: [])
    func row(_ name: Wording, _ value: Wording) { table.add([name[language], value[language]]) }
    func plain(_ text: String) -> Wording { Wording(zh: text, en: text) }
    row(Wording(zh: "案卷簿", en: "casebook"), plain("\(Plain.text(path))  \(Plain.text(found.book))"))
    row(
      Wording(zh: "台账", en: "journal"),
      Wording(
        zh: "\(found.entries.grouped) 条，存证码 \(found.heads.grouped) 个",
        en: "\(found.entries.counted("entry", "entries")), \(found.heads.counted("head"))"))
    if let head = found.head { row(Wording(zh: "最后的存证码", en: "last head"), plain(head.line)) }
    for verdict in Verdict.allCases { row(verdict.name, answer(verdict)) }
    if found.notCheckable > 0 {
      row(
        Wording(zh: "无从核对", en: "not checkable"),
        Wording(
          zh: "已删除的个人信息 \(found.notCheckable.grouped) 行",
          en: "personal data deleted since: \(found.notCheckable.counted("row"))"))
    }
    if found.isExtract {
      row(
        Wording(zh: "不在此件中", en: "not in this copy"),
        Wording(
          zh: "个人信息 \(found.leftOut.grouped) 行：这是略去个人信息的摘出件，姓名、证件和账户无从核对",
          en:
            "\(found.leftOut.counted("row")) of personal data: this is an extract without them; names, resident IDs "
            + "and accounts cannot be checked"))
    }
    if !found.areIndexesChecked {
      row(
        Wording(zh: "没有检查", en: "not checked"),
        Wording(
          zh: "索引逐条与表核对（--thorough）；台账和各表都已核对",
          en: "index entries one by one (--thorough); the journal and all tables were checked"))
    }
    return ([table.text] + faults(in: language)).joined(separator: "\n") + "\n"
  }

  private func answer(_ verdict: Verdict) -> Wording {
    let count = found.count(verdict)
    if count > 0 { return Wording(zh: "否：\(count.grouped) 处", en: "no: \(count.counted("fault"))") }
    if let why = found.open[verdict] {
      return Wording(zh: "无法回答：\(why.zh)", en: "cannot be answered: \(why.en)")
    }
    switch verdict {
    case .bytes:
      if found.isExtract { return Wording(zh: "是", en: "yes") }
      return Wording(
        zh: "是；个人信息与摘要相符 \(found.personal.grouped) 行",
        en: "yes; rows of personal data that match their digests: \(found.personal.grouped)")
    case .history:
      return given.isEmpty
        ? Wording(
          zh: "是；没有给出别处抄下的存证码（--head），末尾是否被截去无从得知",
          en: "yes; without a head kept elsewhere (--head), entries cut off at the end would go unnoticed")
        : Wording(
          zh: "是；与所给 \(given.count) 个存证码相符",
          en: "yes; it matches \(given.count.counted("head")) that you gave")
    case .results:
      let files =
        found.payoutRows > 0
        ? Wording(
          zh: "；付款清单核对 \(found.payoutRows.grouped) 行",
          en: "; \(found.payoutRows.counted("payout row")) checked") : Wording(zh: "", en: "")
      if let other = found.otherProcedure {
        let tables =
          found.areTablesCompared
          ? Wording(zh: "各表与台账相符", en: "its tables fit the journal")
          : Wording(zh: "各表是旧版的，没有核对", en: "its tables are of an earlier version and were not compared")
        return Wording(
          zh: "各步没有重做：这本案卷簿按\(other.name.zh)办理，本程序没有；\(tables.zh)" + files.zh,
          en: "steps not taken again: this casebook is kept by \(other.name.en), which this program does not "
            + "have; \(tables.en)" + files.en)
      }
      return Wording(
        zh: "是；重算决定 \(found.decisions.grouped) 件，赔付合计 \(found.payout.grouped) 元" + files.zh,
        en:
          "yes; \(found.decisions.counted("decision")) recomputed, payouts \(found.payout.grouped) yuan in total"
          + files.en)
    }
  }

  private func faults(in language: Language) -> [String] {
    var lines: [String] = []
    for verdict in Verdict.allCases {
      let own = found.faults.filter { $0.verdict == verdict }
      guard !own.isEmpty else { continue }
      lines += ["", verdict.name[language]]
      for fault in own.prefix(AuditVerifyText.most) {
        let place = fault.entry.map {
          language == .zh ? "第 \($0) 条：" : "entry \($0): "
        }
        let should = fault.should.map { (language == .zh ? "；" : "; ") + $0[language] } ?? ""
        lines.append("  \(place ?? "")\(Plain.text(fault.what[language] + should))")
      }
      let more = found.count(verdict) - min(own.count, AuditVerifyText.most)
      if more > 0 {
        lines.append(language == .zh ? "  另有 \(more.grouped) 处" : "  and \(more.grouped) more")
      }
    }
    return lines
  }

  /// For programs: every fault that was kept.
  var json: String {
    var writer = JSONWriter(layout: .indented)
    writer.object { writer in
      writer.member("casebook", found.book)
      writer.member("entries", Int64(found.entries))
      writer.member("heads", Int64(found.heads))
      writer.member("head", found.head?.line)
      for verdict in Verdict.allCases {
        let holds = found.count(verdict) == 0 && found.open[verdict] == nil
        writer.member(verdict.rawValue) { writer in
          writer.object { writer in
            writer.member("holds", holds)
            if verdict == .results { writer.member("steps_taken_again", found.otherProcedure == nil) }
            writer.member("faults", Int64(found.count(verdict)))
          }
        }
      }
      writer.member("decisions", Int64(found.decisions))
      writer.member("payout", found.payout.description)
      writer.member("payout_rows", Int64(found.payoutRows))
      writer.member("personal", Int64(found.personal))
      writer.member("not_checkable", Int64(found.notCheckable))
      writer.member("extract", found.isExtract)
      writer.member("left_out", Int64(found.leftOut))
      writer.member("faults") { writer in
        writer.array { writer in for fault in found.faults { write(fault, &writer) } }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ fault: AuditFault, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("verdict", fault.verdict.rawValue)
      if let entry = fault.entry { writer.member("entry", Int64(entry)) }
      writer.member("what_zh", fault.what.zh)
      writer.member("what_en", fault.what.en)
      if let should = fault.should {
        writer.member("should_zh", should.zh)
        writer.member("should_en", should.en)
      }
    }
  }
}
