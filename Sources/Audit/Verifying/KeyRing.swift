import Casebook
import Journal
import Sealing

/// The keys that may sign heads, as the journal's own entries bring them in and take them out: read here once more, so that
/// signatures can be checked even where nothing else holds together.
struct KeyRing {
  private struct Holder {
    let name: String
    let key: PublicKey
    var isRevoked = false
  }

  private var holders: [String: Holder] = [:]

  /// Takes in what an entry says of keys.
  mutating func take(_ entry: Entry) {
    if let enrolment = entry.enrolment {
      do throws(KeyError) {
        let key = try PublicKey(pem: enrolment.publicKey)
        holders[key.fingerprint.hex] = Holder(name: enrolment.name, key: key)
      } catch { return }  // a key that is none signs nothing: its heads will be found out
    }
    if let name = entry.statement(RevokeStatement.self)?.name {
      for (print, holder) in holders where holder.name == name { holders[print]?.isRevoked = true }
    }
  }

  /// What stands against a head being signed by a key in somebody's name; `nil` where nothing does.
  func fault(key: String, name: String) -> SignerFault? {
    guard let holder = holders[key] else { return .unknown }
    if holder.name != name { return .otherName(holder.name) }
    return holder.isRevoked ? .revoked : nil
  }

  /// The key with a fingerprint.
  func key(_ print: String) -> PublicKey? { holders[print]?.key }
}

/// Why somebody could not sign a head.
enum SignerFault: Hashable {
  case unknown
  case revoked
  /// The key is another's.
  case otherName(String)
}
