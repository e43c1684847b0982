import Pipeline
import Synchronization
import Testing

@Suite("Ordered work on all cores")
struct OrderedPipelineTests {
  /// What goes wrong in these tests: the pipeline knows nothing of it.
  enum Mishap: Error, Equatable { case taking(Int), committing(Int), delivering(Int) }

  /// What the workers share: how far they are, and what was done in turn.
  final class Belt: Sendable {
    let blocks: Int
    let mishap: Mishap?
    let taken = Mutex(0)
    let committed = Mutex<[Int]>([])
    let delivered = Mutex<[Int]>([])

    init(blocks: Int, mishap: Mishap? = nil) {
      self.blocks = blocks
      self.mishap = mishap
    }
  }

  final class Worker: BlockWork {
    private let belt: Belt
    private var number = 0
    private var square = 0

    init(_ belt: Belt) { self.belt = belt }

    private func check(_ mishap: Mishap) throws(Mishap) {
      if belt.mishap == mishap { throw mishap }
    }

    func take() throws(Mishap) -> Bool {
      number = belt.taken.withLock {
        $0 += 1
        return $0
      }
      try check(.taking(number))
      return number <= belt.blocks
    }

    func prepare() { square = number * number }

    func commit() throws(Mishap) {
      try check(.committing(number))
      belt.committed.withLock { $0.append(number) }
    }

    func finish() { square += 1 }

    func deliver() throws(Mishap) {
      try check(.delivering(number))
      belt.delivered.withLock { $0.append(square) }
    }
  }

  @Test("hands out in the order in which it took, however many work on it", arguments: [1, 2, 3, 8])
  func order(_ workers: Int) throws {
    for blocks in [0, 1, 2, 300] {
      let belt = Belt(blocks: blocks)
      try OrderedPipeline.run((0..<workers).map { _ in Worker(belt) })
      #expect(belt.committed.withLock { $0 } == Array(1...(blocks + 1)).dropLast())
      #expect(belt.delivered.withLock { $0 } == (0..<blocks).map { ($0 + 1) * ($0 + 1) + 1 })
    }
  }

  @Test(
    "throws what its user threw, and does nothing in turn behind it",
    arguments: [1, 2, 8], [Mishap.taking(17), .committing(17), .delivering(17), .delivering(1)])
  func failure(_ workers: Int, _ mishap: Mishap) throws {
    let belt = Belt(blocks: 300, mishap: mishap)
    #expect(throws: mishap) { try OrderedPipeline.run((0..<workers).map { _ in Worker(belt) }) }
    let (committed, delivered) = (belt.committed.withLock { $0 }, belt.delivered.withLock { $0 })
    #expect(committed == Array(1...(committed.count + 1)).dropLast())
    switch mishap {
    case .taking(let number): #expect(committed.count < number && delivered.count < number)
    case .committing(let number): #expect(committed.count == number - 1 && delivered.count < number)
    case .delivering(let number): #expect(delivered.count == number - 1)
    }
  }

  @Test("bodies run on as many threads as asked for, each once", arguments: [0, 1, 5])
  func threads(_ count: Int) {
    let seen = Mutex<[Int]>([])
    Threads.run(count) { index in seen.withLock { $0.append(index) } }
    #expect(seen.withLock { $0.sorted() } == Array(0..<max(1, count)))
  }
}
