import Files
package import Journal
import Sealing
import Units

extension Seal {
  /// The file is, byte for byte, the one that was sealed.
  func check(_ found: Digest, of file: String) throws(CasebookError) {
    guard found == totals.digest else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(
            zh: "\(file) 签章之后被改动过：SHA-256 为 \(found.hex)，签章写的是 \(totals.digest.hex)",
            en: "\(file) was changed after it was sealed: its SHA-256 is \(found.hex), the seal says "
              + totals.digest.hex)))
    }
  }

  /// Holds a docket against its seal: the digest first, then each of the totals.
  func check(_ docket: Docket) throws(CasebookError) {
    let (file, found) = (docket.sheet.file, docket.totals)
    try check(found.digest, of: file)
    guard found.rows == totals.rows else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(
            zh: "行数不符：\(file) 有 \(found.rows) 行，签章写的是 \(totals.rows) 行",
            en: "the number of rows is wrong: \(file) has \(found.rows), the seal says \(totals.rows)")))
    }
    guard found.sum == totals.sum else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(
            zh: "金额合计不符：\(file) 合计 \(found.sum.grouped) 元，签章写的是 \(totals.sum.grouped) 元",
            en: "the sum of the amounts is wrong: \(file) has \(found.sum.grouped), the seal says "
              + totals.sum.grouped)))
    }
  }

  /// The actor who sealed: enrolled, not revoked, of the office the seal names, and the signature is that actor's.
  func signer(in book: Casebook) throws(CasebookError) -> Actor {
    guard let signer = try book.actor(key: key), signer.enrolment != .proposed else {
      throw .refused(
        Refusal(
          .unknownKey,
          Wording(
            zh: "签章的密钥没有在案卷簿登记：\(key.hex)",
            en: "the key of the seal is not enrolled in the casebook: \(key.hex)")))
    }
    guard signer.enrolment != .revoked else {
      throw .refused(
        Refusal(
          .revokedKey, Wording(zh: "\(signer.name) 的密钥已注销", en: "the key of \(signer.name) is revoked")))
    }
    guard signer.publicKey.verify(signature, of: message) else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(
            zh: "签名不对：签章被改动过，或不是 \(signer.name) 签的",
            en: "the signature is wrong: the seal was changed, or \(signer.name) did not sign it")))
    }
    guard signer.name == actor, signer.office == from else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(
            zh: "签章写的是 \(from) 的 \(actor)，密钥却是 \(signer.office) 的 \(signer.name) 的",
            en: "the seal says \(actor) of \(from), but the key is that of \(signer.name) of \(signer.office)"
          )))
    }
    return signer
  }

  /// The file is for this casebook, and answers one that it has sent to that office.
  func checkOrigin(_ book: Casebook, _ id: String) throws(CasebookError) {
    guard self.book == id else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(
            zh: "这份文件属于另一本案卷簿 \(self.book)，本簿是 \(id)",
            en: "the file belongs to another casebook, \(self.book); this one is \(id)")))
    }
    guard kind == .docket else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(zh: "这不是交接单，而是“\(kind.file.name.zh)”", en: "this is not a docket but '\(kind.rawValue)'")))
    }
    guard try book.hasSent(answers?.hex, to: from) else {
      throw .refused(
        Refusal(
          .badSeal,
          Wording(
            zh: "这份文件没有答复本簿发给 \(from) 的任何文件",
            en: "this casebook has sent \(from) no file that this one answers")))
    }
  }
}

extension Casebook {
  /// Whether a sealed file of this casebook is still on its way: one that it sent and that nothing received answers, or an
  /// answer that was not received.
  package func awaits(_ seal: Seal) throws(CasebookError) -> Bool {
    guard try currentState().id == seal.book else { return false }
    let digest = seal.totals.digest.hex
    if seal.answers != nil { return try !hasReceived(digest) }
    guard try hasSent(digest, to: seal.to) else { return false }
    for number in try receipts(from: seal.to) {
      guard let receipt = try entry(number) else { throw .damaged(entry: number) }
      if try receipt.read(ReceiveStatement.self).answers == digest { return false }
    }
    return true
  }
}
