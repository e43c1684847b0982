import Foundation
import TestKit
import Testing

@Suite("The comparison sees every difference")
struct DisagreementTests {
  /// A made county's oracle, and an engine that wrote exactly what it should.
  private static let agreeing = Result { try makeAgreeing() }

  private static func makeAgreeing() throws -> (engine: EngineRun, oracle: OracleRun) {
    let county = MakeCounty(CountyPlan(seed: 11, claims: 2000, order: .fancy)).county
    let claims = try WriteSheet.write(county.claims, Column.ofClaims, .plain, seed: 1)
    let households = try WriteSheet.write(county.households, Column.ofHouseholds, .plain, seed: 2)
    let oracle = OracleRun(.whole, claims: ReadClaims(claims), register: Register(households))
    var rejects = Bytes(of: "file,line,column,field,value,problem\n")
    for (file, list) in [("claims.csv", oracle.claimRejects), ("households.csv", oracle.register.rejects)] {
      for reject in list {
        for problem in reject.problems {
          rejects += Bytes(of: "/x/\(file),\(reject.line),1,\(problem.column?.english ?? ""),")
          rejects += OracleRun.quoted(problem.value) + Bytes(of: ",\(problem.kind)\n")
        }
      }
    }
    let engine = EngineRun(
      exitCode: 3, talk: "", decisions: oracle.decisions, payouts: oracle.payouts, rejects: rejects,
      decisionsFile: URL(fileURLWithPath: "/dev/null"))
    return (engine, oracle)
  }

  @Test("An engine that writes what it should has no disagreements")
  func agreement() throws {
    let (engine, oracle) = try DisagreementTests.agreeing.get()
    #expect(oracle.hasRejects)
    let parted = Disagreements(engine, oracle)
    #expect(parted.isEmpty, "\(parted.text)")
  }

  @Test("One changed byte, row, code or reject is a disagreement", arguments: 0..<9)
  func difference(_ kind: Int) throws {
    var (engine, oracle) = try DisagreementTests.agreeing.get()
    let lastLine = engine.rejects.dropLast().lastIndex(of: UInt8(ascii: "\n"))
    switch kind {
    case 0: engine.exitCode = 0
    case 1: engine.decisions[engine.decisions.count - 2] ^= 1
    case 2: engine.decisions.removeLast()
    case 3: engine.decisions = []
    case 4: engine.payouts += Bytes(of: "H000001,1,0.01\n")
    case 5: engine.rejects.removeSubrange((lastLine ?? 0)...)
    case 6: engine.rejects += Bytes(of: "claims.csv,999999,1,amount,x,malformed\n")
    case 7: engine.rejects = Bytes(of: engine.rejects.text.replacing("incurred_on", with: "amount"))
    default: engine.payouts.removeLast()
    }
    #expect(!Disagreements(engine, oracle).isEmpty)
  }

  @Test("Large input and output pass through a process, with its code and its signal")
  func process() throws {
    let shell = FangpinProcess(executable: URL(fileURLWithPath: "/bin/sh"))
    let input = Data((0..<5_000_000).map { UInt8(truncatingIfNeeded: $0) })
    let copied = try shell.run(
      ["-c", "cat; yes | head -c 3000000 >&2; exit $CODE"], input: input, environment: ["CODE": "3"])
    #expect(copied.exitCode == 3)
    #expect(copied.output == input)
    #expect(copied.errors.count == 3_000_000)
    #expect(try shell.run(["-c", "kill -9 $$"]).exitCode == 137)
  }
}
