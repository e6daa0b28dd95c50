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

  /// A decision with its reason: what is decided, the reason, Enter.
  @Test func aDoubtfulRowTakesThreeKeys() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep(DoubtfulRows.register(5), as: "register.csv")
    try office.keep(DoubtfulRows.list(5), as: "list.csv")
    try office.run(as: "chenjing", "register", "import", office.path("register.csv"))
    try office.run(as: "fengjie", "sweep", "import", office.path("list.csv"), "--quarter", "2026Q1")
    let password = try String(contentsOfFile: office.path("fengjie.password"), encoding: .utf8)
    var script = DoubtfulRows(5, password: password) { try office.desk().terminal }
    try script.run()

    #expect(script.keys <= 3)
    try office.remove()
  }
}
