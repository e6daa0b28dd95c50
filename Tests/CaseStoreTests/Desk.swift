import Casework
import DeskFixtures
import Foundation
import GRDB

@testable import CaseStore

/// A folder of its own for one test, gone when the test is.
final class TestFolder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "certdesk-test-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("a test needs a folder: \(error)")
    }
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
  }

  func file(_ name: String) -> String { path + "/" + name }
}

/// A rehearsal office with somebody in every post, as each test finds it in the morning.
struct Desk {
  let folder = TestFolder()
  private(set) var store: CaseStore
  var day: Day { store.today }

  static let password = "desk-password"
  static let people: [StaffMember] = [
    StaffMember(id: "admin", name: "管理员", roles: [.administrator]),
    StaffMember(id: "chen", name: "陈静", roles: [.clerk, .liaison]),
    StaffMember(id: "bai", name: "白云", roles: [.clerk, .supervisor]),
    StaffMember(id: "sun", name: "孙敏", roles: [.supervisor]),
    StaffMember(id: "li", name: "李明", roles: [.assessor]),
    StaffMember(id: "wang", name: "王强", roles: [.assessor]),
    StaffMember(id: "zhao", name: "赵刚", roles: [.chair]),
    StaffMember(id: "dang", name: "党红", roles: [.archivist]),
    StaffMember(id: "qin", name: "亲人", roles: [.clerk, .supervisor, .assessor], recusals: [Desk.adult]),
  ]
  static let adult = MadeUp.identity(born: "1985-03-12", sequence: 21)
  static let minor = MadeUp.identity(born: "2015-03-12", sequence: 22)
  static let hospital = Institution(code: "RM", name: "人民医院", categories: DisabilityCategory.allCases)
  static let other = Institution(code: "ZY", name: "中医院", categories: [.limb])

  /// The founded office as bytes; hashing nine passwords for each test would take longer than the tests.
  private static let template: Result<Data, any Error> = Result {
    let folder = TestFolder()
    let path = folder.file("office.sqlite")
    let (store, admin) = try CaseStore.found(
      Office(county: "431281", name: "洪江市残联", isRehearsal: true), administrator: people[0], password: password,
      at: path, clock: clock("2026-03-02"))
    for member in people.dropFirst() { try store.add(member, password: password, by: admin) }
    // Everybody has changed the password that the administrator gave.
    for member in people.dropFirst() { try store.setPassword(password, of: member.id, by: session(member.id)) }
    for institution in [hospital, other] { try store.keep(institution, by: admin) }
    try store.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  init(_ day: String = "2026-03-02") throws {
    let path = folder.file("office.sqlite")
    let made = FileManager.default.createFile(
      atPath: path, contents: try Self.template.get(), attributes: [.posixPermissions: 0o600])
    precondition(made, "a test needs a store")
    store = try CaseStore.open(at: path, clock: Self.clock(day))
  }

  static func clock(_ day: String) -> CaseStore.Clock {
    CaseStore.Clock(now: { Instant(milliseconds: 1_772_400_000_000) }, rehearsalDay: MadeUp.day(day))
  }

  /// The next morning that matters.
  mutating func go(to day: Day) { store = store.with(Self.clock(day.iso)) }

  mutating func go(to day: String) { go(to: MadeUp.day(day)) }

  /// Somebody who has just given the own password.
  static func session(_ id: String) -> Session {
    guard let member = people.first(where: { $0.id == id }) else { preconditionFailure("nobody is called \(id)") }
    return Session(staff: member, secretGiven: true)
  }
}

extension Desk {
  @discardableResult
  func act(
    _ move: Application.Move, _ fields: Entries = [:], on id: Int64, by staff: String = "chen", second: String? = nil
  ) throws -> Application {
    try store.record(move, fields, on: id, by: Self.session(staff), second: second.map(Self.session))
  }

  /// A case of `new`, submitted with all its papers and accepted by `chen`.
  func accepted(_ identity: String = adult, name: String = "张秀兰") throws -> Int64 {
    let id = try submitted(identity, name: name)
    try act(.accept, on: id)
    return id
  }

  func submitted(_ identity: String = adult, name: String = "张秀兰") throws -> Int64 {
    let opened = try store.openCase(.new, Self.fields(identity, name: name), by: Self.session("chen"))
    try act(.submit, ["materials": "ID,HK,PH×3,AF,GID,GP"], on: opened.id)
    return opened.id
  }

  static func fields(_ identity: String, name: String = "张秀兰") -> Entries {
    [
      "identity": identity, "name": name, "address": "洪江市岩垅乡", "category": "4", "phone": "13800001234",
      "guardian.identity": MadeUp.identity(born: "1980-01-01", sequence: 23), "guardian.name": "张父",
      "guardian.relation": "父亲",
    ]
  }

  func assessedByHospital(_ id: Int64, grade: String = "3") throws {
    try act(.chooseHospital, ["institution": "RM"], on: id)
    try act(
      .recordResult,
      [
        "form": "118", "institution": "RM", "doctors": "周医生", "date": day.iso, "category": "4", "grade": grade,
        "sealed": "yes",
      ], on: id)
  }

  func assessedByPanel(_ id: Int64, grade: String = "3") throws {
    try act(.chooseDirect, Self.panel, on: id)
    for seat in ["li", "wang", "zhao"] { try sign(id, by: seat, grade: grade) }
    try act(.panelDone, on: id)
  }

  static let panel: Entries = ["members": "li,wang,zhao", "feature": "左小腿缺失", "evaluation": "可借助拐杖行走"]

  func sign(_ id: Int64, by seat: String, grade: String = "3") throws {
    try act(.panelSign, ["category": "4", "grade": grade, "opinion": "同意"], on: id, by: seat)
  }

  mutating func posted(_ id: Int64) throws {
    let posted = try act(.postNotice, ["place": "岩垅村"], on: id)
    guard let last = posted.noticeLastDay else { preconditionFailure("a notice has a last day") }
    go(to: last.adding(days: 1))
    try act(.noticeEnd, ["evidence": "照片 3 张"], on: id)
  }

  static let ticks: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]

  mutating func approved(_ identity: String = adult, name: String = "张秀兰") throws -> Int64 {
    let id = try accepted(identity, name: name)
    try assessedByHospital(id)
    if identity == Self.minor { try act(.skipNotice, on: id) } else { try posted(id) }
    try act(.approve, Self.ticks, on: id, by: "sun")
    return id
  }

  func handedOver(_ id: Int64, serial: String) throws {
    try act(.print, ["serial": serial], on: id)
    try act(.seal, ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"], on: id)
    try act(.collect, ["collector": "本人", "identity": store.application(id)[.identity]], on: id)
  }

  /// Every row of every table, as one text.
  func everything() throws -> String { try store.everything() }
}

extension CaseStore {
  func everything() throws -> String {
    try database.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      return try tables.map { table in
        "\(table)\n"
          + (try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.debugDescription).joined(separator: "\n"))
      }.joined(separator: "\n\n")
    }
  }
}

/// The code of the refusal that an act meets, or "" where nothing stands against it.
func refusalCode(_ body: () throws -> Void) throws -> String {
  do {
    try body()
    return ""
  } catch let refusal as Refusal {
    return refusal.code
  }
}

/// The whole refusal that an act met, or `nil`.
func refusal(_ body: () throws -> Void) throws -> Refusal? {
  do {
    try body()
    return nil
  } catch let refusal as Refusal {
    return refusal
  }
}

/// The code of the problem that keeps a store from being used.
func problemCode(_ body: () throws -> Void) throws -> String {
  do {
    try body()
    return ""
  } catch let problem as StoreProblem {
    return problem.code
  }
}
