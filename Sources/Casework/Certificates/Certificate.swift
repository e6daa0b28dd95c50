/// One certificate and the person it was issued to (证件).
public struct Certificate: Hashable, Sendable {
  public let id: Int64
  public private(set) var state: State
  public private(set) var sequence: Int
  /// The business date on which it came into its state.
  public private(set) var since: Day
  /// Name, address, dates, papers: under the codes of the register (`Field`), and what moves added under theirs.
  public private(set) var entries: Entries

  public init(id: Int64, state: State, sequence: Int, since: Day, entries: Entries) {
    self.id = id
    self.state = state
    self.sequence = sequence
    self.since = since
    self.entries = entries
  }

  public init(id: Int64, openedBy event: Event<Certificate>) {
    self.init(id: id, state: event.to, sequence: 1, since: event.day, entries: event.data)
  }

  /// The states of a certificate (domain: 3.3); `expired` is never stored, time alone makes it.
  public enum State: String, WorkflowCode {
    case valid, expired, lost, frozen
    case movedOut = "moved_out"
    case replaced, cancelled, spoiled

    /// Whether the holder has a certificate as far as the sweep is concerned (cli: classes).
    public var isActive: Bool {
      switch self {
      case .valid, .expired, .lost, .frozen: true
      case .movedOut, .replaced, .cancelled, .spoiled: false
      }
    }
  }

  public enum Move: String, WorkflowCode {
    case `import`, issue, update, expire
    case handOver = "hand_over"
    case spoil
    case reportLoss = "report_loss"
    case found, replace
    case replaceUndone = "replace_undone"
    case contact, note, freeze, unfreeze
    case moveOut = "move_out"
    case moveInConfirmed = "move_in_confirmed"
    case moveOutUndone = "move_out_undo"
    case moveIn = "move_in"
    case cancel, restore
    case sweepUndone = "sweep_undone"
  }

  /// What the register holds of a certificate.
  public enum Field: String, CaseIterable, Sendable {
    case number, name, sex, ethnicity, identity, birth, address, category, grade, phone, parts
    case validFrom = "valid_from"
    case validTo = "valid_to"
    /// The case that issued it.
    case application
    case serial
    /// The number of the certificate that it took the place of, linked for life (features: 35).
    case supersedes
    /// `panel` or `hospital`, and the day of the finding: a renewal may ask for both.
    case path
    case assessedOn = "assessed_on"
    /// What the card says under 备注 of its exchange or move.
    case remark
    /// Another live certificate that the register had of the person when this one was taken over.
    case secondLive = "second_live"
    /// Certificates of others that bore the holder's number before it was corrected (features: 35).
    case apartFrom = "apart_from"
  }

  public func state(on day: Day) -> State {
    guard state == .valid, let validTo, validTo < day else { return state }
    return .expired
  }

  public mutating func apply(_ event: Event<Certificate>) {
    sequence += 1
    if event.to != state {
      if event.move == .cancel || event.move == .replace { entries["state_before"] = state.rawValue }
      since = event.day
      state = event.to
    }
    switch event.move {
    case .update: entries.merge(event.data)
    case .sweepUndone: goBack(as: event.data)
    case .note:
      entries.replace(under: "todo.\(event.data.text("todo")).", with: event.data)
      if let ground = event.data["ends_clock"] {
        let row = event.data.text("ground").split(separator: ":").dropFirst().joined(separator: ":")
        endClock(of: ground, because: "\(event.data.text("written"))（\(row)）", by: event)
      }
    case .contact:
      var data = event.data
      data["by"] = event.staff
      data["on"] = event.day.iso
      entries.replace(under: "contact.\(event.data.text("about")).", with: data)
      takeLetters(of: event)
      takeAnswer(of: event)
      settleToDos(by: event)
    default:
      var data = event.data
      data["by"] = event.staff
      data["second"] = event.second
      data["on"] = event.day.iso
      entries.replace(under: "\(event.move.rawValue).", with: data)
    }
  }
}

extension Certificate {
  /// Keeps which clocks a letter told of.
  private mutating func takeLetters(of event: Event<Certificate>) {
    for key in event.data.text("clocks").split(separator: ",") {
      let parts = key.split(separator: " ").map(String.init)
      guard parts.count == 2 else { continue }
      entries.replace(under: "letter.\(parts[0]).", with: ["due": parts[1], "on": event.day.iso])
    }
  }

  /// Keeps the latest answer of somebody who was reached: one that does not reach anybody, or that was given earlier,
  /// says nothing against it.
  private mutating func takeAnswer(of event: Event<Certificate>) {
    guard let result = ContactResult(rawValue: event.data.text("result")), result.isAnswer else { return }
    let day = Day(iso: event.data.text("date")) ?? event.day
    if let before = Day(iso: entries.text("answer.date")), day < before { return }
    entries.replace(under: "answer.", with: ["result": result.rawValue, "date": day.iso])
  }

  /// Somebody has found out what lists reported, and says how it ended.
  private mutating func settleToDos(by event: Event<Certificate>) {
    guard event.data.text("result") == ContactResult.settled.rawValue else { return }
    if event.data.text("about") == ContactTopic.move.rawValue {
      if let clock = runningMoveClock { endClock(of: clock.ground, because: event.data.text("remark"), by: event) }
      return
    }
    for todo in openToDos {
      let code = "todo.\(todo.text("todo"))."
      entries[code + "settled_on"] = event.day.iso
      entries[code + "settled"] = event.data.text("remark")
    }
  }

  /// The clock of a move runs no more: its days stay, so that undoing what started it finds them.
  private mutating func endClock(of ground: String, because words: String, by event: Event<Certificate>) {
    let ending = Self.endOfClock(on: event.day, because: words, of: ground)
    for (code, text) in ending.pairs { entries["todo.watch_move.\(code)"] = text }
  }

  private mutating func goBack(as told: Entries) {
    for code in told.text("gone").split(separator: ",") { entries[String(code)] = nil }
    entries.merge(told.under(Self.backPrefix))
    if let before = told["since"].flatMap({ Day(iso: $0) }) { since = before }
  }

  public subscript(field: Field) -> String { entries.text(field.rawValue) }

  public var number: String { self[.number] }
  public var identity: String { self[.identity] }
  public var name: String { self[.name] }
  public var category: DisabilityCategory? { Int(self[.category]).flatMap(DisabilityCategory.init(rawValue:)) }
  public var grade: Grade? { Int(self[.grade]).flatMap(Grade.init(rawValue:)) }
  public var validFrom: Day? { Day(iso: self[.validFrom]) }
  public var validTo: Day? { Day(iso: self[.validTo]) }
  public var birth: Day? { Day(iso: self[.birth]) }

  /// The business date on which a move was made last.
  public func day(of move: Move) -> Day? { entries["\(move.rawValue).on"].flatMap { Day(iso: $0) } }

  /// The result of the last call or letter about something, and its day.
  public func contact(about topic: ContactTopic) -> (result: ContactResult, day: Day)? {
    let entries = entries.under("contact.\(topic.rawValue).")
    guard let result = ContactResult(rawValue: entries.text("result")),
      let day = Day(iso: entries.text("date")) ?? Day(iso: entries.text("on"))
    else { return nil }
    return (result, day)
  }

  /// The day from which time asks for something beyond its validity: a move's two clocks, the review of a freeze, a call
  /// by which the holder has died.
  ///
  /// The register keeps it in a column, so that what is due today is one look-up.
  public var dueOn: Day? {
    switch state {
    case .valid, .expired, .lost:
      [runningWatch["freeze_on"], runningWatch["cancel_on"], secondSince, saidDeadOn?.iso].compactMap { $0 }
        .compactMap { Day(iso: $0) }.min()
    case .frozen:
      [entries["freeze.review_on"], runningWatch["cancel_on"], secondSince, saidDeadOn?.iso].compactMap { $0 }
        .compactMap { Day(iso: $0) }.min()
    case .cancelled: Day(iso: entries.text("cancel.bar_ends"))
    case .movedOut: day(of: .moveInConfirmed) == nil ? day(of: .moveOut) : nil
    case .replaced, .spoiled: nil
    }
  }

  /// Since when it has been a second live certificate of its holder, as far as the register told.
  private var secondSince: String? { self[.secondLive].isEmpty ? nil : since.iso }

  /// Whether the county to which it moved last has said that it took it in (domain: 3.3).
  var isReceivedElsewhere: Bool {
    guard let received = day(of: .moveInConfirmed) else { return false }
    return day(of: .moveOut).map { received >= $0 } ?? true
  }

  /// Certificates of others that bore the holder's number before it was corrected.
  public var apartFrom: [String] { WrittenList.items(self[.apartFrom]) }

  /// When its disability was assessed, or where that is not known when it was issued.
  public var assessedOn: Day? { Day(iso: self[.assessedOn]) ?? validFrom }

  var stateBeforeCancelling: State? { entries["state_before"].flatMap(State.init(rawValue:)) }

  /// Who decided its cancellation: whoever confirmed the sweep, else whoever approved the case.
  var cancellationDecider: StaffMember.ID? { entries["cancel.confirmer"] ?? entries["cancel.by"] }

  /// Why it was cancelled, or `nil` where it is not.
  public var cancellation: CancellationReason? {
    state == .cancelled ? CancellationReason(rawValue: entries.text("cancel.reason")) : nil
  }

  /// Whether its cancellation bars a new application for a year (Measures article 24).
  public var barsNewApplication: Bool { cancellation?.bars ?? false }

  /// Whether it was issued here and is still in the drawer (未领取).
  public var isAwaitingCollection: Bool { !self[.application].isEmpty && day(of: .handOver) == nil }
}
