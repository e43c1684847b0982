package import Claims
package import Rules
import Sealing
import Store
import Units

/// One SQLite file at the county's poverty-prevention office: an append-only journal, and what is derived from it.
///
/// Whatever is recorded goes through ``act(_:on:clock:_:)``: it appends entries, derives from each what follows, closes
/// with a signed head, and commits all of that or none.
package final class Casebook {
  package let path: String
  let database: Database
  let statements: Statements
  /// The rules in force, and what decides by them.
  package internal(set) var scheme: Scheme
  package internal(set) var adjudicator: Adjudicator

  init(path: String, database: Database, scheme: Scheme) {
    self.path = path
    self.database = database
    statements = Statements(database)
    self.scheme = scheme
    adjudicator = Adjudicator(scheme: scheme)
  }
}
