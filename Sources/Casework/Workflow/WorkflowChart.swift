/// A workflow table as it is printed and drawn: codes and names, without its types.
public struct WorkflowChart: Hashable, Sendable {
  public let kind: String
  public let name: Phrase
  public let initial: String
  public let states: [ChartState]
  public let openings: [ChartRow]
  public let rows: [ChartRow]

  public struct ChartState: Hashable, Sendable {
    public let code: String
    public let name: Phrase
    public let isTerminal: Bool
  }

  public struct ChartRow: Hashable, Sendable {
    public let event: String
    public let name: Phrase
    /// `nil` for a move with which a subject begins.
    public let from: String?
    public let to: String
    public let roles: [Role]
    public let guards: [String]
    public let guardNames: [Phrase]
  }

  public static let all = [
    WorkflowChart(Application.self), WorkflowChart(Certificate.self), WorkflowChart(Sweep.self),
    WorkflowChart(PeriodReport.self),
  ]

  init<S: Subject>(_: S.Type) {
    kind = S.kind
    name = S.name
    guard let first = S.openings.first?.to.first else { preconditionFailure("\(S.kind) begins somewhere") }
    initial = first.rawValue
    states = S.State.allCases.map {
      ChartState(code: $0.rawValue, name: $0.name, isTerminal: S.terminal.contains($0))
    }
    openings = S.openings.flatMap { opening in
      opening.to.map {
        ChartRow(
          event: opening.move.rawValue, name: opening.move.name, from: nil, to: $0.rawValue, roles: opening.roles,
          guards: [], guardNames: [])
      }
    }
    rows = S.transitions.flatMap { row in
      row.from.map { from in
        ChartRow(
          event: row.move.rawValue, name: row.move.name, from: from.rawValue, to: (row.to ?? from).rawValue,
          roles: row.roles, guards: row.guards.map(\.rawValue), guardNames: row.guards.map(\.name))
      }
    }
  }
}
