public import Casework
import GRDB

/// What taking over a register did.
public struct RegisterImport: Hashable, Sendable {
  public var rows = 0
  public var imported = 0
  public var unchanged = 0
  public var updated = 0
  public var rejected: [RejectedLine] = []
  public var warnings: [String: Int] = [:]

  public struct RejectedLine: Hashable, Sendable {
    public let row: Int
    public let problem: String
  }

  public init() {}
}

extension CaseStore {
  /// Takes over an existing register: every line that has a usable number, in one transaction.
  ///
  /// A certificate the store holds already is updated where the line says something else of its person; its state is
  /// left alone, because only a move changes it.
  public func importRegister(
    _ lines: [RegisterLine], of file: ReceivedFile, by session: Session, dates: (String, Bool) -> EventDate
  ) throws -> RegisterImport {
    let roles: [Role] = [.clerk, .liaison, .administrator]
    return try write { db in
      let staff = try current(session, in: db)
      guard staff.holds(roles) else { throw Refusal.notYourRole(roles) }
      var report = RegisterImport()
      let counties = Set(try policy(on: today, in: db).countyOldCodes + [Self.county(in: db)])
      let entries = read(lines, counties: counties, dates: dates, into: &report)
      let numbers = Dictionary(grouping: entries, by: \.identity).mapValues { Set($0.map(\.number)).count }
      let empty = try !(Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM certificate)") ?? false)
      var next = try Certificate.nextID(in: db)
      var seen: Set<String> = []
      var live: [String: RegisterEntry] = [:]
      for entry in entries {
        let isNew = seen.insert(entry.number).inserted
        if !isNew { report.warnings["repeated", default: 0] += 1 }
        let entry = try marked(
          entry, live: &live, besides: empty ? [] : Self.certificates(of: entry.identity, in: db), into: &report)
        let held = empty && isNew ? nil : try Self.inForce(numbered: entry.number, in: db)
        if let held {
          try update(held, with: entry, by: staff, into: &report, db: db)
        } else {
          let others =
            empty ? 0 : try Self.certificates(of: entry.identity, in: db).filter { $0.number != entry.number }.count
          try takeOver(
            entry, as: next, holderHasAnother: (numbers[entry.identity] ?? 0) + others > 1, by: staff, db: db)
          next += 1
          report.imported += 1
        }
      }
      try logAccess(
        "register_import", by: staff.id,
        data: [
          "file": file.name, "sha256": Digest.hex(Digest.sha256(file.bytes)), "rows": String(report.rows),
          "imported": String(report.imported),
        ], in: db
      )
      return report
    }
  }

  /// A person who would hold two live certificates, or one that a bar forbids: taken over as it is written, and said.
  ///
  /// The second of two names the first, so that it is laid before people until one of them has ended.
  private func marked(
    _ entry: RegisterEntry, live: inout [String: RegisterEntry], besides held: [Certificate],
    into report: inout RegisterImport
  ) throws -> RegisterEntry {
    guard entry.state(holderHasAnother: false).isActive else { return entry }
    let others = held.filter { $0.number != entry.number && $0.state(on: today).isActive }
    let another = live[entry.identity].flatMap { $0.number == entry.number ? nil : $0 }
    let other: (number: String, name: String)? =
      others.last.map { ($0.number, $0.name) } ?? another.map { ($0.number, $0.name) }
    live[entry.identity] = entry
    let ends = held.compactMap { Day(iso: $0.entries.text("cancel.bar_ends")) }.max()
    if let ends, today < ends { report.warnings["barred", default: 0] += 1 }
    guard let other else { return entry }
    report.warnings["second_live", default: 0] += 1
    if other.name != entry.name { report.warnings["shared_number", default: 0] += 1 }
    return others.allSatisfy { $0[.secondLive].isEmpty } ? entry.naming(other.number) : entry
  }

  private func read(
    _ lines: [RegisterLine], counties: Set<String>, dates: (String, Bool) -> EventDate,
    into report: inout RegisterImport
  ) -> [RegisterEntry] {
    report.rows = lines.count
    var entries: [RegisterEntry] = []
    entries.reserveCapacity(lines.count)
    for line in lines {
      switch line.reading(today: today, counties: counties, dates: dates) {
      case .rejected(let problem): report.rejected.append(.init(row: line.row, problem: problem))
      case .entry(let entry):
        entries.append(entry)
        for warning in entry.warnings { report.warnings[warning, default: 0] += 1 }
      }
    }
    return entries
  }

  private func takeOver(
    _ entry: RegisterEntry, as id: Int64, holderHasAnother: Bool, by staff: StaffMember, db: Database
  ) throws {
    let event = Event<Certificate>(
      move: .import, to: entry.state(holderHasAnother: holderHasAnother), staff: staff.id, at: now, day: today,
      data: entry.entries)
    let certificate = try begin(event, id: id, by: staff, db: db)
    try SearchKeys.insert(for: certificate, in: db)
  }

  private func update(
    _ held: Certificate, with entry: RegisterEntry, by staff: StaffMember, into report: inout RegisterImport,
    db: Database
  ) throws {
    var changes = Entries()
    for (code, text) in entry.entries.pairs where held.entries[code] != text { changes[code] = text }
    let expected = entry.state(holderHasAnother: held.state == .replaced)
    if held.state != expected { report.warnings["state_differs", default: 0] += 1 }
    guard !changes.isEmpty else {
      report.unchanged += 1
      return
    }
    let circumstances = Circumstances(
      staff: staff, at: now, today: today, policy: Policy(), calendar: .builtIn, facts: CertificateFacts())
    let changed = try record(Act(.update, changes), on: held, in: circumstances, db: db)
    try SearchKeys.replace(for: changed, after: held, in: db)
    report.updated += 1
  }
}
