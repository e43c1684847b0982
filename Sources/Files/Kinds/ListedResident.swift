package import Tables
package import Units

/// Where a list of members has a resident.
@safe
package enum ListedResident {
  case nowhere
  /// In one household, by its id; and the person's id, where the list has only one for the resident there.
  case household(Cell, person: Cell?)
  /// In several households: none of them is chosen.
  case households([Cell])
}

/// A list of members in which residents are looked up. What it hands out stands as long as the list does.
package protocol ResidentList: AnyObject, Sendable {
  func find(_ resident: ResidentID) -> ListedResident

  /// Whether a cell stands in the list.
  func holds(_ cell: Cell) -> Bool
}

/// How many claims were read by a list of members.
package struct LookupCount: Equatable, Sendable {
  /// Those whose household was found by the resident ID.
  package var found = 0
  /// Those with a household id, whose resident ID is not on the list.
  package var unlisted = 0

  package init() {}

  package static func += (a: inout LookupCount, b: LookupCount) {
    a.found += b.found
    a.unlisted += b.unlisted
  }
}
