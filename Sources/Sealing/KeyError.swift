package import Units

/// A key could not be read, made or used. Nothing here ever holds a part of a key.
package enum KeyError: Error, Hashable, Sendable {
  /// No PEM block that can be read.
  case notPEM
  /// A PEM block of another kind: a certificate, or a private key in a form older than PKCS#8.
  case otherFormat
  /// A private key that is locked with a passphrase.
  case encrypted
  /// A public key where a private one is needed.
  case publicKeyGiven
  /// A private key where a public one is needed.
  case privateKeyGiven
  /// A key of another algorithm, by OpenSSL's name for it: `RSA`.
  case otherAlgorithm(String)
  /// The right kind of block, but what is in it is no key, or not in the one form each key has.
  case malformed
  /// A point of the curve that signatures fit which anybody can make.
  case fitsAnything
  /// OpenSSL refuses to make a key of this kind.
  case cannotGenerate(KeyKind)
  /// OpenSSL refuses to sign with this kind of key.
  case cannotSign(KeyKind)

  /// What happened and how to fix it, for people.
  package var wording: Wording {
    switch self {
    case .notPEM:
      Wording(
        zh: "不是 PEM 格式的密钥：应以“-----BEGIN”一行开头",
        en: "not a PEM key: it should begin with a line “-----BEGIN”")
    case .otherFormat:
      Wording(
        zh: "PEM 内不是所需的密钥：私钥须为 PKCS#8（可用 openssl pkcs8 -topk8 -nocrypt 转换），公钥须为“PUBLIC KEY”",
        en:
          "the PEM block is not the key needed: a private key must be PKCS#8 (openssl pkcs8 -topk8 -nocrypt converts"
          + " it), a public key “PUBLIC KEY”")
    case .encrypted:
      Wording(
        zh: "私钥有口令保护，这里不接受：请用 openssl pkey 解除口令，并以文件权限保护",
        en:
          "the private key is protected by a passphrase, which is not accepted here: remove it with openssl pkey, and"
          + " protect the file by its permissions")
    case .publicKeyGiven:
      Wording(zh: "这是公钥，此处需要私钥", en: "this is a public key; a private key is needed")
    case .privateKeyGiven:
      Wording(
        zh: "这是私钥，此处需要公钥：请妥善保管私钥",
        en: "this is a private key; a public key is needed: keep the private one safe")
    case .otherAlgorithm(let name):
      Wording(
        zh: "密钥算法为 \(name)：只接受 Ed25519 和 SM2",
        en: "the key's algorithm is \(name): only Ed25519 and SM2 are accepted")
    case .malformed:
      Wording(zh: "密钥内容损坏或编码不规范", en: "the key is damaged, or not in its canonical encoding")
    case .fitsAnything:
      Wording(
        zh: "这不是谁的密钥：任何人都能造出与它相符的签名，不予接受",
        en: "this is nobody's key: anybody can make signatures that fit it, and it is not accepted")
    case .cannotGenerate(let kind):
      Wording(
        zh: "本机的 OpenSSL 不能生成 \(kind.name) 密钥",
        en: "this machine's OpenSSL cannot generate \(kind.name) keys")
    case .cannotSign(let kind):
      Wording(
        zh: "本机的 OpenSSL 不能用这把 \(kind.name) 密钥签名",
        en: "this machine's OpenSSL cannot sign with this \(kind.name) key")
    }
  }
}
