/// A department answers for one kind of asset of a household, before any case.
package struct AssetStatement: JournalStatement {
  package static let kind = EntryKind.asset

  package let household: String
  /// The word of the kind of asset.
  package let asset: String
  package let count: Int?
  /// The entry that it says otherwise than.
  package let revises: Int?

  package init(household: String, asset: String, count: Int?, revises: Int?) {
    self.household = household
    self.asset = asset
    self.count = count
    self.revises = revises
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    household = try payload.text("household")
    asset = try payload.text("asset")
    count = try payload.optionalNumber("count")
    revises = try payload.optionalNumber("revises")
  }

  package func write(to payload: inout Payload) {
    payload.set("household", household)
    payload.set("asset", asset)
    payload.set("count", count)
    payload.set("revises", revises)
  }

  package var ownWords: [String] { [] }
}
