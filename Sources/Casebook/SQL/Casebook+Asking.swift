import Store
import Units

extension Casebook {
  /// What `read` makes of each row that answers a question.
  func rows<Column, R>(
    _ question: Question<Column>, _ bind: (Parameters) -> Void = { _ in }, read: (SQLRow<Column>) -> R
  ) throws(CasebookError) -> [R] {
    do throws(StoreError) { return try statements.rows(question, bind, read: read) } catch {
      throw .store(error)
    }
  }

  /// What `read` makes of the first row that answers a question; `nil` where there is none.
  func first<Column, R>(
    _ question: Question<Column>, _ bind: (Parameters) -> Void = { _ in }, read: (SQLRow<Column>) -> R
  ) throws(CasebookError) -> R? {
    do throws(StoreError) { return try statements.first(question, bind, read: read) } catch {
      throw .store(error)
    }
  }

  /// Hands out the rows that answer a question, one after another; `body` may ask whatever it likes.
  func each<Column>(
    _ question: Question<Column>, _ bind: (Parameters) -> Void = { _ in },
    body: (SQLRow<Column>) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    let cursor = try reading { () throws(StoreError) in try database.cursor(question, bind) }
    while try reading({ () throws(StoreError) in try cursor.next() }) { try body(cursor.row) }
  }

  /// How many rows there are.
  func count(
    _ question: Question<CountColumn>, _ bind: (Parameters) -> Void = { _ in }
  ) throws(CasebookError) -> Int {
    try first(question, bind) { $0.int(.count) } ?? 0
  }

  /// Makes a change.
  func run<Column>(
    _ change: Change<Column>, _ bind: (Values<Column>) -> Void
  ) throws(CasebookError) {
    do throws(StoreError) { try statements.run(change, bind) } catch { throw .store(error) }
  }

  /// Reads at most so much of the file again and again from memory: for a look over the whole of it.
  package func holdInMemory(kibibytes: Int) throws(CasebookError) {
    try reading { () throws(StoreError) in try database.holdInMemory(kibibytes: kibibytes) }
  }
}

/// How many rows there are.
enum CountColumn: String, SQLColumn {
  case count = "count(*)"
}
