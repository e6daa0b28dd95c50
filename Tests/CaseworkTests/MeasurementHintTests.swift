import Testing

@testable import Casework

/// Whoever writes a measurement wrong is told which one, and what may stand there.
@Suite struct MeasurementHintTests {
  @Test(arguments: [
    ("iq=85,adaptive=中度", "「adaptive=中度」：适应行为可填 1（极重度缺陷）"), ("iq=900", "「iq=900」：智商 IQ应为 0 至 200 的数"),
    ("eyes=1", "「eyes=1」：写作 acuity_left=0.01"), ("iq=60;iq=61", "「iq=61」：写了两次"), ("85", "「85」：写作"),
  ])
  func theItemIsNamed(_ written: String, _ hint: String) throws {
    #expect(Measurements(written: written) == nil)
    let told = try #require(Measurements.hint(on: written))
    #expect(told.chinese.hasPrefix(hint), "\(told.chinese)")
    #expect(!told.english.isEmpty)
  }

  @Test(arguments: ["", "iq=85,adaptive=3", "acuity_left=0.01；acuity_right=0.02"])
  func whatCanBeReadNeedsNone(_ written: String) {
    #expect(Measurements(written: written) != nil && Measurements.hint(on: written) == nil)
  }
}
