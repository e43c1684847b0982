import BookKit
import Casebook
import Journal
import Rules
import TestKit
import Testing
import Units

@Suite("The two clocks")
struct ClockTests {
  private func contribute(_ office: CountyOffice, on day: String?) throws {
    _ = try office.book.act(
      try office.key("Li"), on: day.map { Day.of($0) }, clock: office.clock
    ) {
      (desk) throws(CasebookError) in try desk.contribute(Yuan.of("1"), note: nil)
    }
  }

  @Test("nothing happens in the future, by the calendar of China")
  func future() throws {
    try withOffice { office in
      office.clock = Instant.of("2018-06-01T15:59:59Z")
      #expect(try refusal { try contribute(office, on: "2018-06-02") } == .inTheFuture)
      office.clock = Instant.of("2018-06-01T16:00:00Z")
      #expect(try refusal { try contribute(office, on: "2018-06-02") } == nil)
      try contribute(office, on: nil)
      let last = try #require(try office.book.entry(try office.book.currentState().entries))
      #expect(last.happenedOn.description == "2018-06-02" && last.recordedAt == "2018-06-01T16:00:00Z")
    }
  }

  @Test("papers come in later, but no step before the one before it")
  func beforeLastStep() throws {
    try withOffice { office in
      try office.staff()
      try office.register("H1")
      let number = try office.declare("H1", on: "2018-03-05")
      func verify(on day: String) throws -> Refusal.Code? {
        try refusal {
          try office.act("Zheng", on: day) { (desk) throws(CasebookError) in
            try desk.verify(number, .dwellings, count: 1)
          }
        }
      }
      #expect(try verify(on: "2018-03-04") == .beforeLastStep)
      #expect(try verify(on: "2018-03-05") == nil)
      #expect(try refusal { _ = try office.declare("H1", on: "2018-02-28") } == .inTheFuture)
    }
  }

  @Test("a machine's clock that runs backwards is noted, and not trusted")
  func backwards() throws {
    try withOffice { office in
      office.clock = Instant.of("2018-06-01T12:00:00Z")
      try contribute(office, on: nil)
      office.clock = Instant.of("2018-05-01T12:00:00Z")
      try contribute(office, on: nil)
      let count = try office.book.currentState().entries
      #expect(count == 5)
      let noted = try #require(try office.book.entry(4))
      #expect(noted.kind == .clock)
      #expect(noted.payload.text("read") == "2018-05-01T12:00:00Z")
      #expect(noted.payload.text("before") == "2018-06-01T12:00:00Z")
      let last = try #require(try office.book.entry(5))
      #expect(last.recordedAt == "2018-06-01T12:00:00Z" && last.happenedOn.description == "2018-06-01")
      let lines = try office.book.dumped(bare: true)
      #expect(lines.count == 4 && lines[3].hasPrefix(#"{"number":4,"#))
      #expect(!lines.contains { $0.contains("clock") })
    }
  }

  @Test("what is bare of two runs of the same work is the same, though the clock of one ran backwards")
  func bare() throws {
    var runs: [[String]] = []
    for isBackwards in [false, true] {
      try withOffice { office in
        try office.staff()
        try office.register("H1")
        if isBackwards { office.clock = Instant.of("2018-05-01T12:00:00Z") }
        try office.carry(try office.declare("H1"))
        var lines = try office.book.dumped(bare: true)
        try office.book.dumpState(bare: true) { (line) throws(CasebookError) in lines.append(line) }
        runs.append(lines)
        #expect(try office.book.currentState().entries == (isBackwards ? 38 : 27))
      }
    }
    #expect(runs[0] == runs[1] && runs[0].count > 50)
    #expect(runs[0].contains { $0.contains(#""kind":"approve""#) && $0.contains(#""entries":["#) })
  }
}
