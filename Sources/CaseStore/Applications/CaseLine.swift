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
  /// The business date on which it came into its state.
  public let since: Day
  /// How many fields and papers a draft still lacks, as its form counts them.
  public internal(set) var gaps = 0
}

extension CaseStore {
  /// The lines of some cases; a case that cannot be read is a fault.
  func lines(_ ids: some Sequence<Int64>, in db: Database) throws -> [CaseLine] {
    let statement = try BulkStatement(
      """
      SELECT number, service, state, applicant, deadline, owner, since, CASE WHEN state = 'draft' THEN body END,
        instr(body, '"deadline_provisional":') > 0
      FROM application WHERE id = ?
      """, in: db)
    var book: PolicyBook?
    return try ids.compactMap { id in
      statement.begin()
      statement.bind(id, at: 1)
      guard try statement.next() else { return nil }
      guard var line = CaseLine(id: id, statement) else { throw StoreProblem.damaged("application \(id)") }
      guard let entries = statement.text(7).flatMap({ Entries(json: $0) }) else { return line }
      let draft = Application(
        id: id, number: line.number, service: line.service, state: line.state, sequence: 0, since: line.since,
        entries: entries)
      let known = try book ?? Self.policyBook(in: db)
      book = known
      let policy = known.policy(ofCaseOpened: try opening(of: draft, in: db), on: today)
      line.gaps = draft.gaps(under: policy, on: today).count
      return line
    }
  }
}

extension CaseLine {
  fileprivate init?(id: Int64, _ statement: borrowing BulkStatement) {
    guard let number = statement.text(0), let service = statement.text(1).flatMap(ServiceKind.init(rawValue:)),
      let state = statement.text(2).flatMap(Application.State.init(rawValue:)), let applicant = statement.text(3),
      let owner = statement.text(5), let since = statement.text(6).flatMap({ Day(iso: $0) })
    else { return nil }
    self.id = id
    self.number = number
    self.service = service
    self.state = state
    self.applicant = applicant
    self.owner = owner
    self.since = since
    deadline = statement.text(4).flatMap { Day(iso: $0) }
    isProvisional = statement.number(8) == 1
  }
}
