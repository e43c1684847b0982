import Glibc
package import Units

/// The variables that the program was started with.
package struct Environment: Sendable {
  private let lookup: @Sendable (String) -> String?

  /// The environment of this process.
  package static let ofProcess = Environment { name in
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// An environment made up for a test.
  package init(_ variables: [String: String]) { self.init { variables[$0] } }

  private init(lookup: @escaping @Sendable (String) -> String?) { self.lookup = lookup }

  /// A variable's value; one that is set to nothing counts as not set.
  package subscript(name: String) -> String? {
    guard let value = lookup(name), !value.isEmpty else { return nil }
    return value
  }

  /// The language that people here read: the first of the three variables that is set decides.
  package var language: Language {
    let locale = self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? ""
    return locale.lowercased().hasPrefix("zh") ? .zh : .en
  }
}
