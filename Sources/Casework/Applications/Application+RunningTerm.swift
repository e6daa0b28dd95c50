/// A refusal that can still be objected to, as another case of the same person is told of it (Measures article 25).
public struct RunningTerm: Hashable, Sendable {
  /// The case that was refused.
  public let number: String
  public let service: ServiceKind
  /// The last day to object, as far as the calendar is known.
  public let last: Day
  public let isProvisional: Bool
  /// Whether the days run: they begin when the refusal was handed over.
  public let runs: Bool

  /// `异议期到 2026-12-08 止`, or that nobody has recorded the delivery yet.
  public var words: Phrase {
    guard runs else {
      return Phrase(
        "决定书送达未登记，异议期还没有起算", "the delivery is not recorded, so that the days to object have not begun")
    }
    return Phrase("异议期到 \(last)", "to be objected to through \(last)")
      + (isProvisional ? .provisional : Phrase("", "")) + Phrase(" 止", "")
  }
}

/// A new application of somebody who can still object to a refusal.
public struct AppliedAnew: Hashable, Sendable {
  public let number: String
  public let service: ServiceKind
  public let state: Application.State
  /// The refusal, and until when it can be objected to.
  public let term: RunningTerm

  public init(_ application: Application, during term: RunningTerm) {
    number = application.number
    service = application.service
    state = application.state
    self.term = term
  }
}

extension Application {
  /// Whether the disability is or may be assessed in it, so that two of a person are about the same question.
  public var mayBeAssessed: Bool { service.steps.assessment != .never }

  /// Until when the refusal can be objected to; `nil` where it cannot, or not any more.
  public func runningTerm(under policy: Policy, on calendar: WorkingCalendar, today: Day) -> RunningTerm? {
    guard state == .refused, canBeObjectedTo,
      let window = objectionWindow(toldOn: nil, under: policy, on: calendar, today: today),
      !window.runs || today <= window.latest
    else { return nil }
    return RunningTerm(
      number: number, service: service, last: window.last, isProvisional: window.isProvisional, runs: window.runs)
  }

  /// What to look at where somebody applies anew while an earlier refusal can still be objected to.
  func warnings(ofRunning terms: [RunningTerm]) -> [Warning] {
    guard !Self.decided.contains(state) else { return [] }
    return terms.map { term in
      Warning(
        code: .termRuns,
        sentence: Phrase("此人的 \(term.number)（", "\(term.number) of this person (") + term.service.name
          + Phrase("）不予办理，", ") was refused, ") + term.words,
        possibleFrom: nil, source: Self.askWhichIsMeant)
    }
  }

  /// The same at the refusal itself.
  func warnings(ofAppliedAnew cases: [AppliedAnew]) -> [Warning] {
    cases.map { anew in
      Warning(
        code: .appliedAnew,
        sentence: Phrase("此人已另行申请：\(anew.number)（", "the person applied anew: \(anew.number) (")
          + anew.service.name + Phrase("，", ", ") + anew.state.name + Phrase("）；本件", "); this one is ")
          + anew.term.words,
        possibleFrom: nil, source: Self.askWhichIsMeant)
    }
  }

  private static let askWhichIsMeant = Phrase(
    "请问明是提出异议还是重新申请，办法第二十五条", "ask whether an objection or a new application is meant, Measures art. 25")
}
