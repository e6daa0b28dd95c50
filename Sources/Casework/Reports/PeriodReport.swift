/// The figures of a period as somebody signs them: from then on they are frozen (features: 73).
public struct PeriodReport: Hashable, Sendable {
  public let id: Int64
  /// The period (`2026`, `2026Q3`).
  public let number: String
  public private(set) var state: State
  public private(set) var sequence: Int
  public private(set) var since: Day
  public private(set) var entries: Entries

  public init(id: Int64, number: String, state: State, sequence: Int, since: Day, entries: Entries) {
    self.id = id
    self.number = number
    self.state = state
    self.sequence = sequence
    self.since = since
    self.entries = entries
  }

  public init(id: Int64, number: String, openedBy event: Event<PeriodReport>) {
    self.init(id: id, number: number, state: event.to, sequence: 1, since: event.day, entries: [:])
    take(event)
  }

  public enum State: String, WorkflowCode {
    case drawn, signed
  }

  public enum Move: String, WorkflowCode {
    case drawUp = "draw_up"
    case sign, correct
  }

  public mutating func apply(_ event: Event<PeriodReport>) {
    sequence += 1
    if event.to != state { since = event.day }
    state = event.to
    take(event)
  }

  private mutating func take(_ event: Event<PeriodReport>) {
    var data = event.data
    data["by"] = event.staff
    data["on"] = event.day.iso
    data["at"] = event.at.iso
    entries.replace(under: "\(event.move.rawValue).", with: data)
  }
}

extension PeriodReport {
  /// Who may see figures and what is behind them.
  public static let readers: [Role] = [.clerk, .liaison, .supervisor, .chair, .inspector, .administrator]

  public var period: ReportPeriod? { ReportPeriod(number) }
  public func value(_ code: String, of move: Move) -> String { entries.text("\(move.rawValue).\(code)") }

  /// Who signed it, as people are called.
  public func signer(_ names: [StaffMember.ID: String]) -> String {
    let by = value("by", of: .sign)
    return names[by] ?? by
  }

  /// When it was signed, as people read it: day and minute.
  public var signedAt: String { value("at", of: .sign).minutes }

  /// The figures as they were signed, or as the last signed correction gives them.
  public func figures(of move: Move) -> Figures? {
    let kept = entries.under("\(move.rawValue).figure.")
    guard let period, !kept.isEmpty else { return nil }
    return Figures(period: period, kept: kept)
  }

  /// The figures that hold: those signed, and where a correction was signed, those.
  public var standing: Figures? { figures(of: .correct) ?? figures(of: .sign) }
}

extension String {
  /// A time as it is kept, to the minute: `2026-11-22 23:45`.
  public var minutes: String { String(prefix(16)).replacing("T", with: " ") }
}
