public import Casework
import GRDB

extension CaseStore {
  /// Opens a case: a draft, which may still be empty.
  ///
  /// Throws `Refusal`.
  ///
  /// - Parameter files: what lies at the places that fields name (`photo`).
  public func openCase(
    _ service: ServiceKind, _ fields: Entries = [:], files: [String: ReceivedFile] = [:], by session: Session
  ) throws -> Application {
    try Input.checkCodes(of: fields, against: service.inputs)
    return try write { db in
      let staff = try current(session, in: db)
      var data = try prepared(fields, of: service, in: db)
      try attach(files, named: fields, to: &data, in: db)
      return try open(service, data, by: staff, in: db)
    }
  }

  /// Begins a case with the fields as they are to be kept; nothing is written where it is refused.
  func open(_ service: ServiceKind, _ fields: Entries, by staff: StaffMember, in db: Database) throws -> Application {
    var data = fields
    if !staff.recusals.isEmpty {
      let asked = Application(
        id: 0, number: "-", service: service, state: .draft, sequence: 0, since: today, entries: data)
      if staff.isRecused(from: asked.people(about: try certificate(of: asked, in: db))) { throw Refusal.ownCase }
    }
    if service == .reissue { try requireNoOtherReissue(of: data.text("certificate"), in: db) }
    data["service"] = service.rawValue
    data["number"] = try nextCaseNumber(in: db)
    data["opened_by"] = staff.id
    let event = Event<Application>(move: .open, to: .draft, staff: staff.id, at: now, day: today, data: data)
    return try begin(event, id: try Application.nextID(in: db), by: staff, db: db)
  }

  /// Fires one move on a case.
  ///
  /// Throws `Refusal`; then nothing has changed.
  ///
  /// - Parameter sequence: how many events the case had when it was shown; another number means somebody else acted.
  /// - Parameter files: what lies at the places that fields name (`photo`, `scan`), and for a decision what lies now
  ///   where the scans of the case were read (`Application.scanPlaces`).
  @discardableResult
  public func record(
    _ move: Application.Move, _ fields: Entries = [:], files: [String: ReceivedFile] = [:], on id: Int64,
    expecting sequence: Int? = nil, by session: Session, second: Session? = nil
  ) throws -> Application {
    try write {
      try record(
        move, fields, files: files, on: application(id, in: $0), expecting: sequence, by: session, second: second,
        in: $0)
    }
  }

  /// The same for a case that was just read, within a transaction that does more.
  @discardableResult
  func record(
    _ move: Application.Move, _ fields: Entries, files: [String: ReceivedFile] = [:], on application: Application,
    expecting sequence: Int? = nil, by session: Session, second: Session? = nil, in db: Database
  ) throws -> Application {
    var derived = Entries()
    var fields = fields
    if move == .edit {
      let prepared = try prepared(fields, of: application.service, onto: application.entries, in: db)
      for code in Self.derivedCodes where prepared[code].map({ $0 != application.entries.text(code) }) ?? false {
        derived[code] = prepared[code]
      }
      fields = prepared.without(Self.derivedCodes)
      if application.service == .reissue, let number = fields["certificate"], number != application[.certificate] {
        try requireNoOtherReissue(of: number, besides: application.id, in: db)
      }
    }
    // A blank is one blank however its serial is written.
    if move == .print { fields["serial"] = fields["serial"].map { Cleaning.number($0).text.uppercased() } }
    let act = Act<Application>(move, fields)
    var facts = try facts(for: act, on: application, files: files, in: db)
    if move == .accept {
      facts.around = try surroundings(of: application, reported: facts.reportedDeaths, in: db)
    }
    let circumstances = try circumstances(of: session, second: second, on: application, facts: facts, in: db)
    var more = derived
    try attach(files, named: fields, to: &more, in: db)
    if move == .panelSign {
      let told = application.consequences(of: act, to: application.state, in: circumstances)
      more["sha256"] = Digest.sha256Hex(told.text("text"))
      try forgetWrongSecrets(of: session.staff.id, inSeatOf: application, db: db)
    }
    let changed = try record(
      act, on: application, expecting: try expected(sequence, move, on: application, by: session, in: db),
      in: circumstances, db: db, adding: more)
    try carryOver(move, from: changed, in: circumstances, db: db)
    return changed
  }

  /// What a case must have come to so that a move fits what was shown: seats sign independently of one another, so another
  /// member's signature given meanwhile is no change of what one's own says (features: 14, 16).
  private func expected(
    _ sequence: Int?, _ move: Application.Move, on application: Application, by session: Session, in db: Database
  ) throws -> Int? {
    guard let sequence, sequence < application.sequence, move == .panelSign else { return sequence }
    let since = try EventLog.events(of: Application.kind, application.id, in: db).filter { $0.subjectSeq > sequence }
    let areOfOthers = since.allSatisfy {
      $0.move == Application.Move.panelSign.rawValue && $0.actor != session.staff.id
    }
    return areOfOthers ? application.sequence : sequence
  }

  /// Every move open to a case as it stands, with what stands against it for this person.
  ///
  /// - Parameter changedScans: the papers whose scans read otherwise now, as far as somebody has looked.
  public func offers(
    on application: Application, for session: Session, changedScans: [MaterialCode] = []
  ) throws -> [Offer<Application>] {
    try read { db in
      var facts = try facts(for: Act(.edit), on: application, in: db)
      facts.changedScans = changedScans
      let circumstances = try circumstances(of: session, on: application, facts: facts, in: db)
      let offers = application.openTransitions(in: circumstances).map {
        Offer(
          transition: $0, refusals: application.refusals(of: $0, in: circumstances),
          lifting: application.lifting(of: $0, in: circumstances))
      }
      return try naming(others: offers, application, circumstances, in: db)
    }
  }

  /// The same with whoever could make each move that the person asking may not make, being who that is (features: 57).
  private func naming(
    others offers: [Offer<Application>], _ application: Application, _ circumstances: Circumstances<ApplicationFacts>,
    in db: Database
  ) throws -> [Offer<Application>] {
    guard offers.contains(where: { $0.isForAnother }) else { return offers }
    let others = try everyoneStanding(in: db).filter { $0.isActive && $0.id != circumstances.staff.id }
    return offers.map { offer in
      guard offer.isForAnother else { return offer }
      let judged = others.map { ($0, application.refusals(of: offer.transition, in: circumstances.by($0))) }
      return Offer(
        transition: offer.transition, refusals: offer.refusals, lifting: offer.lifting,
        able: judged.filter(\.1.isEmpty).map(\.0), inPost: judged.filter { !$0.1.arePersonal }.map(\.0))
    }
  }

  func application(_ id: Int64, in db: Database) throws -> Application {
    guard let found = try Application.find(id, in: db) else { throw Refusal.noSuchCase(String(id)) }
    return found
  }

  /// Who acts now, as the store knows that person at this moment.
  func current(_ session: Session, in db: Database) throws -> StaffMember {
    guard let staff = try standing(session.staff.id, in: db), staff.isActive else { throw Refusal.notActive }
    return staff
  }

  /// Who acts, when and under which settings: for a case those that it began with, where it keeps them.
  func circumstances<Facts: Sendable>(
    of session: Session, second: Session? = nil, on application: Application? = nil, facts: Facts, in db: Database
  ) throws -> Circumstances<Facts> {
    // Standing for an act as the second person takes the own secret as much as making it does (SOD-7).
    if let second, try !secretGiven(second, in: db) { throw Refusal.secondSecret(try current(second, in: db)) }
    return Circumstances(
      staff: try current(session, in: db), second: try second.map { try current($0, in: db) }, at: now, today: today,
      policy: try application.map { try policy(of: $0, in: db) } ?? policy(on: today, in: db),
      calendar: try Self.calendar(in: db), secretGiven: try secretGiven(session, in: db),
      terminal: clock.terminal, secretGiver: session.byPIN ? nil : try passwordGiver(of: session.staff.id, in: db),
      facts: facts)
  }

  private func nextCaseNumber(in db: Database) throws -> String {
    let county = try Self.county(in: db)
    let prefix = "\(county)-\(today.year)-"
    let last = try String.fetchOne(
      try db.cachedStatement(sql: "SELECT max(number) FROM application WHERE number >= ? AND number < ?"),
      arguments: [prefix, prefix + "~"])
    let serial = last.flatMap { Int($0.dropFirst(prefix.count)) }.map { $0 + 1 } ?? 1
    let digits = String(serial)
    return prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

/// A row of the table as it stands for one person now.
public struct Offer<S: Subject>: Sendable {
  public let transition: Transition<S>
  /// Everything that stands against it; none where it is possible.
  public let refusals: [Refusal]
  /// What stands against it unless two people decide otherwise, with a ground (SOD-7).
  public let lifting: Refusal?

  /// Who could make it, against whom nothing stands; told where somebody's post or own part in the case is in the way.
  public let able: [StaffMember]
  /// Whose post and part in the case allow it, whatever else the case still lacks; told where the above is.
  public let inPost: [StaffMember]

  init(
    transition: Transition<S>, refusals: [Refusal], lifting: Refusal? = nil, able: [StaffMember] = [],
    inPost: [StaffMember] = []
  ) {
    self.transition = transition
    self.refusals = refusals
    self.lifting = lifting
    self.able = able
    self.inPost = inPost
  }

  /// What stands against it first, or `nil`.
  public var refusal: Refusal? { refusals.first }

  /// `孙敏、周伟、王强和另外 2 人`; `nil` where nobody is known who could.
  public var ableNames: Phrase? { Self.names(of: able) }

  /// The same of those whom nothing but the case itself hinders.
  public var inPostNames: Phrase? { Self.names(of: inPost) }

  private static func names(of members: [StaffMember]) -> Phrase? {
    guard !members.isEmpty else { return nil }
    let (named, more) = (members.prefix(3).map(\.name), members.count - 3)
    return .listed(named) + (more > 0 ? Phrase("和另外 \(more) 人", " and \(more) more") : Phrase("", ""))
  }
}

extension Offer<Application> {
  /// Whether nothing stands against it but a second person, who is asked for with the move itself.
  public var isPossible: Bool {
    refusals.allSatisfy { $0.code == Application.Requirement.secondPerson.rawValue }
  }

  /// Whether it is the person who stands in the way of it, so that another may do it.
  fileprivate var isForAnother: Bool { refusals.arePersonal }
}

extension [Refusal] {
  /// Whether the person, by post or own part in the case, is among what stands in the way.
  fileprivate var arePersonal: Bool {
    let personal: [Application.Requirement] = [
      .notOwnCase, .notAcceptor, .notAssessor, .inThePanel, .notTheFreezer, .notTheCanceller,
    ]
    return contains { refusal in
      refusal.isNotYourRole || refusal == .notActive || personal.contains { $0.rawValue == refusal.code }
    }
  }
}

extension Refusal {
  static let ownCase = Refusal(
    "not_own_case", Phrase("这是本人或亲属的业务，须回避", "This is your own or a relative's case"),
    remedy: Phrase("请由他人办理", "Somebody else must act"))

  static func noSuchCase(_ number: String) -> Refusal {
    Refusal(
      "no_such_case", Phrase("没有业务 \(number)", "There is no case \(number)"),
      remedy: Phrase("用 case list 查看", "See case list"))
  }
}
