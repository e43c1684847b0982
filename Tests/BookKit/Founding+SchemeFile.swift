package import Casebook
package import SchemeKit
package import Sealing
package import Units

extension Founding {
  /// What a casebook under a scheme file begins with.
  package init(
    under file: SchemeFile, algorithm: DigestAlgorithm = .sha256, fund: Yuan?, ruralPopulation: Int? = nil,
    actor: String, office: String = "county"
  ) {
    self.init(
      schemeBytes: file.bytes, scheme: file.scheme, algorithm: algorithm, fund: fund,
      ruralPopulation: ruralPopulation, actor: actor, office: office)
  }
}
