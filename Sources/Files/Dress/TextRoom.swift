import Tables

/// Room for text that is written anew: what stands in it stays where it is until ``clear()``.
@safe
package final class TextRoom {
  private var chunks: [UnsafeMutablePointer<UInt8>] = unsafe []
  /// How many chunks are filled, and how far the next one is.
  private var filled = 0
  private var used = 0
  /// Texts that are longer than a chunk.
  private var long: [UnsafeMutablePointer<UInt8>] = unsafe []

  private static let chunk = 1 << 14

  package init() {}

  deinit {
    unsafe chunks.forEach { unsafe $0.deallocate() }
    unsafe long.forEach { unsafe $0.deallocate() }
  }

  /// Lets go of all that stands in it.
  package func clear() {
    filled = 0
    used = 0
    unsafe long.forEach { unsafe $0.deallocate() }
    unsafe long.removeAll()
  }

  /// Writes a text down, with room behind it as a cell needs it.
  func keep(_ text: some Collection<UInt8>) -> Cell {
    let start = unsafe room(text.count + Block.padding)
    var count = 0
    for byte in text {
      unsafe start[count] = byte
      count += 1
    }
    for index in count..<count + 8 { unsafe start[index] = 0 }
    return unsafe Cell(start: start, count: count)
  }

  private func room(_ size: Int) -> UnsafeMutablePointer<UInt8> {
    if size > TextRoom.chunk {
      let text = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
      unsafe long.append(text)
      return unsafe text
    }
    if used + size > TextRoom.chunk {
      filled += 1
      used = 0
    }
    if unsafe filled == chunks.count { unsafe chunks.append(.allocate(capacity: TextRoom.chunk)) }
    let start = unsafe chunks[filled] + used
    used += size
    return unsafe start
  }
}
