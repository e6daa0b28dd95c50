/// Counts a register over a period in one pass over the events of its certificates, in the order of the log.
///
/// An event counts on its business day, but never before one that the same certificate had earlier: in a rehearsal days
/// may go back.
public struct RegisterTally: Sendable {
  /// One event as far as counting needs it.
  public struct Step: Sendable {
    public let subject: Int
    public let seq: Int64
    public let move: Certificate.Move
    public let to: Certificate.State
    public let day: Day
    /// Whether a signed correction has taken it back into an earlier period, on whose last day it counts then: as the
    /// end of what had been counted wrongly, and in no other period as anything.
    public let isCorrection: Bool

    public init(
      subject: Int, seq: Int64, move: Certificate.Move, to: Certificate.State, day: Day, isCorrection: Bool = false
    ) {
      self.subject = subject
      self.seq = seq
      self.move = move
      self.to = to
      self.day = day
      self.isCorrection = isCorrection
    }
  }

  /// An event behind a figure, and whether it adds one or takes one back.
  public struct Found: Hashable, Sendable {
    public let subject: Int
    /// `nil` where the certificate itself is counted, not an event.
    public let seq: Int64?
    public let count: Int
    /// The figure that it counts in.
    public let code: String
  }

  let period: ReportPeriod
  let figure: String?
  private let signature: Int64?
  private let first: Int32
  private let last: Int32
  private(set) var cards: [TalliedCard] = []
  private(set) var lines: [String: Int] = [:]
  private(set) var villages = VillageIndex()
  private var events: [Found] = []
  /// Events after the signature and the period that take back what was counted.
  public private(set) var reversals: [Found] = []

  /// Stands for the events of every line at once.
  public static let everything = "*"

  /// - Parameters:
  ///   - figure: the code of a figure of which is kept what lies behind it.
  ///   - signature: the event that signed the figures; what later ones took back is noted in `reversals`.
  public init(of period: ReportPeriod, collecting figure: String? = nil, correcting signature: Int64? = nil) {
    self.period = period
    self.figure = figure
    self.signature = signature
    first = Int32(period.first.ordinal)
    last = Int32(period.last.ordinal)
  }

  /// What lies behind the figure asked for: the events of a line, or the certificates in force.
  public var found: [Found] { events + standing }

  /// Takes in one event; its data and the service of a case are looked up only where they are wanted.
  public mutating func take(
    _ step: Step, data: () throws -> Entries, service: (String) throws -> ServiceKind?
  ) rethrows {
    while cards.count <= step.subject { cards.append(TalliedCard()) }
    var card = cards[step.subject]
    card.day = step.isCorrection ? Int32(step.day.ordinal) : max(card.day, Int32(step.day.ordinal))
    if card.day <= last, card.now == nil || step.move == .update {
      let entries = try data()
      card.take(entries, in: &villages)
      if step.move == .issue {
        card.issue = ReportRule.rule(for: .issue, of: try service(entries.text("application")))?.line
      }
    }
    if let rule = ReportRule.rule(for: step.move, of: nil), counts(rule, step, card),
      let line = step.move == .issue ? card.issue : rule.line ?? card.issue
    {
      if step.isCorrection {
        takeBack(line, rule, step, &card)
      } else if card.day > last {
        reverse(line, rule, step, &card)
      } else {
        let isNew = line == .cancelled && !rule.takesBack
        let reason = isNew ? CancellationReason(rawValue: try data().text("reason")) : card.reason
        count(line, line == .cancelled ? reason : nil, rule, step, &card)
      }
    }
    card.stand(step.to, first: first, last: last)
    cards[step.subject] = card
  }

  /// A certificate that was ended when it was taken over was never in force here.
  private func counts(_ rule: ReportRule, _ step: Step, _ card: TalliedCard) -> Bool {
    step.move == .import ? step.to.isActive : !rule.isOfEnded || !(card.now?.isActive ?? false)
  }

  private mutating func count(
    _ line: ReportLine, _ reason: CancellationReason?, _ rule: ReportRule, _ step: Step, _ card: inout TalliedCard
  ) {
    let isInPeriod = card.day >= first
    let isOld = rule.takesBack && !(step.move == .spoil ? card.isIssuedInPeriod : card.isCountedInPeriod)
    if line.effect != 0 {
      card.counted = rule.takesBack ? nil : line
      card.isCountedInPeriod = isInPeriod
      card.reason = reason
    }
    if step.move == .issue { card.isIssuedInPeriod = isInPeriod }
    guard isInPeriod else { return }
    if isOld {
      let own: ReportLine = step.move == .spoil ? .spoiled : .takenBack
      return add(1, own, own.rawValue, step)
    }
    add(rule.takesBack ? -1 : 1, line, Self.code(line, reason), step)
  }

  private mutating func add(_ sign: Int, _ line: ReportLine, _ code: String, _ step: Step) {
    lines[line.rawValue, default: 0] += sign
    if code != line.rawValue { lines[code, default: 0] += sign }
    if let figure, code == figure || line.rawValue == figure || figure == Self.everything {
      events.append(Found(subject: step.subject, seq: step.seq, count: sign, code: code))
    }
  }

  /// A certificate restored, a transfer refused, a card found spoiled after the period: what it had counted was wrong.
  private mutating func reverse(_ line: ReportLine, _ rule: ReportRule, _ step: Step, _ card: inout TalliedCard) {
    let isInPeriod = step.move == .spoil ? card.isIssuedInPeriod : card.isCountedInPeriod
    let wrong = isInPeriod ? wronglyCounted(line, rule, step, card) : nil
    card.counted = nil
    guard let wrong, let signature, step.seq > signature else { return }
    card.corrected = step.to
    reversals.append(Found(subject: step.subject, seq: step.seq, count: -1, code: Self.code(wrong, card.reason)))
  }

  /// The same where a signed correction has it already.
  private mutating func takeBack(_ line: ReportLine, _ rule: ReportRule, _ step: Step, _ card: inout TalliedCard) {
    let wrong = wronglyCounted(line, rule, step, card)
    card.counted = nil
    guard let wrong, card.day >= first, card.day <= last else { return }
    add(-1, wrong, Self.code(wrong, card.reason), step)
  }

  /// What an event shows to have been wrong of what the same certificate had counted.
  private func wronglyCounted(
    _ line: ReportLine, _ rule: ReportRule, _ step: Step, _ card: TalliedCard
  ) -> ReportLine? {
    switch step.move {
    case .restore: card.counted == .cancelled ? .cancelled : nil
    case .spoil: line
    default: rule.takesBack && card.counted == line ? line : nil
    }
  }

  private static func code(_ line: ReportLine, _ reason: CancellationReason?) -> String {
    line == .cancelled ? "\(line.rawValue).\(reason?.rawValue ?? "")" : line.rawValue
  }
}
