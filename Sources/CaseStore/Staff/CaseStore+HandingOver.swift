public import Casework
import GRDB

extension CaseStore {
  /// Gives all cases under way of one person to a colleague, each judged and logged by itself (features: 75).
  ///
  /// Throws `Refusal` where nothing is there to be given.
  public func handOver(
    casesOf owner: StaffMember.ID, to successor: StaffMember.ID, reason: String, by session: Session
  ) throws -> [CaseOutcome] {
    let cases = try read { db in
      let transition = Application.transitions.first { $0.move == .reassign }
      try require(transition?.roles ?? [], of: session, in: db)
      guard try Self.staffMember(owner, in: db) != nil else { throw Refusal.noSuchStaff(owner) }
      let seesNames = try current(session, in: db).holds(Application.readers)
      return try Self.cases(where: Self.underWay(of: owner).sql, Self.underWay(of: owner).arguments, in: db)
        .map { seesNames ? SeenCase($0) : SeenCase($0).masked }
    }
    guard !cases.isEmpty else { throw Refusal.nothingToHandOver(owner) }
    return try record(.reassign, ["successor": successor, "reason": reason], onEach: cases, by: session)
  }

  /// How many cases under way are somebody's.
  static func casesUnderWay(of owner: StaffMember.ID, in db: Database) throws -> Int {
    let condition = underWay(of: owner)
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM application WHERE \(condition.sql)", arguments: condition.arguments) ?? 0
  }

  private static func underWay(of owner: StaffMember.ID) -> (sql: String, arguments: StatementArguments) {
    ("owner = ? AND state IN \(Application.underWay.sqlList)", [owner])
  }
}

extension Refusal {
  fileprivate static func nothingToHandOver(_ owner: StaffMember.ID) -> Refusal {
    Refusal("nothing_to_hand_over", Phrase("「\(owner)」名下没有未办结的业务", "“\(owner)” has no cases under way"))
  }
}
