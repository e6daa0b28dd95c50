/// The settings under which a case is worked, and which of today's do not apply to it (features: 74).
public struct CaseRules: Hashable, Sendable {
  public let policy: Policy
  public let opened: Day
  /// Settings that have been changed since, where the case keeps what it began with.
  public let kept: [Kept]

  public struct Kept: Hashable, Sendable {
    public let key: PolicyKey
    public let value: String
    public let now: String
  }

  public init(of service: ServiceKind, opened: LogMoment, today: Day, in book: PolicyBook) {
    let policy = book.policy(ofCaseOpened: opened, on: today)
    let current = book.policy(on: today)
    self.policy = policy
    self.opened = opened.day
    kept = PolicyKey.all.filter { $0.concerns(service) && policy[$0] != current[$0] }
      .map { Kept(key: $0, value: policy[$0], now: current[$0]) }
  }

  /// One line: the day of the rules, and what was changed since then without concerning this case.
  public var words: Phrase {
    let day = Phrase("适用 \(opened) 的规定", "the rules of \(opened)")
    if kept.isEmpty { return day }
    let list = kept.map { kept -> Phrase in
      let (value, now) = (kept.key.value.words(kept.value), kept.key.value.words(kept.now))
      return Phrase(
        "\(kept.key.name.chinese) \(value.chinese)（现为 \(now.chinese)）",
        "\(kept.key.name.english) \(value.english) (now \(now.english))")
    }
    return day
      + Phrase(
        "；其后变更、本件不适用：\(list.map(\.chinese).joined(separator: "、"))",
        "; changed since, not for this case: \(list.map(\.english).joined(separator: ", "))")
  }
}
