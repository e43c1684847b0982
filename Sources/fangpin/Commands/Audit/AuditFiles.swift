import Casebook
import Units

extension CasebookDesk {
  /// The first output of a command without a key that would replace the casebook or another input.
  func clashOfReader(writing outputs: [String], reading inputs: [String]) -> Wording? {
    let own = [value(CasebookOptions.casebook, "FANGPIN_CASEBOOK")].compactMap { $0 }
    return FileClash.find(writing: outputs, reading: own + inputs)
  }
}
