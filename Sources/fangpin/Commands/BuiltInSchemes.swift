/// The schemes that come with the program.
enum BuiltInSchemes {
  /// The one that holds where none is named.
  static let standard = "wei-county-2017"
  /// All of them.
  static let ids = [standard, "wei-county-2017-by-band"]
}
