import Pages
import Units

/// A sentence with figures in it: each is marked with its row, wherever it stands.
struct Sentence: ExpressibleByStringInterpolation {
  enum Piece {
    case text(String)
    case figure(Figure)
  }

  let pieces: [Piece]

  init(stringLiteral value: String) { pieces = [.text(value)] }
  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }
  init(_ pieces: [Piece]) { self.pieces = pieces }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }
    mutating func appendInterpolation(_ figure: Figure) { pieces.append(.figure(figure)) }
    mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }
    mutating func appendInterpolation(_ sentence: Sentence) { pieces += sentence.pieces }
  }

  static func + (a: Sentence, b: Sentence) -> Sentence { Sentence(a.pieces + b.pieces) }

  func write(to html: inout HTML) {
    for piece in pieces {
      switch piece {
      case .text(let text): html.text(text)
      case .figure(let figure):
        html.element("span", ["class": "figure", "data-value": figure.row], figure.shown(figure.value))
      }
    }
  }
}

extension Figure {
  /// A value for people; a dash where it is not known.
  func shown(_ value: Int64?) -> String {
    value.map { ($0 < 0 ? "−" : "") + measure.unit.grouped($0 < 0 ? -$0 : $0) } ?? "—"
  }

  /// By how much it changed, with its sign; a dash where that is not known.
  var shownChange: String {
    guard let change else { return "—" }
    let size = measure.unit.grouped(change < 0 ? -change : change)
    return change == 0 ? "±0" : (change < 0 ? "−" : "+") + size
  }
}
