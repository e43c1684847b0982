package import Casebook
import Testing

/// The code of the refusal that `body` meets; `nil` where it meets none.
package func refusal(_ body: () throws -> Void) throws -> Refusal.Code? {
  do {
    try body()
    return nil
  } catch CasebookError.refused(let refusal) {
    return refusal.code
  }
}

/// The refusal that `body` must meet.
package func refusalMet(_ body: () throws -> Void) throws -> Refusal {
  var met: Refusal?
  do { try body() } catch CasebookError.refused(let refusal) { met = refusal }
  return try #require(met, "nothing was refused")
}

/// Does what the rules of procedure allow of `body`: a refusal ends it, every other error is thrown on.
package func permitting(_ body: () throws -> Void) throws { _ = try refusal(body) }
