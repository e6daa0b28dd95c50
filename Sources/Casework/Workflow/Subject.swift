/// Something with a life of its own: an application, a certificate, a sweep.
///
/// Its table says every legal move; `decide` judges one, `apply` takes in what has happened.
public protocol Subject: Sendable {
  associatedtype State: WorkflowCode
  associatedtype Move: WorkflowCode
  associatedtype Requirement: WorkflowCode
  /// What must be known beyond the subject itself, looked up by the store in the same transaction.
  associatedtype Facts: Sendable

  /// The code of the kind of subject: `application`, `certificate`, `sweep`.
  static var kind: String { get }
  static var name: Phrase { get }

  /// The moves with which a subject begins.
  static var openings: [Opening<Self>] { get }

  /// Every legal move, one row each; nothing else decides what may happen.
  static var transitions: [Transition<Self>] { get }

  /// States in which nothing remains to be decided.
  static var terminal: Set<State> { get }

  var state: State { get }

  /// Where the subject stands on a day; differs from `state` only where time alone changes it.
  func state(on day: Day) -> State

  /// Whether a condition that rows of the table name holds for this act.
  func meets(_ requirement: Requirement, _ act: Act<Self>, in circumstances: Circumstances<Facts>) -> Bool

  /// What is missing, who can supply it, and under which rule.
  func refusal(for requirement: Requirement, _ act: Act<Self>, in circumstances: Circumstances<Facts>) -> Refusal

  /// What the event tells beyond the fields given: numbers composed, deadlines started.
  func consequences(of act: Act<Self>, to: State, in circumstances: Circumstances<Facts>) -> Entries

  /// Whether a member may make a move that is open to these posts.
  func mayAct(_ staff: StaffMember, as roles: [Role], in move: Move) -> Bool

  /// How a move that does not start here becomes possible, where there is more to say than the states it starts from.
  func way(to move: Move) -> Phrase?

  /// Takes in what has happened; it cannot refuse, because the event is already a fact.
  mutating func apply(_ event: Event<Self>)
}

/// A code of the tables: printed, stored, and never renamed once shipped.
public protocol WorkflowCode: RawRepresentable<String>, Hashable, CaseIterable, Sendable {
  var name: Phrase { get }
}

/// One row of a table: who may make which move, between which states, and on what conditions.
public struct Transition<S: Subject>: Sendable {
  public let move: S.Move
  public let from: [S.State]
  /// Where it leads; `nil` where the state stays as it is.
  public let to: S.State?
  public let roles: [Role]
  /// What picks this row among several of the same move.
  public let when: [S.Requirement]
  /// What must hold before anything is asked.
  public let needs: [S.Requirement]
  /// What the move asks for.
  public let asks: [Input]
  /// What must hold of the values given.
  public let checks: [S.Requirement]
  /// Caused by time alone: never made by a person, never stored.
  public let isDerived: Bool

  init(
    _ move: S.Move, from: [S.State], to: S.State?, by roles: [Role], when: [S.Requirement] = [],
    needs: [S.Requirement] = [], asks: [Input] = [], checks: [S.Requirement] = [], isDerived: Bool = false
  ) {
    self.move = move
    self.from = from
    self.to = to
    self.roles = roles
    self.when = when
    self.needs = needs
    self.asks = asks
    self.checks = checks
    self.isDerived = isDerived
  }

  /// Every condition of the row, in the order in which it is looked at.
  public var guards: [S.Requirement] { when + needs + checks }
}

/// A move with which a subject begins.
public struct Opening<S: Subject>: Sendable {
  public let move: S.Move
  public let to: [S.State]
  public let roles: [Role]
}

/// A move together with the values given for it, without the blanks around them.
public struct Act<S: Subject>: Sendable {
  public let move: S.Move
  public let fields: Entries

  public init(_ move: S.Move, _ fields: Entries = [:]) {
    self.move = move
    self.fields = fields.trimmed()
  }
}

/// Something that happened to a subject: written once, never changed.
public struct Event<S: Subject>: Hashable, Sendable {
  public let move: S.Move
  public let to: S.State
  public let staff: StaffMember.ID
  public let second: StaffMember.ID?
  public let at: Instant
  /// The business date, which only in a rehearsal office differs from the day of `at`.
  public let day: Day
  public let data: Entries

  public init(
    move: S.Move, to: S.State, staff: StaffMember.ID, second: StaffMember.ID? = nil, at: Instant, day: Day,
    data: Entries
  ) {
    self.move = move
    self.to = to
    self.staff = staff
    self.second = second
    self.at = at
    self.day = day
    self.data = data
  }
}

/// Who asks, when, under which rules, and what else is known.
public struct Circumstances<Facts: Sendable>: Sendable {
  public let staff: StaffMember
  /// Another signed-in member who stands for the act as well (SOD-7).
  public let second: StaffMember?
  public let at: Instant
  public let today: Day
  public let policy: Policy
  public let calendar: WorkingCalendar
  /// Whether the member has given the own secret for this very act.
  public let secretGiven: Bool
  /// Where the member sits, as far as it is known.
  public let terminal: String
  /// Who else set the password by which the member acts, and so may know it.
  public let secretGiver: StaffMember?
  public let facts: Facts

  public init(
    staff: StaffMember, second: StaffMember? = nil, at: Instant, today: Day, policy: Policy = Policy(),
    calendar: WorkingCalendar = WorkingCalendar(), secretGiven: Bool = false, terminal: String = "",
    secretGiver: StaffMember? = nil, facts: Facts
  ) {
    self.staff = staff
    self.second = second
    self.at = at
    self.today = today
    self.policy = policy
    self.calendar = calendar
    self.secretGiven = secretGiven
    self.terminal = terminal
    self.secretGiver = secretGiver
    self.facts = facts
  }

  /// The same for another member, who acts alone and has given no secret.
  public func by(_ other: StaffMember) -> Circumstances {
    Circumstances(
      staff: other, at: at, today: today, policy: policy, calendar: calendar, terminal: terminal, facts: facts)
  }
}
