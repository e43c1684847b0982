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

  package init(_ said: PayloadReader) throws(MissingMember) {
    household = try said.text("household")
    asset = try said.text("asset")
    count = try said.optionalNumber("count")
    revises = try said.optionalNumber("revises")
  }

  package func write(to payload: inout Payload) {
    payload.say("household", household)
    payload.say("asset", asset)
    payload.say("count", count)
    payload.say("revises", revises)
  }

  package var ownWords: [String] { [] }
}
