package import Rules
import Units

/// A benefit in the few words that tests speak of. Amounts are in fen, rates in millionths.
package struct BenefitSketch: Sendable {
  package var groups = [0]
  package var peril = 0
  package var sumOver = Subject.household
  /// `nil` for an unpublished one.
  package var line: Int64? = 0
  package var pays = Benefit.Pays.excess
  package var reading = Staircase.Reading.whole
  /// The edges between the bands, ascending.
  package var edges: [Int64] = []
  /// For each edge, whether it lies in the band above it.
  package var isInUpper: [Bool] = []
  /// Whether nothing at all lies in the first band: it makes no difference to what is paid.
  package var isNothingInFirst = true
  /// One rate more than edges; `nil` for an unpublished staircase.
  package var rates: [Int64]?
  package var cap: Cap?

  /// How much at most, and for whom.
  package struct Cap: Sendable {
    package var fen: Int64?
    package var subject: Subject

    /// `nil` for an unpublished amount.
    package init(_ fen: Int64?, per subject: Subject) {
      self.fen = fen
      self.subject = subject
    }
  }

  /// All of a cost, without line or cap.
  package init() { rates = [1_000_000] }

  /// The benefit a scheme would hold.
  package func benefit(id: String) -> Benefit {
    let unknown = Wording(zh: "未公布", en: "not published")
    let assumed = SchemeSketch.assumed
    let staircase: Sourced<Staircase> =
      rates.map { rates in
        let lower = [0] + edges
        let bands = lower.indices.map { index in
          let isLast = index == edges.count
          return Staircase.Band(
            lower: Yuan(fen: lower[index]),
            includesLower: index == 0 ? isNothingInFirst : isInUpper[index - 1],
            upper: isLast ? nil : Yuan(fen: edges[index]), includesUpper: isLast ? false : !isInUpper[index],
            rate: Rate(millionths: rates[index]), provenance: assumed)
        }
        return .known(Staircase(reading: reading, readingProvenance: assumed, bands: bands), assumed)
      } ?? .unpublished(unknown)
    return Benefit(
      id: id, groups: groups, peril: peril, sumOver: sumOver, sumOverProvenance: assumed,
      warningLine: line.map { .known(Yuan(fen: $0), assumed) } ?? .unpublished(unknown), pays: pays,
      paysProvenance: assumed, staircase: staircase,
      cap: cap.map { cap in
        .amount(cap.fen.map { .known(Yuan(fen: $0), assumed) } ?? .unpublished(unknown), per: cap.subject)
      } ?? .none(assumed))
  }
}
