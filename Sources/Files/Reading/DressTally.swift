import Synchronization

/// Counts what the cells of a sheet wore, while its rows are read wherever they are: each cell once, however often it is
/// read.
final class DressTally: Sendable {
  /// A cell of the sheet.
  struct Place: Hashable {
    let line: Int
    /// The place of its column.
    let role: Int
  }

  private let worn = Mutex([Place: DressKinds]())

  var count: DressCount {
    worn.withLock { worn in
      var count = DressCount()
      for kinds in worn.values { count.note(kinds) }
      return count
    }
  }

  /// What a cell says, once what it wore is noted.
  func note<Value>(_ read: Undressed<Value>, at place: Place) -> Value {
    if !read.worn.isEmpty { worn.withLock { $0[place, default: []].formUnion(read.worn) } }
    return read.value
  }
}
