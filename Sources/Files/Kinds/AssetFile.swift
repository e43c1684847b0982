/// A department's answer: how many of something each household has.
package protocol AssetFile: TableFile {
  static var household: Role { get }
  static var count: Role { get }
}

/// How many of something a household has.
package struct AssetCount: Sendable {
  package let household: String
  package let count: Int?
}

extension RowReading where File: AssetFile {
  /// Reads an answer; `nil` where it has a fault.
  package mutating func asset() -> AssetCount? {
    let (household, count) = (id(File.household), requiredCount(File.count))
    guard let household, fault == nil else { return nil }
    return AssetCount(household: household, count: count)
  }
}
