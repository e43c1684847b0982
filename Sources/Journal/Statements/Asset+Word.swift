package import Rules
package import Units

extension Scheme.Asset {
  /// Its name for people.
  package var name: Wording {
    switch self {
    case .dwellings: Wording(zh: "住房", en: "dwellings")
    case .businesses: Wording(zh: "经营主体", en: "business entities")
    case .vehicles: Wording(zh: "车辆", en: "vehicles")
    }
  }

  /// The asset of a word.
  package init?(word: String) {
    guard let asset = Scheme.Asset.allCases.first(where: { $0.word == word }) else { return nil }
    self = asset
  }
}

extension PayloadReader {
  /// How many of each kind of asset, in the order of `Scheme.Asset`; `nil` where it is not said.
  func assets() throws(MissingMember) -> [Int?] {
    var assets: [Int?] = []
    for asset in Scheme.Asset.allCases { assets.append(try optionalNumber(Payload.Key(asset.word))) }
    return assets
  }
}

extension Payload {
  /// Sets how many of each kind of asset, in the order of `Scheme.Asset`, as far as it is known.
  mutating func set(assets: [Int?]) {
    for asset in Scheme.Asset.allCases { set(Payload.Key(asset.word), assets[asset.rawValue]) }
  }
}
