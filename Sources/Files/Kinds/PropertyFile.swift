package import Units

/// The land office's answer: how many dwellings a household has.
package enum PropertyFile: AssetFile {
  package static let kind = FileKind.property
  package static let name = Wording(zh: "不动产登记部门的答复：住房数", en: "the land office's answer: dwellings")

  package enum Role: Int, FileRole {
    case household, count
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .household: .household
    case .count: .dwellings
    }
  }

  package static let household = Role.household
  package static let count = Role.count
}
