public import Casework
import GRDB

/// The panels of which somebody is a member and on which not all agree, by whether they still wait for that member.
public struct OwnPanels: Sendable {
  /// The case most in danger of being late first.
  public let waiting: [Application]
  /// Signed by the member already, while others are still to act.
  public let settled: [Application]
}

extension CaseStore {
  /// The panels that somebody sits on now.
  public func panels(of session: Session) throws -> OwnPanels {
    try read { try Self.panels(of: session.staff.id, in: $0) }
  }

  static func panels(of staff: StaffMember.ID, in db: Database) throws -> OwnPanels {
    let condition = "state = 'panel' AND EXISTS (SELECT 1 FROM case_key WHERE key = ? AND application = id)"
    let all = try cases(where: condition, [CaseKeys.member + staff], in: db)
      .filter(CaseQueue.panel.holds).sorted { $0.urgency < $1.urgency }
    return OwnPanels(
      waiting: all.filter { !$0.isSettled(for: staff) }, settled: all.filter { $0.isSettled(for: staff) })
  }

  /// What waits in each queue for one person: in a panel's without what that person has signed or may not see.
  public func standings(for session: Session) throws -> [(queue: CaseQueue, standing: QueueStanding)] {
    let counts = try queueCounts()
    let sits = CaseQueue.panel.isWorked(by: try member(session))
    return try CaseQueue.allCases.map { queue in
      let counted = counts[queue] ?? (0, 0)
      guard queue == .panel, sits else {
        let first = try mostUrgent(in: [queue], limit: 1).first
        return (queue, QueueStanding(count: counted.count, overdue: counted.overdue, first: first))
      }
      return (queue, try panelStanding(of: counted, for: session))
    }
  }

  private func panelStanding(of counted: (count: Int, overdue: Int), for session: Session) throws -> QueueStanding {
    let own = try panels(of: session)
    guard try seesAllPanels(session) else {
      return QueueStanding(count: own.waiting.count, overdue: overdue(own.waiting), first: own.waiting.first)
    }
    return QueueStanding(
      count: counted.count - own.settled.count, overdue: counted.overdue - overdue(own.settled),
      first: try mostUrgent(in: [.panel], limit: 1, for: session).first)
  }

  /// The first cases of some queues that wait for one person, the one most in danger of being late first.
  public func mostUrgent(
    in queues: [CaseQueue], limit: Int, for session: Session
  ) throws -> [Application] {
    guard queues.contains(.panel), CaseQueue.panel.isWorked(by: try member(session)) else {
      return try mostUrgent(in: queues, limit: limit)
    }
    let own = try panels(of: session)
    if try seesAllPanels(session) {
      let settled = Set(own.settled.map(\.id))
      return Array(
        try mostUrgent(in: queues, limit: limit + settled.count).filter { !settled.contains($0.id) }.prefix(limit))
    }
    let others = try mostUrgent(in: queues.filter { $0 != .panel }, limit: limit)
    return Array((others + own.waiting).sorted { $0.urgency < $1.urgency }.prefix(limit))
  }

  private func seesAllPanels(_ session: Session) throws -> Bool {
    try read { Application.isVisible(in: .panel, to: try current(session, in: $0)) }
  }

  private func overdue(_ cases: [Application]) -> Int {
    cases.count { $0.deadline.map { $0.day < today } ?? false }
  }
}

/// How a queue stands for one person.
public struct QueueStanding: Sendable {
  public let count: Int
  public let overdue: Int
  public let first: Application?
}
