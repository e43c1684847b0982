package import Files
package import Journal
package import Rules
package import Units

/// What `casebook import` takes in.
package enum ImportKind: String, CaseIterable, Sendable {
  case households, members, property, businesses, vehicles

  /// The kind of file.
  package var file: FileKind {
    switch self {
    case .households: .households
    case .members: .members
    case .property: .property
    case .businesses: .businesses
    case .vehicles: .vehicles
    }
  }

  /// The asset that a department answers for.
  package var asset: Scheme.Asset? {
    switch self {
    case .households, .members: nil
    case .property: .dwellings
    case .businesses: .businesses
    case .vehicles: .vehicles
    }
  }

  /// The kind of entry that each of its rows becomes.
  var rowKind: EntryKind {
    switch self {
    case .households: .household
    case .members: .member
    case .property, .businesses, .vehicles: .asset
    }
  }

  /// Who may bring it.
  package var roles: [Role] { asset == nil ? [.county] : [.county, .department] }

  /// What it is, for people.
  package var name: Wording { file.file.name }
}
