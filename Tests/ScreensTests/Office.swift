import CaseStore
import Casework
import Foundation
import Synchronization

@testable import CaseStore
@testable import Screens

/// A small office with somebody in every post, made once and copied for each test.
final class TestOffice: Sendable {
  let store: CaseStore
  let time: TestTime
  private let folder: URL

  static let password = "practice-1"

  init(isRehearsal: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    time = TestTime()
    let file = folder.appending(path: "office.sqlite").path
    try Template.bytes(isRehearsal: isRehearsal).write(to: URL(filePath: file))
    store = try CaseStore.open(at: file, clock: time.clock)
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
  }

  /// A place for a file that is gone when the test is.
  func file(_ name: String) -> String { folder.appending(path: name).path }

  /// Somebody who has signed in; `now` tells that the password was given for the act at hand.
  func session(_ id: StaffMember.ID, now: Bool = false) throws -> Session {
    guard let member = try store.staff().first(where: { $0.id == id }) else { throw Refusal.noSuchStaff(id) }
    return Session(staff: member, secretGiven: now)
  }

  /// Time that only the test moves.
  final class TestTime: Sendable {
    private let milliseconds = Mutex<Int64>(1_789_956_000_000)  // 2026-09-21 10:00 in China
    var clock: CaseStore.Clock {
      CaseStore.Clock(now: { Instant(milliseconds: self.milliseconds.withLock { $0 }) })
    }
    func pass(seconds: Int) { pass(milliseconds: seconds * 1000) }
    func pass(milliseconds passed: Int) { milliseconds.withLock { $0 += Int64(passed) } }
    func pass(days: Int) { pass(seconds: days * 86_400) }
  }
}

/// The stores that tests copy; hashing the passwords takes its time, so it is done once.
private enum Template {
  static func bytes(isRehearsal: Bool) throws -> Data {
    try (isRehearsal ? rehearsal : live).get()
  }

  private static let rehearsal = Result { try made(isRehearsal: true) }
  private static let live = Result { try made(isRehearsal: false) }

  private static func made(isRehearsal: Bool) throws -> Data {
    let path = FileManager.default.temporaryDirectory.appending(path: "template-\(UUID().uuidString).sqlite").path
    defer { CaseStore.discard(path) }
    let admin = StaffMember(id: "admin", name: "系统员", roles: [.administrator])
    let (store, session) = try CaseStore.found(
      Office(county: "431225", name: "会同县残联办证室", isRehearsal: isRehearsal), administrator: admin,
      password: TestOffice.password, at: path, clock: TestOffice.TestTime().clock)
    for member in staff {
      if isRehearsal {
        try store.addRehearsalAccount(member, password: TestOffice.password, by: session)
      } else {
        try store.add(member, password: TestOffice.password, by: session)
      }
    }
    try store.keep(
      Institution(code: "RM", name: "县人民医院", categories: [.visual, .hearing, .limb]), by: session)
    try store.keep(Institution(code: "JS", name: "市精神病医院", categories: [.psychiatric, .intellectual]), by: session)
    try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    return try Data(contentsOf: URL(filePath: path))
  }

  private static let staff = [
    StaffMember(id: "li", name: "李敏", roles: [.clerk]),
    StaffMember(id: "wang", name: "王芳", roles: [.clerk]),
    StaffMember(id: "zhao", name: "赵医生", roles: [.assessor]),
    StaffMember(id: "qian", name: "钱医生", roles: [.assessor]),
    StaffMember(id: "sun", name: "孙理事长", roles: [.chair]),
    StaffMember(id: "zhou", name: "周主管", roles: [.supervisor]),
    StaffMember(id: "wu", name: "吴主管", roles: [.supervisor]),
    StaffMember(id: "zheng", name: "郑联络", roles: [.liaison]),
    StaffMember(id: "chen", name: "陈档案", roles: [.archivist]),
  ]
}

extension Office {
  static func keepText(_ path: String, _ text: String, noting note: () throws -> Void = {}) throws {
    try note()
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  static func keepPapers(_ order: PaperOrder, _: Session, _: Language) throws -> WrittenPapers {
    let (path, text) =
      switch order {
      case .sweep(let order): (order.path, order.parts.map(\.rawValue).joined())
      case .figures(let order): (order.path, "\(order.period.text) \(order.form.rawValue) \(order.reason)")
      }
    try keepText(path, text)
    return WrittenPapers(paths: [path], unknownGlyphs: 0)
  }

  /// Nothing lies on the disk of these tests.
  static func noFile(_ path: String) throws -> ReceivedFile {
    throw Refusal("unreadable", Phrase("不能读取 \(path)", "\(path) cannot be read"))
  }
}

extension Office {
  /// A pasted list of this form: name, number, address, category; nothing lies on the disk.
  static func applicants(_ source: ApplicantSource) throws -> ApplicantList {
    guard case .pasted(let text) = source else { throw Refusal.noFile }
    let lines = zip(1..., text.split(separator: "\n")).map { row, line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let codes = ["name", "identity", "address", "category"]
      return ApplicantLine(row: row, cells: Dictionary(uniqueKeysWithValues: zip(codes, cells)))
    }
    return ApplicantList(received: ReceivedFile(name: "", bytes: Array(text.utf8)), lines: lines)
  }
}
