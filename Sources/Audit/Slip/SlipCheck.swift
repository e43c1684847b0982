import Casebook
import Journal
package import Rules
import Sealing
package import Units

/// Holds a slip against itself, and against a head that somebody copied from the wall: what it proves, and every fault.
package struct SlipCheck: Sendable {
  /// What came of recomputing a decision.
  package enum Recomputation: Hashable, Sendable {
    /// The scheme with this id gives the same.
    case same(scheme: String)
    /// It was not done, because the scheme with this digest is not at hand.
    case noScheme(digest: String)
    /// It gives something else, or cannot be done with what the entry says: a fault says what.
    case differs
  }

  package let slip: Slip
  /// The head that somebody outside vouches for.
  package let head: HeadCode?
  package let contents: SlipContents
  /// Everything that is not as it should be, in the order of the slip.
  package private(set) var faults: [Diagnostic] = []
  /// What came of each decision, by the number of its entry.
  package private(set) var recomputed: [(entry: Int, result: Recomputation)] = []

  /// Checks all of it.
  ///
  /// - Parameters:
  ///   - head: as it was typed from the wall; without it nobody outside has vouched for the slip's own head.
  ///   - schemes: those at hand to recompute decisions with.
  package init(_ slip: Slip, head: HeadCode?, schemes: [Scheme] = []) {
    self.slip = slip
    self.head = head
    contents = SlipContents(slip)
    checkHead()
    checkEnrolment()
    checkParts()
    checkCase()
    checkFacts()
    checkSchemes()
    for decision in contents.decisions { recompute(decision, schemes) }
  }

  /// Whether a decision of the slip was made under the scheme with a digest.
  package func names(schemeWith digest: String) -> Bool {
    contents.decisions.contains { $0.entry.scheme == digest }
  }

  /// Whether all holds.
  package var isProven: Bool { faults.isEmpty }

  /// Whether the slip shows that the head's signer was enrolled; where it does not, only a head from outside vouches for it.
  package var showsSigner: Bool { !contents.showsNoSigner }

  /// Notes a fault of another reading of the slip: of its text, say.
  package mutating func add(_ fault: Diagnostic) { faults.append(fault) }

  mutating func report(_ code: String, at path: String, _ what: Wording, fix: Wording? = nil) {
    faults.append(Diagnostic(code, path: path, what: what, fix: fix))
  }

  mutating func note(_ result: Recomputation, of entry: Int) { recomputed.append((entry, result)) }

  // MARK: The head

  private mutating func checkHead() {
    let own = slip.head
    let message = Head.message(
      book: slip.book, algorithm: slip.algorithm, size: own.size, root: own.root, recordedAt: own.recordedAt,
      actor: own.actor)
    if slip.publicKey.fingerprint != own.key {
      report(
        "other-key", at: "head.key",
        Wording(
          zh: "指纹不是所附公钥的：公钥的指纹是 \(slip.publicKey.fingerprint.hex)",
          en: "not the fingerprint of the public key given, which is \(slip.publicKey.fingerprint.hex)"))
    }
    if !slip.publicKey.verify(own.signature, of: message) {
      report(
        "bad-signature", at: "head.signature",
        Wording(
          zh: "存证码的签名不成立：存证码、签名或公钥被改动过",
          en: "the head's signature is wrong: the head, the signature or the key was changed"))
    }
    guard let head, !head.fits(size: own.size, root: own.root) else { return }
    let isOther = head.size != own.size
    report(
      "other-head", at: "head",
      Wording(
        zh: "此单对的存证码是 \(HeadCode(own).line)，不是给出的 \(head.line)",
        en: "the slip proves against the head \(HeadCode(own).line), not against the \(head.line) given"),
      fix: isOther
        ? Wording(
          zh: "条数不同，是另一时刻的存证码：请县防贫办用 audit prove --head \"\(head.line)\" 重出一份",
          en:
            "it covers another number of entries: ask the office for a slip with audit prove --head \"\(head.line)\""
        )
        : Wording(
          zh: "条数相同而码不同：先看抄写是否有误；没有抄错，就是有人改过台账，请上报",
          en:
            "the same number of entries but another code: check that it was copied correctly; if it was, "
            + "somebody has changed the journal: report it"))
  }

  // MARK: The signer

  private mutating func checkEnrolment() {
    let pem = slip.publicKey.pem
    for placed in contents.enrolments {
      let enrolment = placed.entry.enrolment
      let path = "entries[\(placed.index)]"
      if enrolment?.publicKey != pem || enrolment?.name != slip.head.actor {
        report(
          "not-the-signer", at: path,
          Wording(
            zh: "登记的是 \(enrolment?.name ?? "—") 的密钥，签存证码的却是 \(slip.head.actor)",
            en: "it enrols a key of \(enrolment?.name ?? "—"), but the head is signed by \(slip.head.actor)"
          ),
          fix: Wording(zh: "应是签名者本人的登记", en: "it should be the enrolment of the signer"))
      }
      guard placed.entry.kind == .create else { continue }
      let first = placed.entry.statement(CreateStatement.self)
      if first?.book != slip.book || first?.algorithm != slip.algorithm {
        report(
          "other-casebook", at: path,
          Wording(
            zh: "建立的是另一本案卷簿：\(first?.book ?? "—")",
            en: "it begins another casebook: \(first?.book ?? "—")"))
      }
    }
    if contents.enrolments.count > 1 {
      report(
        "not-the-signer", at: "entries",
        Wording(
          zh: "有 \(contents.enrolments.count) 条密钥登记，只应有签名者的一条",
          en: "there are \(contents.enrolments.count) enrolments here; there should be one, the signer's"))
    }
    guard contents.enrolments.isEmpty, head == nil else { return }
    report(
      "unknown-signer", at: "entries",
      Wording(
        zh: "没有 \(slip.head.actor) 的密钥登记，也没有给出存证码：无人为此单作证",
        en:
          "the enrolment of \(slip.head.actor)'s key is not here, and no head was given: nothing vouches for the slip"
      ),
      fix: Wording(
        zh: "从公示栏抄下存证码，用 --head 给出（登记若涉及经办人的亲属，不列在单上）",
        en:
          "copy the head from the notice and give it with --head (an enrolment that names the actor's relatives is "
          + "left out)"))
  }
}
