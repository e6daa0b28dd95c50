/// One step of the way up: what the applicant asked of a federation above, and what it found (Measures article 25).
public struct Reassessment: Hashable, Sendable {
  public let level: AssessmentPath
  public let askedOn: Day
  /// The federation that was asked.
  public let federation: String
  /// The result; `nil` while it is waited for.
  public let result: Result?

  public struct Result: Hashable, Sendable {
    public let on: Day
    public let finding: Finding?
    public let document: String
    public let institution: String
    public let assessedOn: Day?
    public let isFinal: Bool
  }

  /// How long it is waited for, or was until the result came.
  public func days(on today: Day) -> Int { (result?.on ?? today).ordinal - askedOn.ordinal }
}

/// Until when the next federation can be asked.
public struct ReassessmentTerm: Hashable, Sendable {
  public let level: AssessmentPath
  public let last: Day
  public let isProvisional: Bool
  /// Whether the days run: they begin when the conclusion was handed over.
  public let runs: Bool
}

extension Application {
  /// The steps of the re-assessment, the prefecture's before the province's; empty where nobody objected.
  public var reassessments: [Reassessment] {
    [
      (AssessmentPath.city, Move.askCity, Move.cityResult), (.province, .askProvince, .provResult),
    ].compactMap { level, ask, told in
      guard let askedOn = day(of: ask) else { return nil }
      return Reassessment(
        level: level, askedOn: askedOn, federation: value("level", of: ask), result: result(of: told, at: level))
    }
  }

  /// Until when the next federation can be asked about the conclusion that stands; `nil` where none can.
  public func reassessmentTerm(
    under policy: Policy, on calendar: WorkingCalendar, today: Day
  ) -> ReassessmentTerm? {
    guard let level = nextLevel, [.refused, .assessedOK, .assessedFail, .reassessCity].contains(state),
      state != .reassessCity || day(of: .cityResult) != nil,
      let window = objectionWindow(toldOn: nil, under: policy, on: calendar, today: today)
    else { return nil }
    return ReassessmentTerm(level: level, last: window.last, isProvisional: window.isProvisional, runs: window.runs)
  }

  private func result(of move: Move, at level: AssessmentPath) -> Reassessment.Result? {
    guard let on = day(of: move) else { return nil }
    return Reassessment.Result(
      on: on, finding: finding(under: "\(move.rawValue).", path: level), document: value("document", of: move),
      institution: value("institution", of: move), assessedOn: Day(iso: value("date", of: move)),
      isFinal: !value("final", of: move).isEmpty)
  }
}
