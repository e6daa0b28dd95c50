public import Casework
import GRDB

extension CaseStore {
  /// What time has brought about by today and nobody has acted on yet, the longest due first.
  ///
  /// - Parameter limit: how many at most; a list of a thousand is not for one day.
  public func proposals(limit: Int = 1000) throws -> [Proposal] {
    try read { db in
      let policy = try policy(on: today, in: db)
      let calendar = try Self.calendar(in: db)
      let cases = try overdueCases(under: policy, limit, in: db).compactMap {
        $0.proposal(on: today, under: policy, calendar: calendar)
      }
      let held = try dueCertificates(limit, in: db).flatMap { $0.proposals(on: today) }
      let swept =
        try sweepProposals(limit, in: db) + reportedDeathProposals(in: db) + oftenLostProposals(limit, in: db)
        + adviceProposals(limit, in: db) + perhapsAliveProposals(limit, in: db) + toldAliveProposals(limit, in: db)
        + policeToDos(limit, in: db)
      let letters =
        held.contains { $0.action == .contact(.move) } ? LettersSent(try dispatches(in: db)) : LettersSent()
      let quarters = try quarterProposals(under: policy, calendar, in: db)
      return try (cases + held + swept + quarters).filter { try !isUnderWay($0, letters, in: db) }.sorted {
        $0.due < $1.due
      }
    }
  }

  /// How many proposals there are, as the day's list shows them, and how many of them wait for somebody's posts; beyond
  /// `limit` only that there are more.
  public func proposalCount(
    for staff: StaffMember, upTo limit: Int = 50
  ) throws -> (count: Int, own: Int, hasMore: Bool) {
    let found = try proposals(limit: limit)
    return (min(found.count, limit), min(found.count { staff.holds($0.roles) }, limit), found.count >= limit)
  }

  private func overdueCases(under policy: Policy, _ limit: Int, in db: Database) throws -> [Application] {
    let late = try Self.lapsing.flatMap { state in
      try Row.fetchAll(
        try db.cachedStatement(
          sql: """
            SELECT \(Application.selection) FROM application WHERE state = ? AND urgency < ? ORDER BY urgency LIMIT ?
            """), arguments: [state.rawValue, Application.urgency(on: today.ordinal), limit])
    }
    let uncollected = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT \(Application.selection) FROM application WHERE state = 'ready' AND since <= ? LIMIT ?"),
      arguments: [today.adding(days: -policy.collectRemindDays).iso, limit])
    let unchecked = try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT \(Application.selection) FROM application WHERE state = 'not_accepted' LIMIT ?"),
      arguments: [limit])
    return (late + uncollected + unchecked).compactMap(Application.init(row:))
  }

  /// The states in which a passed deadline calls for somebody.
  private static let lapsing: [Application.State] = [
    .returned, .returnedReview, .accepted, .assigned, .publicity, .refused, .withdrawn,
  ]

  private func dueCertificates(_ limit: Int, in db: Database) throws -> [Certificate] {
    try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT \(Certificate.selection) FROM certificate WHERE due <= ? ORDER BY due LIMIT ?"),
      arguments: [today.adding(days: Certificate.letterDays).iso, limit]
    ).compactMap(Certificate.init(row:))
  }

  /// Whether somebody has begun already what is proposed, or made it needless.
  private func isUnderWay(_ proposal: Proposal, _ letters: LettersSent, in db: Database) throws -> Bool {
    switch proposal.action {
    case .move, .look, .sweep: return false
    case .verify:
      guard case .certificate(let number) = proposal.subject, let held = try Self.inForce(numbered: number, in: db)
      else { return true }
      return try otherLive(than: held, in: db).isEmpty
    case .contact(let topic):
      guard topic != .police, case .certificate(let number) = proposal.subject else { return false }
      let held = try Self.inForce(numbered: number, in: db)
      if topic == .move, let sent = held.flatMap(letters.last), sent >= proposal.due { return true }
      let reached = held?.contact(about: topic)
      return reached.map { $0.result.settles && $0.day >= proposal.due } ?? false
    case .open(let service, let fields):
      guard let held = try Self.inForce(numbered: fields.text("certificate"), in: db),
        service.certificateStates.contains(held.state(on: today))
      else { return true }
      if case .application(let id, _) = proposal.subject,
        try Self.cases(where: "id = ?", [id], in: db).contains(where: { $0.belowStandardIsSettled(by: held) })
      {
        return true
      }
      return try Bool.fetchOne(
        try db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM application WHERE identity = ? AND service = '\(service.rawValue)'
              AND state NOT IN \(Application.State.finished.sqlList))
            """), arguments: [held.identity]) ?? false
    }
  }
}
