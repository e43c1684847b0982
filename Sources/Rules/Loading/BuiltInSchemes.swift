import RuleFiles

/// The schemes that come with the program, embedded in it; a scheme can be given by path as well.
///
/// Nothing is read before it is asked for.
public enum BuiltInSchemes {
  /// The id of the scheme that is used where none is named.
  public static let standard = "wei-county-2017"

  /// The ids in order; each is also the `id` in its file.
  public static let ids = ["wei-county-2017", "wei-county-2017-by-band"]

  /// The bytes of a built-in scheme's file, or `nil` for an id that is not built in.
  public static func bytes(of id: String) -> [UInt8]? {
    switch id {
    case "wei-county-2017": RuleFiles.weiCounty2017
    case "wei-county-2017-by-band": RuleFiles.weiCounty2017ByBand
    default: nil
    }
  }

  /// Loads a built-in scheme, or `nil` for an id that is not built in.
  public static func load(_ id: String) -> SchemeLoading? {
    bytes(of: id).map { SchemeLoader.load(bytes: $0, file: "\(id).json") }
  }

  /// The same without its worked cases, for whoever only decides by it.
  package static func loadForDeciding(_ id: String) -> SchemeLoading? {
    bytes(of: id).map { SchemeLoader.loadForDeciding(bytes: $0, file: "\(id).json") }
  }

  /// The JSON Schema of scheme files, for editors.
  public static var schema: [UInt8] { RuleFiles.schemeSchema }
}
