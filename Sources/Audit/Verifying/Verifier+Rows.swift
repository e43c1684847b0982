import Casebook
import Journal
import Sealing
import Units

extension Verifier {
  /// Takes the next row.
  func take(_ row: PassedEntry) {
    let number = row.number
    if number != found.entries + 1 {
      let (from, to) = (found.entries + 1, number - 1)
      found.add(
        AuditFault(
          .history, entry: from,
          Wording(
            zh: from == to ? "缺这一条" : "缺第 \(from) 至 \(to) 条",
            en: from == to ? "the entry is missing" : "entries \(from) to \(to) are missing")))
    }
    if tree.count == (heads.next > 0 ? heads.rows[heads.next - 1].size : 0) { begin(number) }
    found.entries = max(number, found.entries)
    if let leaf = row.leaf {
      tree.append(leaf: leaf, hasher)
    }
    if let entry = row.entry {
      keys.take(entry)
      if schemes.insert(entry.scheme).inserted, let first = entry.statement(CreateStatement.self) {
        found.book = first.book
      }
      // A scheme may come into force with the last entry: then no other names it.
      if let digest = entry.statement(SchemeStatement.self)?.digest { schemes.insert(digest) }
      follow(entry)
      retake(row, entry)
    } else {
      found.add(
        AuditFault(
          .bytes, entry: number,
          Wording(
            zh: "字段或内容不是规范写法", en: "a field or the payload is not in the canonical form")))
    }
    close(number)
  }

  /// A recording begins: who closes it must be able to sign.
  private func begin(_ number: Int) {
    retaken?.begin(number)
    guard let head = heads.current, number > 1 else { return }
    if let fault = keys.fault(key: head.key, name: head.actor) { add(fault, head) }
  }

  private func add(_ fault: SignerFault, _ head: SignedHead) {
    let what =
      switch fault {
      case .unknown:
        Wording(
          zh: "存证码由没有登记的密钥签名", en: "its head is signed by a key that nobody enrolled")
      case .revoked:
        Wording(
          zh: "存证码由 \(head.actor) 已注销的密钥签名", en: "its head is signed by the revoked key of \(head.actor)")
      case .otherName(let name):
        Wording(
          zh: "存证码署名 \(head.actor)，密钥却是 \(name) 的",
          en: "its head names \(head.actor), but the key is that of \(name)")
      }
    found.add(AuditFault(.bytes, entry: head.size, what))
  }

  /// Times and names must follow those before.
  private func follow(_ entry: Entry) {
    if entry.recordedAt != last.recordedAt {
      guard let instant = Instant(entry.recordedAt), instant.text == entry.recordedAt else {
        found.add(
          AuditFault(
            .bytes, entry: entry.number,
            Wording(zh: "记录时间写法不对", en: "the time of recording is not in the right form")))
        return
      }
      if entry.recordedAt < last.recordedAt {
        found.add(
          AuditFault(
            .history, entry: entry.number,
            Wording(
              zh: "记录时间 \(entry.recordedAt) 早于上一条的 \(last.recordedAt)",
              en: "recorded at \(entry.recordedAt), earlier than the entry before it (\(last.recordedAt))")))
      }
      last = (entry.recordedAt, instant.dayInChina)
    }
    if let day = last.day, entry.happenedOn > day {
      found.add(
        AuditFault(
          .history, entry: entry.number,
          Wording(
            zh: "发生于 \(entry.happenedOn)，晚于记录之日 \(day)",
            en: "happened on \(entry.happenedOn), after the date it was recorded (\(day))")))
    }
    guard let head = heads.current else { return }
    if entry.recordedAt != head.recordedAt {
      found.add(
        AuditFault(
          .history, entry: entry.number,
          Wording(
            zh: "记录时间与存证码的 \(head.recordedAt) 不同",
            en: "its head was recorded at a different time (\(head.recordedAt))")))
    }
    if entry.actor != head.actor, entry.seal == nil {
      found.add(
        AuditFault(
          .bytes, entry: entry.number,
          Wording(
            zh: "署名 \(entry.actor)，存证码却是 \(head.actor) 签的，也没有封签",
            en:
              "is in the name of \(entry.actor), but its head is signed by \(head.actor), and there is no seal for it"
          )))
    }
  }

  /// Takes the step again.
  private func retake(_ row: PassedEntry, _ entry: Entry) {
    guard let retaken else { return }
    do throws(CasebookError) {
      let differences = try unsafe row.payload { (bytes) throws(CasebookError) in
        try unsafe retaken.take(entry, row.claim, bytes)
      }
      for difference in differences {
        found.add(
          AuditFault(.results, entry: entry.number, difference.what, should: difference.should))
      }
      if entry.kind == .decide || entry.kind == .approve, found.otherProcedure == nil {
        found.decisions += 1
        found.payout += (row.claim?.decision ?? entry.recordedDecision)?.payout ?? .zero
      }
    } catch {
      found.add(AuditFault(.results, entry: entry.number, error.wording))
    }
  }

  /// Where a head covers all that was read so far, it must fit.
  private func close(_ number: Int) {
    for code in given where code.size == tree.count && !fitted.contains(code) {
      fitted.insert(code)
      if !code.fits(size: tree.count, root: tree.root(hasher)) {
        found.add(
          AuditFault(
            .history, entry: number,
            Wording(
              zh: "所给存证码与台账前 \(number) 条不符：\(code.line)",
              en: "the head you gave does not match the journal up to entry \(number): \(code.line)"),
            should: Wording(
              zh: "这些条的存证码是 \(HeadCode(size: tree.count, root: tree.root(hasher)).line)",
              en: "their head is \(HeadCode(size: tree.count, root: tree.root(hasher)).line)")))
      }
    }
    while let head = heads.current, head.size <= tree.count {
      check(head)
      heads.advance()
    }
  }

  private func check(_ head: SignedHead) {
    let root = tree.root(hasher)
    guard head.size == tree.count, head.root == root.hex else {
      found.add(
        AuditFault(
          .bytes, entry: head.size,
          Wording(
            zh: "存证码与前 \(head.size) 条的树根不符",
            en: "the head does not match the root up to entry \(head.size)"),
          should: Wording(zh: "树根是 \(root.hex)", en: "the root is \(root.hex)")))
      return
    }
    // Who closes the first recording is enrolled by it.
    if head.size == heads.rows.first?.size,
      let fault = keys.fault(key: head.key, name: head.actor)
    {
      add(fault, head)
    }
    let message = Head.message(
      book: found.book, algorithm: hasher.algorithm, size: head.size, root: root, recordedAt: head.recordedAt,
      actor: head.actor)
    guard let key = keys.key(head.key) else { return }
    if !key.verify(head.signature, of: message) {
      found.add(
        AuditFault(
          .bytes, entry: head.size,
          Wording(zh: "存证码的签名不对", en: "the signature of its head is wrong")))
    }
  }
}
