import JSONText
import Sealing
import Tables
package import Units

/// The record of a draw, which stands beside its sample: how it was drawn, and what came of it.
package struct DrawRecord: Hashable, Sendable {
  /// The casebook's id.
  package let book: String
  package let plan: DrawPlan
  /// What the draw came to, for whoever draws again.
  package let seed: String
  package let count: Int
  package let sum: Yuan
  package let size: Int

  static let format = "fangpin-draw-1"

  package init(_ draw: Draw, book: String) {
    self.book = book
    plan = draw.plan
    seed = draw.plan.seed.digest.hex
    count = draw.count
    sum = draw.sum
    size = draw.cases.count
  }

  /// The plan with the size that it came to, which is what is drawn again.
  package var again: DrawPlan {
    var plan = plan
    plan.size = size
    return plan
  }

  /// Whether another draw came to the same.
  package func isOf(_ draw: Draw, book: String) -> Bool {
    self.book == book && seed == draw.plan.seed.digest.hex && count == draw.count && sum == draw.sum
      && size == draw.cases.count
  }

  /// The record's file: JSON, with the strata for people to see.
  package static func bytes(of draw: Draw, book: String) -> [UInt8] {
    let (record, plan) = (DrawRecord(draw, book: book), draw.plan)
    var writer = JSONWriter(layout: .indented)
    writer.object { writer in
      writer.member("format", DrawRecord.format)
      writer.member("casebook", book)
      writer.member("head", plan.head.line)
      if let head = plan.seedHead { writer.member("seed_head", head.line) }
      if let words = plan.words { writer.member("words", words) }
      writer.member("seed", record.seed)
      writer.member("of", plan.population.rawValue)
      if let day = plan.from { writer.member("from", day.description) }
      if let day = plan.to { writer.member("to", day.description) }
      writer.member("by", plan.method.rawValue)
      if plan.method == .stratum {
        writer.member("classes", Int64(plan.classes))
        writer.member("allocate", plan.allocation.rawValue)
      }
      writer.member("confidence", plan.assurance.confidence.digits)
      writer.member("tolerable", plan.assurance.tolerable.digits)
      writer.member("expected", plan.assurance.expected.digits)
      writer.member("population", Int64(record.count))
      writer.member("sum", record.sum.description)
      writer.member("size", Int64(record.size))
      if plan.method == .stratum {
        writer.member("limits") { writer in
          writer.array { for limit in draw.limits { $0.string(limit.description) } }
        }
      }
      writer.member("strata") { writer in
        writer.array { for stratum in draw.strata { stratum.write(to: &$0) } }
      }
    }
    writer.raw(UInt8(ascii: "\n"))
    return writer.bytes
  }

  init(book: String, plan: DrawPlan, seed: String, count: Int, sum: Yuan, size: Int) {
    self.book = book
    self.plan = plan
    self.seed = seed
    self.count = count
    self.sum = sum
    self.size = size
  }
}

extension DrawnStratum {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("stratum", name)
      writer.member("cases", Int64(count))
      writer.member("sum", sum.description)
      writer.member("drawn", Int64(drawn))
    }
  }
}

extension Rate {
  /// Reads a percentage as people type it, with at most four decimals: `95`, `2.5`, `95%`.
  package init?(typed text: String) {
    let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
    guard digits.utf8.count <= 8, digits.utf8.first != UInt8(ascii: "-"),
      case .exact(let millionths) = DecimalText.read(String(digits), decimals: 4)
    else { return nil }
    self.init(millionths: millionths)
  }

  /// `95`, `2.5`: the percentage without its sign.
  var digits: String { String(description.dropLast()) }
}
