import Foundation
import Testing

/// The ways in which a certificate ends, by commands from the counter to the archive (domain: 2.7).
@Suite struct EndingWalkTests {
  private static let holder = ServiceWalkTests.holder

  /// The reasons of the Measures' article 24 besides death and the own will, each with what it takes.
  @Test(arguments: [
    ("no_longer_meets", "event_date=2026-05-30 document=评定表1号", "EF"),
    ("hk_cancelled", "event_date=2026-05-30", "PC"), ("untransferred", "event_date=2025-05-30", "MV"),
    ("fraud", "document=处理1号", "DD"),
  ])
  func aCertificateEndsForEachReason(_ reason: String, _ fields: String, _ paper: String) throws {
    let office = try Program.officeWithHolder(Self.holder, today: "2026-06-01")
    try ScriptedWalk(office, of: Self.holder).walk(
      """
      open cancel certificate=#43 reason=\(reason) \(fields)
      submit > submitted
      accept ! materials_complete \(paper)
      accept materials=\(paper) > accepted
      \(ServiceWalkTests.noCard)
      = 43 cancelled
      """)

    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  @Test func somebodyDeclaredMissingIsFrozenFirst() throws {
    let office = try Program.officeWithHolder(Self.holder, today: "2026-06-01")
    try ScriptedWalk(office, of: Self.holder).walk(
      """
      open cancel certificate=#43 reason=missing document=判决1号
      submit ! certificate_fits 先冻结
      withdraw > withdrawn
      open freeze certificate=#43 reason=missing document=公告1号
      submit > submitted
      accept > accepted
      \(ServiceWalkTests.noCard)
      = 43 frozen
      open cancel certificate=#43 reason=missing document=判决1号
      submit > submitted
      accept ! materials_complete DD
      accept materials=DD > accepted
      \(ServiceWalkTests.noCard)
      = 43 cancelled
      """)

    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }

  @Test func ofTwoCertificatesOfOnePersonTheOneThatIsNotKeptEnds() throws {
    let office = try Program.officeWithHolder(Self.holder, today: "2026-06-01")
    try office.takeOver("\(Self.holder)44,王芳,\(Self.holder),肢体,四级,2025-01-05,2035-01-05,有效", as: "second.csv")
    try ScriptedWalk(office, of: Self.holder).walk(
      """
      open cancel certificate=#44 reason=duplicate
      submit ! duplicate_named 另一本
      edit kept_certificate=#44
      submit ! duplicate_named
      edit kept_certificate=#43
      submit > submitted
      accept ! materials_complete PC
      accept materials=PC > accepted
      \(ServiceWalkTests.noCard)
      = 44 cancelled
      """)
    let held = try office.run(as: "chenjing", "register", "show", "\(Self.holder)43").json()["certificates"]
    #expect(
      (held as? [[String: Any]])?.first { $0["certificate"] as? String == "\(Self.holder)43" }?["state"]
        as? String
        == "valid")
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }
}
