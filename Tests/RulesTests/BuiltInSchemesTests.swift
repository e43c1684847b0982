import Rules
import Testing
import Units

@Suite("Built-in schemes")
struct BuiltInSchemesTests {
  @Test("load without a fault", arguments: BuiltInSchemes.ids)
  func load(id: String) throws {
    let loading = try #require(BuiltInSchemes.load(id))
    #expect(loading.diagnostics.map { $0.text(in: .en) } == [])
    let scheme = try #require(loading.scheme)
    #expect(scheme.id == id)
    #expect(scheme.cases.count >= 25)
    #expect(scheme.digest.count == 64)
  }

  @Test("are there, and the standard one is among them")
  func standard() {
    #expect(!BuiltInSchemes.ids.isEmpty)
    #expect(BuiltInSchemes.ids.contains(BuiltInSchemes.standard))
    #expect(BuiltInSchemes.load("no-such-scheme") == nil)
  }
}
