package import Units

/// The market regulator's answer: how many business entities a household has.
package enum BusinessesFile: AssetFile {
  package static let kind = FileKind.businesses
  package static let name = Wording(
    zh: "市场监管部门的答复：经营主体数", en: "the market regulator's answer: business entities")

  package enum Role: Int, FileRole {
    case household, count
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .household: .household
    case .count: .businesses
    }
  }

  package static let household = Role.household
  package static let count = Role.count
}
