/// What the program calls itself: on the command line, in the journal, in its documentation.
///
/// The journal names who wrote an entry, and nothing hangs on it: what a casebook is kept by, its first entry says.
package enum Program {
  /// Its name.
  package static let name = "fangpin"
  /// Its version, as published. `Tests/ArchitectureTests` sees to it that no other stands in the sources.
  package static let version = "0.4.0"
  /// Both, as the journal and `--version` have them.
  package static let engine = "\(name) \(version)"
}
