public import Casework
import GRDB

extension CaseStore {
  /// Opens a case: a draft, which may still be empty.
  ///
  /// Throws `Refusal`.
  public func openCase(_ service: ServiceKind, _ fields: Entries = [:], by session: Session) throws -> Application {
    try CaseField.check(fields)
    return try write { db in
      let staff = try current(session, in: db)
      let id = try Application.nextID(in: db)
      var data = try prepared(fields, in: db)
      data["service"] = service.rawValue
      data["number"] = try nextCaseNumber(in: db)
      data["opened_by"] = staff.id
      if let identity = data["identity"], !identity.isEmpty, staff.recusals.contains(identity) { throw Refusal.ownCase }
      let event = Event<Application>(
        move: .open, to: .draft, staff: staff.id, at: now, day: today, data: data)
      return try begin(event, id: id, by: staff, db: db)
    }
  }

  /// Fires one move on a case.
  ///
  /// Throws `Refusal`; then nothing has changed.
  ///
  /// - Parameter sequence: how many events the case had when it was shown; another number means somebody else acted.
  @discardableResult
  public func record(
    _ move: Application.Move, _ fields: Entries = [:], on id: Int64, expecting sequence: Int? = nil,
    by session: Session, second: Session? = nil
  ) throws -> Application {
    try write { db in
      let application = try application(id, in: db)
      let fields = move == .edit ? try prepared(fields, in: db) : fields
      let act = Act<Application>(move, fields)
      let circumstances = try circumstances(
        of: session, second: second, facts: try facts(for: act, on: application, in: db), in: db)
      var more: Entries = [:]
      if move == .panelSign {
        let told = application.consequences(of: act, to: application.state, in: circumstances)
        more["sha256"] = Digest.sha256Hex(told.text("text"))
      }
      let changed = try record(
        act, on: application, expecting: sequence, in: circumstances, db: db, adding: more)
      try carryOver(move, from: changed, in: circumstances, db: db)
      return changed
    }
  }

  /// Every move open to a case as it stands, with what stands against it for this person.
  public func offers(on application: Application, for session: Session) throws -> [Offer<Application>] {
    try read { db in
      let circumstances = try circumstances(
        of: session, facts: try facts(for: Act(.edit), on: application, in: db), in: db)
      return application.openTransitions(in: circumstances).map {
        Offer(transition: $0, refusal: application.refusal(of: $0, in: circumstances))
      }
    }
  }

  func application(_ id: Int64, in db: Database) throws -> Application {
    guard let found = try Application.find(id, in: db) else { throw Refusal.noSuchCase(String(id)) }
    return found
  }

  /// Who acts now, as the store knows that person at this moment.
  func current(_ session: Session, in db: Database) throws -> StaffMember {
    guard let staff = try Self.staffMember(session.staff.id, in: db), staff.isActive else { throw Refusal.notActive }
    return staff
  }

  func circumstances<Facts: Sendable>(
    of session: Session, second: Session? = nil, facts: Facts, in db: Database
  ) throws -> Circumstances<Facts> {
    // Standing for an act as the second person takes the password as much as making it does (SOD-7).
    if let second, !second.secretGiven { throw Refusal.secondSecret }
    return Circumstances(
      staff: try current(session, in: db), second: try second.map { try current($0, in: db) }, at: now, today: today,
      policy: try Self.policy(in: db), calendar: try Self.calendar(in: db), secretGiven: session.secretGiven,
      facts: facts)
  }

  private func nextCaseNumber(in db: Database) throws -> String {
    let county = try MasterRecord.find(.office, "office", in: db)?.entries.text("county") ?? ""
    let prefix = "\(county)-\(today.year)-"
    let last = try String.fetchOne(
      try db.cachedStatement(sql: "SELECT max(number) FROM application WHERE number >= ? AND number < ?"),
      arguments: [prefix, prefix + "~"])
    let serial = last.flatMap { Int($0.dropFirst(prefix.count)) }.map { $0 + 1 } ?? 1
    let digits = String(serial)
    return prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// Cleans identity numbers and fills in what follows from them and from a certificate named.
  private func prepared(_ fields: Entries, in db: Database) throws -> Entries {
    var fields = fields
    for (code, text) in fields.pairs { fields[code] = CaseField(rawValue: code)?.kept(text, today: today) ?? text }
    if let number = IdentityCheck.check(fields.text("identity"), today: today).number {
      if fields.text("birth").isEmpty { fields["birth"] = number.birth.iso }
      if fields.text("sex").isEmpty { fields["sex"] = number.sex.rawValue }
    }
    let certificate = fields.text("certificate")
    if !certificate.isEmpty, let found = try Self.certificates(numbered: certificate, in: db).last {
      fields["identity"] = found.identity
      fields["name"] = found.name
      if fields.text("phone").isEmpty { fields["phone"] = found[.phone] }
      fields["birth"] = found[.birth]
    }
    return fields
  }
}

/// A row of the table as it stands for one person now.
public struct Offer<S: Subject>: Sendable {
  public let transition: Transition<S>
  /// What stands against it, or `nil`.
  public let refusal: Refusal?
}

extension CaseField {
  /// Refuses fields that a case does not have and values that cannot be read.
  static func check(_ fields: Entries) throws(Refusal) {
    try Input.check(fields, against: allCases.map(\.input))
  }
}

extension Refusal {
  static let ownCase = Refusal(
    "not_own_case", Phrase("这是本人或亲属的业务，须回避", "This is your own or a relative's case"),
    remedy: Phrase("请由他人办理", "Somebody else must act"))

  static let secondSecret = Refusal(
    "own_secret", Phrase("第二人须当场输入密码", "The second person gives the own secret, now"))

  static func noSuchCase(_ number: String) -> Refusal {
    Refusal(
      "no_such_case", Phrase("没有业务 \(number)", "There is no case \(number)"),
      remedy: Phrase("用 case list 查看", "See case list"))
  }
}
