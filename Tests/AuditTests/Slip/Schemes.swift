import Rules

/// The schemes at hand to recompute decisions with.
enum Schemes {
  static let builtIn = BuiltInSchemes.ids.compactMap { BuiltInSchemes.load($0)?.scheme }
}
