public import Casework
import GRDB

extension CaseStore {
  /// Looks up what the rules ask about a case beyond the case itself.
  func facts(
    for act: Act<Application>, on application: Application, files: [String: ReceivedFile] = [:], in db: Database
  ) throws -> ApplicationFacts {
    var facts = ApplicationFacts()
    facts.changedScans = Self.changedScans(of: application, among: files)
    facts.county = try Self.county(in: db)
    facts.certificate = try certificate(of: application, in: db)
    facts.keptCertificate = try Self.kept(beside: application, in: db)
    facts.firstIssued = try facts.certificate.flatMap { try Self.firstIssue(of: $0, in: db) }
    if [.accepted, .assigned, .panel].contains(application.state) {
      facts.assessmentDay = try allDays(in: db).first { !$0.isClosed && $0.cases.contains(application.number) }?.date
    }
    let mayHaveCard = [.approved, .printed, .ready].contains(application.state) || application.wasTerminated
    if mayHaveCard, !application.certificateNumber.isEmpty {
      facts.issued = try Self.certificates(numbered: application.certificateNumber, in: db)
        .last { $0[.application] == application.number && $0.state != .spoiled }
    }
    if application.state == .approved { facts.decidedOn = try decided(by: application, in: db) }
    let identity = application[.identity]
    if !identity.isEmpty {
      let (held, others) = try divided(
        try Self.certificates(of: identity, in: db), for: application, about: facts.certificate, in: db)
      facts.heldByOthers = others
      let live = held.filter {
        $0.state(on: today).isActive && $0[.application] != application.number && $0.id != facts.certificate?.id
      }
      facts.liveCertificates = live.map(\.number)
      let name = Cleaning.name(application.applicant).text
      facts.otherHolder = live.last { !name.isEmpty && Cleaning.name($0.name).text != name }.map {
        Masking.name($0.name)
      }
      facts.isRecordedDead = held.contains(where: \.isEndedByDeath)
      facts.earlierLosses = held.filter { $0.id != facts.certificate?.id }.compactMap(\.lostOn)
      facts.movedOut = held.filter { $0.state == .movedOut }.map(\.number)
      facts.assessedBefore = try assessed(before: application, about: facts.certificate, in: db)
      facts.barringCancellation = held.filter(\.barsNewApplication).compactMap { $0.day(of: .cancel) }.max()
      let open = try casesBeside(application, about: facts.certificate, in: db)
      facts.beside = open.compactMap(CaseBeside.init)
      facts.otherOpenCases = crossing(open.filter { $0.state != .draft }, application, facts.certificate)
      facts.cardSince = try cardSince(application, about: facts.certificate, in: db)
    }
    let institution = act.fields.text("institution")
    if !institution.isEmpty {
      facts.institution = try MasterRecord.find(.institution, institution, in: db).map(Institution.init(record:))
      let shares = ResultShare.all(of: act.fields)
      let named = Set(shares.map(\.institution))
      facts.partInstitutions = try shares.filter(\.isElsewhere).compactMap {
        try MasterRecord.find(.institution, $0.institution, in: db).map(Institution.init(record:))
      }
      facts.doctors = try Self.doctors(in: db).filter { named.contains($0.institution) }
    }
    let named = StaffList.ids(act.fields.text("members")) + [act.fields.text("successor")]
    facts.named = try named.compactMap { try standing($0, in: db) }
    if application.state == .panel { facts.lockedSeats = try lockedSeats(of: application, in: db) }
    if act.move == .collect {
      facts.deadAtHandingOver = try deadAtHandingOver(application, to: act.fields.text("identity"), in: db)
    }
    if act.move == .approve {
      facts.lifeAfterDeath = try life(besides: application, of: facts.certificate, in: db).afterDeath
      if !act.fields.text("override").isEmpty { facts.deciders = try everyoneStanding(in: db) }
    }
    if act.move == .accept || act.move == .arrive {
      facts.reportedDeaths = try findReportedDeaths(of: application, in: db)
    }
    if act.move == .print {
      try lookUpNumber(for: application, serial: act.fields.text("serial"), in: db, into: &facts)
    }
    return facts
  }

  /// The certificate that stays where the one of a case ends as a duplicate.
  static func kept(beside application: Application, in db: Database) throws -> Certificate? {
    guard application.cancellationReason == .duplicate, !application[.keptCertificate].isEmpty else { return nil }
    return try inForce(numbered: application[.keptCertificate], in: db)
  }

  /// The certificate that a case is about; a copy that this very case has printed is not it.
  func certificate(of application: Application, in db: Database) throws -> Certificate? {
    guard application.service != .new, !application[.certificate].isEmpty else { return nil }
    return try Self.inForce(numbered: application[.certificate], besides: application.number, in: db)
  }

  /// The papers whose scans no longer read as they did when they were attached.
  ///
  /// - Parameter files: what lies now where they were read (`scans(reading:)`).
  public static func changedScans(
    of application: Application, among files: [String: ReceivedFile]
  ) -> [MaterialCode] {
    application.papers.filter { code, paper in
      files[Application.scanKey(code)].map { Digest.hex(Digest.sha256($0.bytes)) != paper.digest } ?? false
    }.keys.sorted { $0.rawValue < $1.rawValue }
  }

  static func county(in db: Database) throws -> String {
    try MasterRecord.find(.office, "office", in: db)?.entries.text("county") ?? ""
  }

  /// The suffixes in use under the person's number, category and grade; a copy spoiled in this very case frees its own.
  private func lookUpNumber(
    for application: Application, serial: String, in db: Database, into facts: inout ApplicationFacts
  ) throws {
    if let base = application.numberBase(facts.certificate) {
      facts.usedSuffixes = try numbersUsed(before: application, about: facts.certificate, in: db).suffixes(of: base)
    }
    facts.serialIsUsed =
      try Bool.fetchOne(
        try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM certificate WHERE serial = ?)"), arguments: [serial])
      ?? false
  }
}
