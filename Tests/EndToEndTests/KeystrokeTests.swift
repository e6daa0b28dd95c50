import DeskScripts
import PtyKit
import Testing

/// What a case costs in keys, beyond the data that must be typed anyway.
@Suite struct KeystrokeTests {
  @Test func aWholeApplicationTakesSixtyKeysAtMostAndADecisionThree() throws {
    let office = try Program.office(today: "2026-03-02")
    var script = WholeApplication(
      open: { day in
        var office = office
        office.today = day
        return try office.desk().terminal
      },
      password: { try String(contentsOfFile: office.path("\($0).password"), encoding: .utf8) })
    try script.run()

    #expect(script.total <= 60, "\(script.steps)")
    #expect(script.decision <= 3)
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  @Test func theNextApplicationOfAVillageVisitTakesHalfTheKeys() throws {
    let office = try Program.office(today: "2026-03-02")
    var visit = VillageVisit(
      open: { try office.desk().terminal },
      password: { try String(contentsOfFile: office.path("\($0).password"), encoding: .utf8) })
    try visit.run()

    #expect(visit.keys[1] * 2 <= visit.keys[0], "\(visit.keys)")
    try office.remove()
  }
}
