/// Guesses what a mistyped word was meant to be.
public enum Spelling {
  /// The candidate nearest to `word`, if it is near enough to be a slip: at most one edit in three
  /// characters, letter case counting for nothing. Ties go to the first candidate.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    var best: (candidate: String, edits: Int)?
    for candidate in candidates {
      let edits = distance(wanted, Array(candidate.lowercased()))
      let allowed = max(1, max(wanted.count, candidate.count) / 3)
      if edits <= allowed, best.map({ edits < $0.edits }) ?? true { best = (candidate, edits) }
    }
    return best?.candidate
  }

  /// Whether one insertion, deletion, substitution or swap of neighbours makes one word of the other.
  package static func isSlip(_ a: String, _ b: String) -> Bool { distance(Array(a), Array(b)) == 1 }

  /// Insertions, deletions, substitutions and swaps of neighbours.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var earlier = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(previous[j] + 1, row[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], earlier[j - 2] + 1)
        }
      }
      (earlier, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
