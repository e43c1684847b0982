import Audit
import Journal
import Rules
import Sealing
import Units

/// What became of a check, for people.
struct AuditCheckSlipText {
  private let check: SlipCheck
  /// The scheme that was given to recompute decisions with.
  private let given: Scheme?

  init(_ check: SlipCheck, given: Scheme?) {
    self.check = check
    self.given = given
  }

  func text(in language: Language) -> String {
    var lines = [verdict[language]] + check.faults.map { $0.text(in: language) }
    if let words = SlipWords(check.slip, check.contents, in: language) {
      let onlyWords = check.faults.allSatisfy { $0.code == "words-changed" }
      let heading =
        check.isProven
        ? Wording(zh: "台账证明的是", en: "What the journal proves")
        : onlyWords
          ? Wording(zh: "凭证本身说的是", en: "What the proof itself says")
          : Wording(
            zh: "单上的凭证所说的（有上述问题，不能当作证明）",
            en: "What the slip says (not proven, for the reasons above)")
      lines += ["", heading[language], ""] + words.account
    }
    guard check.isProven else { return lines.joined(separator: "\n") }
    return (lines + [""] + remarks.map { $0[language] }).joined(separator: "\n")
  }

  private var verdict: Wording {
    let slip = check.slip
    guard check.isProven else {
      let count = check.faults.count
      return Wording(
        zh: "不成立：案件 \(slip.number) 的存证单有 \(count) 处问题",
        en: "not proven: the slip of case \(slip.number) has \(count.counted("fault"))")
    }
    let code = HeadCode(slip.head).line
    return check.head == nil
      ? Wording(
        zh: "前后一致：案件 \(slip.number) 的 \(slip.parts.count) 条都在存证码之下，但还没有外部凭据证明这个存证码\n请与公示栏核对：\(code)",
        en:
          "the slip agrees with itself: all its entries on case \(slip.number) (\(slip.parts.count)) are "
          + "under its head, but nobody outside has vouched for that head yet\ncompare it with the notice: \(code)"
      )
      : Wording(
        zh: "成立：案件 \(slip.number) 的 \(slip.parts.count) 条都在给出的存证码 \(code) 之下",
        en:
          "proven: all entries on case \(slip.number) (\(slip.parts.count)) are under the head given, \(code)"
      )
  }

  private var remarks: [Wording] {
    let head = check.slip.head
    var remarks: [Wording] = [
      check.showsSigner
        ? Wording(
          zh: "存证码由 \(head.actor) 签名，其密钥登记在同一台账里；指纹 \(head.key.hex)",
          en:
            "the head is signed by \(head.actor), whose key is enrolled in the same journal; its fingerprint is "
            + head.key.hex)
        : Wording(
          zh: "存证码由自称 \(head.actor) 的密钥签名；其登记不在单上，指纹 \(head.key.hex) 请向县防贫办核实",
          en:
            "the head is signed by a key said to be \(head.actor)'s; its enrolment is not in the slip: ask the county's "
            + "office whether its fingerprint is \(head.key.hex)")
    ]
    for brought in check.contents.schemes {
      guard let scheme = brought.scheme else { continue }
      remarks.append(
        Wording(
          zh: "名称取自单上所附方案 \(scheme.id) 的原文；其摘要 \(brought.digest) 写在各条里",
          en:
            "the names are those of the scheme \(scheme.id), whose text is in the slip and whose digest, "
            + "\(brought.digest), stands in its entries"))
    }
    for (entry, result) in check.recomputed {
      switch result {
      case .same(let scheme):
        remarks.append(
          Wording(
            zh: "第 \(entry) 条的决定按方案 \(scheme) 重算，结果相同（此前计入和已赔的数额以该条所说为准）",
            en:
              "the decision of entry \(entry), recomputed under \(scheme), is the same (taking the entry's "
              + "word for what was counted and paid before)"))
      case .noScheme(let digest):
        remarks.append(
          Wording(
            zh: "第 \(entry) 条的决定没有重算：手头没有摘要为 \(digest) 的方案，可用 --rules 给出",
            en:
              "the decision of entry \(entry) was not recomputed: the scheme with the digest \(digest) is not at hand; "
              + "--rules can give it"))
      case .differs: break
      }
    }
    if let given, !check.names(schemeWith: given.digest) {
      remarks.append(
        Wording(
          zh: "--rules 给的方案 \(given.id)（摘要 \(given.digest)）不是此单任何决定所用的，没有用到",
          en:
            "the scheme \(given.id) that --rules gave, with the digest \(given.digest), is not that of any decision here "
            + "and was not used"))
    }
    remarks.append(
      Wording(
        zh: "第 \(head.size) 条以后的事不在单上；是否另有没列出的步骤，请问县防贫办",
        en:
          "what came after entry \(head.size) is not in the slip; as to further steps that are not listed, ask the "
          + "county's office"))
    return remarks
  }
}
