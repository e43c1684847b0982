import Casebook
package import Journal
import Rules
import Testing
import Units

extension CountyOffice {
  /// The way a case goes where nothing goes wrong.
  package static let way: [CaseState] = [
    .opened, .verified, .visited, .appraised, .disclosed, .confirmed, .approved, .settled, .paid,
  ]

  /// Takes a case along the way through the library, from where it stands, to a state on it or just off it.
  package func bring(_ number: Int, to state: CaseState) throws {
    let last: CaseState =
      switch state {
      case .returned: .settled
      case .exhausted: .confirmed
      case .denied: .confirmed
      case .pended, .withdrawn: .visited
      case .reversed: .approved
      default: state
      }
    let book = try Casebook.open(path)
    while let at = CountyOffice.way.firstIndex(of: try #require(try book.casefile(number)).state),
      let end = CountyOffice.way.firstIndex(of: last), at < end
    {
      try advance(number, in: book, from: CountyOffice.way[at])
    }
    switch state {
    case .returned:
      let payment = try book.casefile(number)?.payment ?? 0
      try record(.cashier, in: book, on: "2018-03-22") { (r) throws(CasebookError) in
        try r.reconcile(payment, paid: false, reason: "account-closed")
      }
    case .exhausted, .denied: try advance(number, in: book, from: .confirmed)
    case .pended:
      try record(.village, in: book, on: "2018-03-07") { (r) throws(CasebookError) in
        try r.pend(number, reason: "invoice")
      }
    case .withdrawn:
      try record(.village, in: book, on: "2018-03-07") { (r) throws(CasebookError) in
        try r.withdraw(number, reason: "twice")
      }
    case .reversed:
      _ = try record(.deputy, in: book, on: "2018-03-21") { (r) throws(CasebookError) in
        try r.reverse(number, reason: "insured")
      }
    default: break
    }
  }

  private func advance(_ number: Int, in book: Casebook, from state: CaseState) throws {
    switch state {
    case .opened:
      try record(.department, in: book, on: "2018-03-06") { (r) throws(CasebookError) in
        try r.verify(number, Scheme.Asset.allCases.map { AssetAnswer($0, count: 0) }, note: nil)
      }
    case .verified:
      try record(.insurer, in: book, on: "2018-03-07") { (r) throws(CasebookError) in
        try r.visit(number, finding: nil)
      }
    case .visited:
      try record(.village, in: book, on: "2018-03-08") { (r) throws(CasebookError) in
        try r.appraise(number, supports: true, comment: nil)
      }
    case .appraised:
      try record(.village, in: book, on: "2018-03-09") { (r) throws(CasebookError) in try r.disclose(number) }
    case .disclosed:
      try record(.township, in: book, on: "2018-03-16") { (r) throws(CasebookError) in try r.confirm(number) }
    case .confirmed:
      try record(.county, in: book, on: "2018-03-19") { (r) throws(CasebookError) in
        _ = try r.approve(number)
      }
    case .approved:
      try record(.cashier, in: book, on: "2018-03-20") { (r) throws(CasebookError) in
        _ = try r.settle([number])
      }
    default:
      let payment = try book.casefile(number)?.payment ?? 0
      try record(.cashier, in: book, on: "2018-03-22") { (r) throws(CasebookError) in
        try r.reconcile(payment, paid: true, reason: nil)
      }
    }
  }
}
