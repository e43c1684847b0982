package import Files
package import Sealing
package import Units

/// What is counted over a file before it leaves an office, so that a lost or added row shows.
package struct ControlTotals: Hashable, Sendable {
  package let rows: Int
  /// The sum of the amounts.
  package let sum: Yuan
  /// SHA-256 of the file's bytes.
  package let digest: Digest

  package init(rows: Int, sum: Yuan, digest: Digest) {
    self.rows = rows
    self.sum = sum
    self.digest = digest
  }
}

/// What goes with a file from one office to another: whose it is, for whom, what is in it, and a signature over that.
///
/// It stands beside the file, as `F.seal.json`: one JSON object in the canonical form of ``Payload``. The signature is over
/// that form without the member `signature`, so that whoever has the public key can check it with OpenSSL alone.
package struct Seal: Hashable, Sendable {
  /// The first thing every seal says; a new form gets a new one.
  package static let format = "fangpin-seal-1"

  /// What kind of file it seals.
  package let kind: FileKind
  /// The id of the casebook from which the file comes or to which it goes.
  package let book: String
  package let from: String
  package let to: String
  /// The day on which it was sealed.
  package let day: Day
  package let totals: ControlTotals
  /// The cases that were sent: an answer may leave some out, and may add none.
  package let cases: [String]
  /// The digest of the file this one answers; `nil` for one that asks.
  package let answers: Digest?
  /// Who sealed it, and the fingerprint of the key.
  package let actor: String
  package let key: Digest
  package let signature: [UInt8]

  /// Seals a file.
  package init(
    _ kind: FileKind, book: String, from: String, to: String, on day: Day, totals: ControlTotals,
    cases: [String], answers: Digest?, actor: String, key: PrivateKey
  ) throws(KeyError) {
    let unsigned = Seal(
      kind: kind, book: book, from: from, to: to, day: day, totals: totals, cases: cases, answers: answers,
      actor: actor, key: key.publicKey.fingerprint, signature: [])
    self = unsigned.signed(try key.sign(unsigned.message))
  }

  package init(
    kind: FileKind, book: String, from: String, to: String, day: Day, totals: ControlTotals,
    cases: [String],
    answers: Digest?, actor: String, key: Digest, signature: [UInt8]
  ) {
    self.kind = kind
    self.book = book
    self.from = from
    self.to = to
    self.day = day
    self.totals = totals
    self.cases = cases
    self.answers = answers
    self.actor = actor
    self.key = key
    self.signature = signature
  }

  private func signed(_ signature: [UInt8]) -> Seal {
    Seal(
      kind: kind, book: book, from: from, to: to, day: day, totals: totals, cases: cases, answers: answers,
      actor: actor, key: key, signature: signature)
  }

  /// Where the seal of a file stands.
  package static func path(of file: String) -> String { file + ".seal.json" }

  /// What is signed: all it says but the signature.
  package var payload: Payload {
    var payload = Payload()
    payload.set("format", Seal.format)
    payload.set("kind", kind.rawValue)
    payload.set("casebook", book)
    payload.set("from", from)
    payload.set("to", to)
    payload.set("day", day)
    payload.set("rows", totals.rows)
    payload.set("sum", totals.sum)
    payload.set("sha256", totals.digest.hex)
    payload.set("cases", cases)
    payload.set("answers", answers?.hex)
    payload.set("actor", actor)
    payload.set("key", key.hex)
    return payload
  }

  /// All it says.
  package var whole: Payload {
    var whole = payload
    whole.set("signature", Hexadecimal.text(signature))
    return whole
  }

  /// The bytes that are signed.
  package var message: [UInt8] { payload.canonical }

  /// The bytes of its file.
  package var bytes: [UInt8] { whole.canonical + [0x0A] }
}
