package import Casebook
import Journal
import Rules
import Sealing
import Units

extension Casebook {
  /// Makes the slip of a case.
  ///
  /// What others have to do with the case is left out: objections and their resolutions, because their words may tell who
  /// objected, and the enrolment of a signer that names households or a person. A slip that would not hold is not made.
  ///
  /// - Parameter code: the head to prove against; the last one where none is named.
  /// - Complexity: reads every row of the journal up to the head.
  package func slip(of file: Casefile, against code: HeadCode? = nil) throws(CasebookError) -> Slip {
    let head = try head(of: code)
    guard file.openedEntry <= head.size else {
      throw .refused(.notYet(file, head, opened: try entry(file.openedEntry)?.recordedAt))
    }
    let entries = try entries(ofSlip: file, head)
    let state = try currentState()
    let hasher = Sealing.Hasher(state.algorithm)
    let leaves = try leaves(first: head.size)
    guard leaves.count == head.size else { throw .notWhole(head) }
    let proof = MerkleProof.inclusions(of: entries.map { $0.number - 1 }, leaves: leaves, hasher: hasher)
    guard proof.root == head.root, let actor = try actor(key: head.key) else { throw .notWhole(head) }
    let slip = Slip(
      book: state.id, algorithm: state.algorithm, number: file.number, head: head, publicKey: actor.publicKey,
      parts: zip(entries, proof.paths).map { entry, path in
        Slip.Part(text: String(decoding: entry.leafBytes, as: UTF8.self), path: path)
      }, schemes: try schemes(ofSlip: entries.filter { $0.caseNumber == file.number }))
    // Held as its reader will hold it: what is handed out proves what it says, or the casebook is damaged.
    let faults = SlipCheck(slip, head: HeadCode(head)).faults
    if let fault = faults.first {
      throw .damaged(
        Wording(
          zh: "案件 \(file.number) 的存证单不成立（\(fault.path)：\(fault.what.zh)）：请用 audit verify 查明",
          en: "the slip of case \(file.number) would not hold (\(fault.path): \(fault.what.en)): "
            + "audit verify shows where the casebook is wrong"))
    }
    return slip
  }

  /// The texts of the schemes that the steps of the case name; `nil` where the words of all of them mean what every slip has
  /// had them mean.
  private func schemes(ofSlip steps: [Entry]) throws(CasebookError) -> [String]? {
    var (texts, isOwn): ([String], Bool) = ([], false)
    for digest in steps.schemesNamed {
      let text = String(decoding: try schemeBytes(digest), as: UTF8.self)
      let known = digest == scheme.digest ? scheme : SlipScheme(text).scheme
      isOwn = isOwn || known.map { !SlipTerm.speaks(for: $0) } ?? true
      texts.append(text)
    }
    return isOwn ? texts : nil
  }

  private func head(of code: HeadCode?) throws(CasebookError) -> Head {
    guard let last = try lastHead() else { throw .notWhole(nil) }
    guard let code else { return last }
    let head = try head(of: code.size)
    guard let head, code.fits(size: head.size, root: head.root) else {
      throw .refused(.noSuchHead(code, has: head, last: last))
    }
    return head
  }

  /// The entries of the case up to the head, the facts that its decisions name, and the enrolment of the head's signer.
  private func entries(ofSlip file: Casefile, _ head: Head) throws(CasebookError) -> [Entry] {
    let own = try entries(of: file).filter { $0.number <= head.size && $0.kind.standsOnSlips }
    var numbers = Set(own.flatMap(\.knownEntries))
    if let enrolment = try enrolmentEntry(of: head.key) { numbers.insert(enrolment) }
    var all = own
    for number in numbers.subtracting(own.map(\.number)) {
      guard let entry = try entry(number) else { throw .notWhole(head) }
      if entry.isEnrolment, entry.enrolment?.namesOthers ?? true { continue }
      all.append(entry)
    }
    return all.sorted { $0.number < $1.number }
  }
}

extension CasebookError {
  fileprivate static func notWhole(_ head: Head?) -> CasebookError {
    let code = head.map { HeadCode($0).line } ?? "—"
    return .damaged(
      Wording(
        zh: "台账与存证码 \(code) 对不上：请用 audit verify 查明",
        en: "the journal does not match the head \(code): audit verify shows where"))
  }
}

extension Refusal {
  fileprivate static func notYet(_ file: Casefile, _ head: Head, opened: String?) -> Refusal {
    let code = HeadCode(head).line
    return Refusal(
      .noSuchCase,
      Wording(
        zh: "存证码 \(code) 时还没有案件 \(file.number)：它由第 \(file.openedEntry) 条（\(opened ?? "")）立案",
        en:
          "case \(file.number) is not covered by the head \(code) yet: entry \(file.openedEntry) (\(opened ?? "")) "
          + "opened it"),
      fix: Wording(
        zh: "用覆盖 \(file.openedEntry) 条以上的存证码，或不加 --head，用最后一个",
        en: "use a head of \(file.openedEntry) or more entries, or leave out --head for the last one"))
  }

  fileprivate static func noSuchHead(_ code: HeadCode, has head: Head?, last: Head) -> Refusal {
    let found = head.map {
      Wording(
        zh: "案卷簿 \($0.size) 条时的存证码是 \(HeadCode($0).line)",
        en: "the casebook's head at entry \($0.size) is \(HeadCode($0).line)")
    }
    let ending = Wording(
      zh: "案卷簿没有在 \(code.size) 条处签过存证码；最后一个是 \(HeadCode(last).line)",
      en: "the casebook has signed no head at entry \(code.size); its last is \(HeadCode(last).line)")
    return Refusal(
      .differs,
      Wording(
        zh: "存证码 \(code.line) 不是这本案卷簿的：\((found ?? ending).zh)",
        en: "the head \(code.line) is not one of this casebook: \((found ?? ending).en)"),
      fix: Wording(
        zh: "再看一遍抄写是否有误；若没有抄错，这本案卷簿或那张纸有问题，请上报",
        en:
          "check that it was copied correctly; if it was, either this casebook or that paper is false: report it"
      ))
  }
}
