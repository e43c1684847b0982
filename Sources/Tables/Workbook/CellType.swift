/// How the value of a cell is written down.
enum CellType {
  case number, shared, string, truth, error, day

  /// By the word in the file; a word that is not known makes a text.
  init(_ word: UnsafePointer<UInt8>) {
    if unsafe word[0] != 0, unsafe word[1] == 0 {
      switch unsafe word[0] {
      case UInt8(ascii: "s"): self = .shared
      case UInt8(ascii: "n"): self = .number
      case UInt8(ascii: "b"): self = .truth
      case UInt8(ascii: "e"): self = .error
      case UInt8(ascii: "d"): self = .day
      default: self = .string
      }
    } else {
      self = .string
    }
  }
}
