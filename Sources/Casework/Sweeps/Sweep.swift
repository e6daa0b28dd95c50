/// The quarterly comparison of the register with one police file (季度核销, domain: 5.1).
public struct Sweep: Hashable, Sendable {
  public let id: Int64
  /// Office, quarter, serial (`431281-2026Q3-1`).
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

  public init(id: Int64, number: String, openedBy event: Event<Sweep>) {
    self.init(id: id, number: number, state: event.to, sequence: 1, since: event.day, entries: [:])
    take(event)
  }

  public enum State: String, WorkflowCode {
    case open, submitted, returned, approved, applied, undone, abandoned
  }

  public enum Move: String, WorkflowCode {
    case `import`, decide, submit
    case sendBack = "return"
    case approve, apply, undo
    case undoRow = "undo_row"
    case abandon
  }

  public mutating func apply(_ event: Event<Sweep>) {
    sequence += 1
    if event.to != state { since = event.day }
    state = event.to
    take(event)
  }

  private mutating func take(_ event: Event<Sweep>) {
    var data = event.data
    data["by"] = event.staff
    data["on"] = event.day.iso
    // The doubtful rows are marked by what was compared; the events tell them for whoever has the log alone.
    if event.move == .submit { data["doubtful"] = nil }
    if event.move == .import { data["repeated_doubtful"] = nil }
    // Whoever confirmed what is returned has confirmed nothing of what will be decided.
    if event.move == .sendBack { entries.replace(under: "approve.", with: [:]) }
    if event.move == .decide {
      let deciders = entries.text("deciders").split(separator: ",").map(String.init)
      if !deciders.contains(event.staff) { entries["deciders"] = (deciders + [event.staff]).joined(separator: ",") }
    } else {
      entries.replace(under: "\(event.move.rawValue).", with: data)
    }
  }
}

extension Sweep {
  /// The posts that work on sweeps.
  public static let readers: [Role] = [.clerk, .liaison, .supervisor, .chair, .inspector]

  public var quarter: String { entries.text("import.quarter") }
  public var fileName: String { entries.text("import.file") }
  public var importer: StaffMember.ID { entries.text("import.by") }
  public var deciders: [StaffMember.ID] { StaffList.ids(entries.text("deciders")) }
  /// Whether somebody still has to act for it to be carried out.
  public var isUnderWay: Bool { Self.underWay.contains(state) }
  /// The states in which somebody still has to act.
  public static let underWay = Set(forward.flatMap(\.from))

  /// Whether this person may do what it waits for.
  public func waits(for staff: StaffMember) -> Bool {
    let isOwn = importer == staff.id || deciders.contains(staff.id)
    return Self.forward.contains { row in
      row.from.contains(state) && staff.holds(row.roles) && !(isOwn && row.guards.contains(.notImporterNorDecider))
    }
  }

  /// The moves on the way to having been carried out.
  public static let forward = transitions.filter { [.submit, .approve, .apply].contains($0.move) }

  public var approver: StaffMember.ID? { entries["approve.by"] }
  /// The business date on which its decisions were carried out.
  public var appliedOn: Day? { Day(iso: value("on", of: .apply)) }
  public func value(_ code: String, of move: Move) -> String { entries.text("\(move.rawValue).\(code)") }
}
