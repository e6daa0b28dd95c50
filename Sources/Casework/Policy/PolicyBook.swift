/// Everything that an office has ever decided about its settings, and what therefore holds on a day.
public struct PolicyBook: Hashable, Sendable {
  private let changes: [PolicyKey: [PolicyChange]]

  public init(_ changes: [PolicyChange] = []) { self.changes = Dictionary(grouping: changes, by: \.key) }

  /// The decisions about a setting, as they were made.
  public func history(of key: PolicyKey) -> [PolicyChange] { changes[key] ?? [] }

  /// The decision that holds on a day: the latest that has begun, and of one day the last that was made.
  public func change(of key: PolicyKey, on day: Day) -> PolicyChange? {
    Self.latest(history(of: key).filter { $0.from <= day })
  }

  /// The decision that holds when nothing decided later than `moment` is looked at.
  func change(of key: PolicyKey, at moment: LogMoment) -> PolicyChange? {
    Self.latest(history(of: key).filter { $0.from <= moment.day && $0.moment.seq < moment.seq })
  }

  /// The next decision that is announced, where there is one.
  public func next(of key: PolicyKey, after day: Day) -> PolicyChange? {
    history(of: key).filter { $0.from > day && !isReplaced($0) }.min { $0.from < $1.from }
  }

  /// The last day on which a decision holds, or `nil` where no other follows.
  public func lastDay(of change: PolicyChange) -> Day? {
    history(of: change.key).map(\.from).filter { $0 > change.from }.min()?.adding(days: -1)
  }

  /// The last day of the usual value, or `nil` where the office has never decided otherwise.
  public func lastDayOfStandard(_ key: PolicyKey) -> Day? { history(of: key).map(\.from).min()?.adding(days: -1) }

  /// Whether another decision for the same day took the place of this one.
  public func isReplaced(_ change: PolicyChange) -> Bool { self.change(of: change.key, on: change.from) != change }

  /// The settings that hold on a day.
  public func policy(on day: Day) -> Policy {
    Policy(changes.keys.reduce(into: [:]) { values, key in values[key] = change(of: key, on: day)?.value })
  }

  /// The settings for a case: those of its opening where a case keeps them, else those of the day.
  public func policy(ofCaseOpened opened: LogMoment, on day: Day) -> Policy {
    Policy(
      changes.keys.reduce(into: [:]) { values, key in
        let change =
          switch key.binding {
          case .opening: change(of: key, at: opened)
          case .step: change(of: key, on: day)
          }
        values[key] = change?.value
      })
  }

  private static func latest(_ changes: [PolicyChange]) -> PolicyChange? {
    changes.max { ($0.from, $0.moment.seq) < ($1.from, $1.moment.seq) }
  }
}

extension PolicyBook {
  /// A new decision as it is kept.
  ///
  /// Throws `Refusal` where the value, the day or the reason will not do.
  public func judge(
    _ key: PolicyKey, _ text: String, from: Day, reason: String, on today: Day
  ) throws(Refusal) -> (value: String, reason: String) {
    let value = try key.kept(text)
    let reason = Cleaning.field(reason)
    if reason.isEmpty { throw .policyReasonMissing }
    if !Reason.isTold(by: reason) { throw .reasonSaysNothing() }
    if from < today { throw .policyFromThePast(today) }
    var policy = self.policy(on: from)
    if policy[key] == value { throw .policyUnchanged(key, from) }
    policy[key] = value
    if policy.cancelAfterMonths <= policy.freezeAfterMonths { throw .cancelBeforeFreeze }
    return (value, reason)
  }
}

extension Refusal {
  static let policyReasonMissing = Refusal(
    "reason_missing", Phrase("更改设置须写明依据", "A change of a setting needs its reason"),
    remedy: Phrase("写明文件或决定", "Name the document or decision"))

  static func policyFromThePast(_ today: Day) -> Refusal {
    Refusal(
      "past_date", Phrase("设置不能从过去的日子起生效", "A setting cannot begin on a day that is past"),
      remedy: Phrase("生效日期为 \(today) 或以后", "Let it begin on \(today) or later"))
  }

  static func policyUnchanged(_ key: PolicyKey, _ day: Day) -> Refusal {
    Refusal(
      "unchanged", Phrase("「\(key.name.chinese)」在 \(day) 已是此值", "“\(key.name.english)” has that value on \(day)"))
  }

  static let cancelBeforeFreeze = Refusal(
    "cancel_before_freeze",
    Phrase("迁出未转证，须先冻结后注销", "An untransferred certificate is frozen before it is cancelled"),
    remedy: Phrase(
      "\(PolicyKey.cancelAfterMonths.code) 须大于 \(PolicyKey.freezeAfterMonths.code)",
      "\(PolicyKey.cancelAfterMonths.code) is greater than \(PolicyKey.freezeAfterMonths.code)"))
}
