public import Casework
import GRDB

/// What a list shows of a case.
public struct CaseLine: Hashable, Sendable {
  public let id: Int64
  public let number: String
  public let service: ServiceKind
  public let state: Application.State
  public let applicant: String
  public let deadline: Day?
  /// Whether the deadline was counted through a year whose days off are not published.
  public let isProvisional: Bool
  public let owner: StaffMember.ID
  /// How many fields a draft still lacks.
  public let gaps: Int
}

extension CaseStore {
  /// The lines of some cases; a case that cannot be read is a fault.
  static func lines(_ ids: some Sequence<Int64>, in db: Database) throws -> [CaseLine] {
    let statement = try BulkStatement(
      """
      SELECT number, service, state, applicant, deadline, owner, CASE WHEN state = 'draft' THEN body END,
        instr(body, '"deadline_provisional":') > 0
      FROM application WHERE id = ?
      """, in: db)
    return try ids.compactMap { id in
      statement.begin()
      statement.bind(id, at: 1)
      guard try statement.next() else { return nil }
      guard let line = CaseLine(id: id, statement) else { throw StoreProblem.damaged("application \(id)") }
      return line
    }
  }
}

extension CaseLine {
  fileprivate init?(id: Int64, _ statement: borrowing BulkStatement) {
    guard let number = statement.text(0), let service = statement.text(1).flatMap(ServiceKind.init(rawValue:)),
      let state = statement.text(2).flatMap(Application.State.init(rawValue:)), let applicant = statement.text(3),
      let owner = statement.text(5)
    else { return nil }
    self.id = id
    self.number = number
    self.service = service
    self.state = state
    self.applicant = applicant
    self.owner = owner
    deadline = statement.text(4).flatMap { Day(iso: $0) }
    isProvisional = statement.number(7) == 1
    let entries = statement.text(6).flatMap { Entries(json: $0) }
    gaps =
      entries.map {
        Application(
          id: id, number: number, service: service, state: state, sequence: 0, since: Day(ordinal: 0), entries: $0
        ).missingFields.count
      } ?? 0
  }
}
