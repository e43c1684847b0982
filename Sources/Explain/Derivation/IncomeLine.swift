import Claims
import Rules
import Units

/// The income a household must stay below, and how it is drawn.
struct IncomeLine {
  let perMember: ExactYuan
  let total: ExactYuan
  /// The multiple and the standard it multiplies; `nil` where the line itself is published.
  let multiple: (millionths: Int64, standard: ProtectionLine.YearFigure)?
  let origins: [Origin]

  /// `nil` where the group, its members or a figure is not known.
  init?(_ derivation: Derivation) {
    let scheme = derivation.scheme
    let line = scheme.protectionLine
    let year = derivation.claim.day.year
    guard let household = derivation.household, let group = household.group, let members = household.members,
      members > 0, case .line(let drawn) = line.drawn(group: group, eventYear: year)
    else { return nil }
    perMember = ExactYuan(millionths: drawn)
    total = ExactYuan(millionths: drawn * Int128(members))
    switch line.rules[group] {
    case .multiple(.known(let millionths, let provenance)):
      guard let standard = line.nationalStandard.first(where: { $0.year == year - 1 }) else { return nil }
      multiple = (millionths, standard)
      origins = [scheme.origin(provenance), scheme.origin(standard.provenance)]
    case .published(let figures):
      multiple = nil
      origins = figures.filter { $0.year == year }.map { scheme.origin($0.provenance) }
    default: return nil
    }
  }

  /// How the line a person is drawn: `4,428.00 = 1.5 × 2,952.00, the national standard of 2016`.
  var drawing: Wording {
    guard let multiple else {
      return Wording(zh: "每人 \(perMember.grouped)", en: "\(perMember.grouped) per person")
    }
    let product = "\(ExactYuan.multiple(multiple.millionths)) × \(multiple.standard.amount.grouped)"
    return Wording(
      zh: "每人 \(perMember.grouped) = \(product)，即 \(multiple.standard.year) 年国家扶贫标准",
      en: "\(perMember.grouped) per person = \(product), the national standard for \(multiple.standard.year)")
  }
}
