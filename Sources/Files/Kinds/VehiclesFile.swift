package import Units

/// The traffic police's answer: how many vehicles a household has.
package enum VehiclesFile: AssetFile {
  package static let kind = FileKind.vehicles
  package static let name = Wording(zh: "交警部门的答复：车辆数", en: "the traffic police's answer: vehicles")

  package enum Role: Int, FileRole {
    case household, count
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .household: .household
    case .count: .vehicles
    }
  }

  package static let household = Role.household
  package static let count = Role.count
}
