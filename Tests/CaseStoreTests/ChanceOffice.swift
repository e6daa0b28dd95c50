import Casework
import DeskFixtures
import GRDB

@testable import CaseStore

/// An office in which chance decides who does what, and when: mostly what comes next, sometimes what nobody may do.
struct ChanceOffice {
  private(set) var desk: Desk
  var chance: Chance
  private(set) var refusals: [String: Int] = [:]
  private(set) var made: [String: Int] = [:]
  private var serials = 0
  private var sweeps = 0
  /// Everybody who may come to the counter; correcting the data may give one another number.
  let people: [Person] = [
    Person(identity: Desk.adult, name: "张秀兰"), Person(identity: Desk.minor, name: "杨小小"),
    Person(identity: MadeUp.identity(born: "1960-05-05", sequence: 31), name: "李四"),
  ]

  /// The numbers that a correction may give somebody.
  static let otherNumbers = (0..<2).map { MadeUp.identity(born: "1961-06-06", sequence: 101 + $0) }

  struct Person {
    var identity: String
    var name: String
  }

  init(seed: UInt64) throws {
    desk = try Desk("2024-01-02")
    chance = Chance(seed: seed)
    // Nothing here outlives the test; waiting for the disk at every act would.
    try desk.store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
  }

  /// One act by somebody; what it was, and the code of the refusal it met, or "".
  mutating func act() throws -> (what: String, refusal: String) {
    passTime()
    let (what, act) = try choose()
    let refusal = try refusalCode(act)
    if refusal.isEmpty { made[what, default: 0] += 1 } else { refusals[refusal, default: 0] += 1 }
    return (what, refusal)
  }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &chance) }

  mutating func one<Thing>(of things: [Thing]) -> Thing {
    guard let thing = things.randomElement(using: &chance) else { preconditionFailure("there is something to choose") }
    return thing
  }

  private mutating func passTime() {
    switch roll(200) {
    case 0: desk.go(to: desk.day.adding(months: 4 + roll(14)))
    case 1..<25: desk.go(to: desk.day.adding(days: 1 + roll(15)))
    default: break
    }
  }

  private mutating func choose() throws -> (String, () throws -> Void) {
    let store = desk.store
    switch roll(100) {
    case 0..<2:
      let file = try policeFile()
      return ("sweep", file)
    case 2..<7:
      let held = try store.database.read { try CaseStore.certificates(where: "1", [], in: $0) }
      guard !held.isEmpty else { return try opening() }
      let move = one(of: Array(Certificate.Move.allCases))
      let (number, fields) = (one(of: held).number, certificateFields(of: move))
      let (by, second) = (one(of: Desk.people).id, one(of: [nil, "sun", "bai", "chen"]))
      return (
        move.rawValue,
        {
          _ = try store.record(
            move, fields, onCertificate: number, by: Desk.session(by), second: second.map(Desk.session))
        }
      )
    default:
      let open = try openCases()
      return open.count < 4 || (open.count < 12 && roll(8) == 0)
        ? try opening() : try step(of: store.application(one(of: open)))
    }
  }

  private func openCases() throws -> [Int64] {
    try desk.store.database.read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM application WHERE state NOT IN ('archived', 'withdrawn', 'lapsed', 'not_accepted') ORDER BY id
          """)
    }
  }

  /// A case that fits the person more often than not.
  private mutating func opening() throws -> (String, () throws -> Void) {
    let store = desk.store
    var person = one(of: people)
    if roll(6) == 0 { person.identity = one(of: Self.otherNumbers) }
    let held = try store.certificates(of: person.identity).last { $0.state != .spoiled && $0.state != .replaced }
    let state = held?.state(on: desk.day) ?? .spoiled
    let fitting = ServiceKind.allCases.filter {
      $0.isOnCertificate ? $0.certificateStates.contains(state) : !state.isActive
    }
    let service = one(of: roll(6) == 0 || fitting.isEmpty ? ServiceKind.allCases : fitting)
    let fields = try openingFields(of: service, for: person)
    let staff = one(of: ["chen", "chen", "bai", "qin", "sun", "dang"])
    return ("open \(service.rawValue)", { _ = try store.openCase(service, fields, by: Desk.session(staff)) })
  }

  /// What does not lead a case on.
  private static let rare = Set(
    Application.Move.allCases.filter {
      !$0.leadsOn && ![.chooseDirect, .objectionUnfounded, .objectionFounded].contains($0) || $0 == .forward
    })

  /// A row of the table and somebody for it: what comes next for a case, or now and then anything at all.
  private mutating func row(for application: Application) throws -> (Transition<Application>, StaffMember.ID) {
    if roll(8) == 0 { return (one(of: Application.transitions), one(of: Desk.people).id) }
    let rows = Application.transitions.filter { $0.from.contains(application.state) }
    // What lies too long is given up, so that something else can begin.
    if application.since.adding(days: 40) < desk.day, roll(3) == 0,
      let row = rows.first(where: { $0.move == .withdraw })
    {
      return (row, "chen")
    }
    let usual = rows.filter { !Self.rare.contains($0.move) }
    let row = one(of: usual.isEmpty || roll(12) == 0 ? rows : usual)
    let staff = one(of: Desk.people.filter { $0.holds(row.roles) && $0.id != "qin" || roll(9) == 0 }).id
    if roll(4) == 0 { return (row, staff) }
    let open = try desk.store.offers(on: application, for: Desk.session(staff))
      .filter { $0.refusals.isEmpty && (!Self.rare.contains($0.transition.move) || roll(9) == 0) }
    return open.isEmpty ? (row, staff) : (one(of: open).transition, staff)
  }

  private mutating func step(of application: Application) throws -> (String, () throws -> Void) {
    let store = desk.store
    let (row, staff) = try row(for: application)
    let fields = self.fields(of: row.move, on: application)
    let second: String? =
      [.rejectIntake, .terminate].contains(row.move) || roll(20) == 0 ? one(of: ["sun", "bai", "chen"]) : nil
    let given = roll(40) > 0
    return (
      "\(application.service.rawValue) \(row.move.rawValue)",
      {
        let member = Desk.session(staff)
        _ = try store.record(
          row.move, fields, on: application.id, by: Session(staff: member.staff, secretGiven: given),
          second: second.map(Desk.session))
      }
    )
  }

  mutating func nextSerial() -> String {
    if roll(30) > 0 { serials += 1 }
    return "Z\(serials)"
  }

  /// A quarterly file from its import to its decisions, by whoever.
  private mutating func policeFile() throws -> () throws -> Void {
    sweeps += 1
    let (desk, day) = (desk, desk.day)
    let kind = one(of: ["死亡注销", "迁出", "死亡注销"])
    let person = one(of: people)
    let event = day.adding(days: -roll(90))
    let rows = [
      PoliceRow(row: 1, identity: person.identity, name: person.name, kind: kind, eventDate: .day(event))
    ]
    let (file, decision) = ("police-\(sweeps).csv", one(of: [SweepDecision.accept, .accept, .reject]))
    let approver = one(of: ["sun", "bai", "chen", "zhao"])
    return {
      let sweep = try desk.importSweep(rows, file: file, quarter: "\(day.year - 1)Q4")
      try desk.decide(sweep, [1...1], decision, reason: "已核实", date: decision == .accept ? event : nil)
      _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))
      _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session(approver))
      _ = try desk.store.apply(sweep: sweep.id, by: Desk.session("bai"))
    }
  }
}
