import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

/// Near matches as the store finds, keeps and remembers them.
@Suite struct NearPassTests {
  /// Somebody of the sample register.
  private struct Holder {
    let number: String
    let identity: String
    let name: String
    let birth: Day
    let address: String
  }

  private func holders(_ desk: Desk) throws -> [Holder] {
    var all: [Holder] = []
    try desk.store.forEachCertificate { certificate in
      guard certificate.state.isActive, let birth = Day(iso: certificate[.birth]) else { return }
      all.append(
        Holder(
          number: certificate.number, identity: certificate.identity, name: certificate.name, birth: birth,
          address: certificate[.address]))
    }
    return all
  }

  private func death(
    _ row: Int = 1, _ identity: String, _ name: String, _ birth: Day, _ address: String = "",
    on day: String = "2025-08-01"
  ) -> PoliceRow {
    PoliceRow(
      row: row, identity: identity, name: name, birth: .day(birth), kind: "死亡注销",
      eventDate: .day(MadeUp.day(day)), address: address)
  }

  /// A valid number of the same district and day that nobody of the register has.
  private func other(_ holder: Holder, born birth: Day? = nil) -> String {
    MadeUp.identity(
      born: (birth ?? holder.birth).iso, sequence: 998, district: String(holder.identity.prefix(6)))
  }

  private func shown(_ desk: Desk, _ rows: [PoliceRow], file: String = "a.csv") throws -> (Sweep, [SweepRow]) {
    let sweep = try desk.importSweep(rows, file: file, quarter: "2025Q3")
    return (sweep, try desk.store.withNear(desk.rows(of: sweep), of: sweep))
  }

  @Test func aNameOrABirthDateThatIsOnlyNearLeadsToTheHolder() throws {
    let desk = try Desk.withRegister()
    let holder = try #require(try holders(desk).first { $0.birth.day == 4 && $0.name.unicodeScalars.count == 3 })
    let near = holder.birth.adding(days: 2)
    let (_, rows) = try shown(
      desk,
      [
        death(1, other(holder), String(holder.name.dropLast()) + "鑫", holder.birth, holder.address),
        death(2, other(holder, born: near), holder.name, near, holder.address),
        death(3, "", holder.name, near, holder.address),
        death(4, other(holder), "夏侯不详", holder.birth, "别处", on: "2025-08-02"),
      ])

    #expect(rows.map(\.sweepClass) == [.none, .none, .malformed, .none])
    #expect(rows.map { $0.near.first?.certificate } == [holder.number, holder.number, holder.number, nil])
    #expect(rows.allSatisfy { $0.proposal == .none || $0.proposal == .review })
    #expect(rows.allSatisfy { $0.candidates.isEmpty && $0.certificate.isEmpty })
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// Rows of the sample about holders whose name or birth date is miswritten, and whose number is another.
  private static let nearRows = [
    46: "43128120021208137244", 48: "43128119370805519143", 61: "43128119780428655314", 91: "43128119740212002474",
    356: "43120219420412734962", 423: "43128119510926531344", 456: "43128119500604723342", 464: "43120219490104115314",
    535: "43128119820224934644", 658: "43120219680323035523", 702: "43128119700112691962", 706: "43128119430514151631",
  ]

  @Test func everyNearRowOfTheSampleLeadsToItsHolderAndHardlyAStrangerToAnybody() throws {
    let desk = try Desk.withRegister()
    let sweep = try desk.importSweep(Sample.policeRows(), quarter: "2025Q3")

    var strangersShown = 0
    for row in try desk.store.withNear(desk.rows(of: sweep), of: sweep) {
      switch row.sweepClass {
      case .none:
        guard let right = Self.nearRows[row.row] else {
          strangersShown += row.near.isEmpty ? 0 : 1
          continue
        }
        #expect(row.near.first?.certificate == right, "row \(row.row)")
      case .candidate: #expect(row.candidates.contains(row.near.first?.certificate ?? ""), "row \(row.row)")
      case .malformed: #expect(!row.near.isEmpty, "row \(row.row)")
      default: break
      }
    }
    // Two in a hundred of the 341 strangers, whose rows tell no address here.
    #expect(strangersShown <= 6)
  }

  @Test func aRelativesNumberLeadsToWhomTheNameIs() throws {
    let desk = try Desk.withRegister()
    let all = try holders(desk)
    let holder = all[3]
    let relative = try #require(all.first { $0.name.prefix(1) == holder.name.prefix(1) && $0.birth != holder.birth })
    let (_, rows) = try shown(desk, [death(1, relative.identity, holder.name, holder.birth, holder.address)])

    #expect(rows[0].sweepClass == .nameMismatch && rows[0].certificate == relative.number)
    let found = try #require(rows[0].near.first)
    #expect(found.certificate == holder.number)
    #expect(found.reasons.contains { $0.finding == .ofAnother })
  }

  @Test func whatLeavesNearMatchesOutClassesTheSame() throws {
    let desk = try Desk.withRegister()
    let holder = try holders(desk)[5]
    let quarter = try #require(Quarter("2025Q3"))
    let row = death(1, other(holder), holder.name + "鑫", holder.birth, holder.address)
    let bare = try desk.store.importSweep(
      ReceivedFile(name: "bare.csv", bytes: [1]), quarter: quarter, by: Desk.session("chen"), findsNear: false
    ) { take in
      try take(row)
      return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
    }
    let (sweep, rows) = try shown(desk, [row])

    #expect(rows[0].near.count == 1 && rows[0].seenIn == bare.number)
    #expect(try desk.store.withNear(desk.rows(of: bare), of: bare)[0].near.isEmpty)
    #expect(try desk.rows(of: bare) == desk.rows(of: sweep))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whoWasToldApartStandsLastAndIsSaid() throws {
    let desk = try Desk.withRegister()
    let holder = try holders(desk)[7]
    let person = (other(holder), holder.name, holder.birth)
    let (first, rows) = try shown(desk, [death(1, person.0, person.1, person.2, holder.address)])
    #expect(rows[0].sweepClass == .candidate && rows[0].near.first?.isToldApart == false)
    try desk.decide(first, [1...1], .reject, reason: "同名同生，非同一人")

    let (_, again) = try shown(
      desk, [death(1, person.0, " " + person.1, person.2, holder.address, on: "2025-08-02")], file: "b.csv")

    #expect(again[0].candidates == rows[0].candidates && again[0].sweepClass == .candidate)
    let found = try #require(again[0].near.first)
    #expect(found.isToldApart && found.weight < NearComparison.leastWeight)
    #expect(found.words.chinese.hasSuffix("2025Q3 已判定非同一人"))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aDecisionOfAnAbandonedSweepIsNotRemembered() throws {
    let desk = try Desk.withRegister()
    let holder = try holders(desk)[7]
    let (first, _) = try shown(desk, [death(1, other(holder), holder.name, holder.birth)])
    try desk.decide(first, [1...1], .reject, reason: "已核实")
    _ = try desk.store.record(.abandon, ["reason": "文件有误"], onSweep: first.id, by: Desk.session("sun"))

    let (_, again) = try shown(
      desk, [death(1, other(holder), holder.name, holder.birth, on: "2025-08-02")], file: "b.csv")

    #expect(again[0].near.first?.isToldApart == false)
    #expect(again[0].seenIn == nil)
  }

  @Test func aRowThatAnEarlierSweepHadNamesTheNewestThatHadIt() throws {
    let desk = try Desk.withRegister()
    let all = try holders(desk)
    let rows = all.prefix(3).enumerated().map { death($0 + 1, $1.identity, $1.name, $1.birth) }
    let (_, none) = try shown(desk, [rows[0], rows[1]])
    let (second, some) = try shown(desk, [rows[1], rows[2]].enumerated().map { renumbered($1, $0 + 1) }, file: "b.csv")
    let (_, most) = try shown(
      desk, rows + [death(4, all[0].identity, all[0].name, all[0].birth, on: "2025-08-09")], file: "c.csv")

    #expect(none.map(\.seenIn) == [nil, nil])
    #expect(some.map(\.seenIn) == ["431281-2025Q3-1", nil])
    #expect(most.map(\.seenIn) == ["431281-2025Q3-1", second.number, second.number, nil])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  private func renumbered(_ row: PoliceRow, _ number: Int) -> PoliceRow {
    PoliceRow(
      row: number, identity: row.identity, name: row.name, birth: row.birth, kind: row.kind, eventDate: row.eventDate,
      address: row.address)
  }

  @Test(arguments: [
    "UPDATE sweep_near SET certificate = certificate || '0'", "UPDATE sweep_near SET reasons = ''",
    "UPDATE sweep_near SET rank = rank + 1", "DELETE FROM sweep_near",
    "INSERT INTO sweep_near VALUES (1, 99, 1, 'x', '')",
    "INSERT INTO sweep_seen VALUES (1, 99, 1)", "DELETE FROM sweep_seen", "UPDATE sweep_seen SET earlier = 9",
    "UPDATE sweep_marks SET marks = X'0000000000000000'", "INSERT INTO sweep_near VALUES (77, 1, 1, 'x', '')",
    "INSERT INTO sweep_marks VALUES (77, X'00')",
  ]) func aChangedNearRowIsFound(_ change: String) throws {
    let desk = try Desk.withRegister()
    let holder = try holders(desk)[5]
    let row = death(1, other(holder), holder.name, holder.birth, holder.address)
    _ = try shown(desk, [row])
    _ = try shown(desk, [row], file: "b.csv")
    #expect(try desk.store.verify().firstProblem == nil)

    try desk.store.database.write { try $0.execute(sql: change) }

    #expect(try desk.store.verify().firstProblem != nil)
  }
}
