import Audit
import Testing
import Units

/// Against the tables that auditors have in their books.
@Suite("Statistics")
struct SamplingStatisticsTests {
  @Test(
    "confidence factors are those of the tables",
    arguments: [
      (0.0, 0.95, 2.996), (1, 0.95, 4.744), (2, 0.95, 6.296), (5, 0.95, 10.513), (0, 0.90, 2.303),
      (3, 0.90, 6.681),
      (0, 0.99, 4.605), (10, 0.99, 20.145), (20, 0.95, 29.062), (100, 0.95, 118.079),
    ])
  func factors(errors: Double, confidence: Double, factor: Double) {
    #expect(abs(Statistics.factor(errors, confidence) - factor) < 0.0011)
  }

  @Test(
    "Student's t is that of the tables",
    arguments: [
      (0.95, 1.0, 6.314), (0.95, 2, 2.920), (0.95, 10, 1.812), (0.99, 30, 2.457), (0.975, 5, 2.571),
      (0.90, 60, 1.296), (0.95, 100_000, 1.645), (0.5, 7, 0),
    ])
  func student(confidence: Double, degrees: Double, t: Double) {
    #expect(abs(Statistics.student(confidence, degrees: degrees) - t) < 0.001)
  }

  @Test(
    "sizes are those of the tables for samples by amount",
    arguments: [
      (95, 5, 0, 60), (95, 5, 1, 93), (90, 5, 0, 47), (99, 5, 0, 93), (95, 10, 0, 30), (95, 3, 0, 100),
      (95, 2, 0, 150),
    ])
  func sizes(confidence: Int64, tolerable: Int64, expected: Int64, size: Int) throws {
    let assurance = try Assurance(
      confidence: Rate(percent: confidence), tolerable: Rate(percent: tolerable),
      expected: Rate(percent: expected))
    #expect(Statistics.intervals(assurance) == size)
  }

  @Test("what no sample can show is refused with the way out")
  func nonsense() {
    func fault(_ confidence: Int64, _ tolerable: Int64, _ expected: Int64) -> AssuranceFault? {
      do throws(AssuranceFault) {
        _ = try Assurance(
          confidence: Rate(millionths: confidence), tolerable: Rate(millionths: tolerable),
          expected: Rate(millionths: expected))
        return nil
      } catch { return error }
    }
    #expect(fault(1_000_000, 50_000, 0) == .confidence && fault(499_999, 50_000, 0) == .confidence)
    #expect(fault(950_000, 0, 0) == .tolerable && fault(950_000, 1_000_000, 0) == .tolerable)
    #expect(fault(950_000, 50_000, 50_000) == .expected(Rate(percent: 5), Rate(percent: 5)))
    #expect(fault(950_000, 50_000, 49_999) == .tooNear(Rate(millionths: 49_999), Rate(percent: 5)))
    #expect(fault(950_000, 50_000, 10_000) == nil)
    for fault in [AssuranceFault.confidence, .tolerable, .expected(.zero, .zero), .tooNear(.zero, .zero)] {
      #expect(
        fault.wording.en.contains("-") && fault.wording.zh.unicodeScalars.contains { $0.value > 0x3400 })
    }
  }
}
