/// The life of a certificate (domain: 3.3).
extension Certificate: Subject {
  public static let kind = "certificate"
  public static let name = Phrase("证件", "Certificate")
  public static let openings = [
    Opening<Certificate>(move: .issue, to: [.valid], roles: [.clerk]),
    Opening<Certificate>(
      move: .import, to: [.valid, .lost, .frozen, .movedOut, .cancelled, .replaced, .spoiled],
      roles: [.clerk, .liaison, .administrator]),
  ]
  /// Certificates that moved out are taken over from an older register; no move leads there or back.
  public static let terminal: Set<State> = [.movedOut, .replaced, .cancelled, .spoiled]

  public enum Requirement: String, WorkflowCode {
    case notHandedOver = "not_handed_over"
    case twoPersons = "two_persons"
    case wasValid = "was_valid"
    case wasLost = "was_lost"
    case wasFrozen = "was_frozen"
    case noOtherLive = "no_other_live"
  }

  public static let transitions: [Transition<Certificate>] = [
    Transition(
      .update, from: State.allCases, to: nil, by: [.clerk, .liaison, .administrator],
      asks: Field.allCases.map { Input($0.rawValue, .verbatim($0.rawValue), optional: true) }),
    Transition(.expire, from: [.valid], to: .expired, by: [], isDerived: true),
    Transition(
      .handOver, from: [.valid, .expired], to: nil, by: [.clerk], needs: [.notHandedOver],
      asks: [Input("collector", Phrase("领取人", "Collected by"))]),
    Transition(
      .spoil, from: [.valid], to: .spoiled, by: [.clerk], needs: [.notHandedOver],
      asks: [Input("reason", Phrase("理由", "Reason"))]),
    Transition(
      .note, from: [.valid, .expired, .lost, .frozen], to: nil, by: [.clerk, .supervisor], needs: [.twoPersons],
      asks: Ask.note),
    Transition(
      .cancel, from: [.valid, .expired, .lost, .frozen], to: .cancelled, by: [.clerk, .supervisor],
      needs: [.twoPersons], asks: Ask.cancel),
    Transition(
      .restore, from: [.cancelled], to: .valid, by: [.supervisor, .chair], when: [.wasValid],
      needs: [.twoPersons, .noOtherLive], asks: Ask.restore),
    Transition(
      .restore, from: [.cancelled], to: .lost, by: [.supervisor, .chair], when: [.wasLost],
      needs: [.twoPersons, .noOtherLive], asks: Ask.restore),
    Transition(
      .restore, from: [.cancelled], to: .frozen, by: [.supervisor, .chair], when: [.wasFrozen],
      needs: [.twoPersons, .noOtherLive], asks: Ask.restore),
  ]

  private enum Ask {
    static let ground = Input("ground", Phrase("依据", "Ground"))
    static let note = [
      Input("todo", Phrase("待办", "To do")), Input("event_date", Phrase("事件日期", "Date of the event"), optional: true),
      Input("freeze_on", Phrase("冻结日", "Freeze on"), .day, optional: true),
      Input("cancel_on", Phrase("注销日", "Cancel on"), .day, optional: true),
      Input("detail", Phrase("内容", "Detail"), optional: true), ground,
    ]
    static let cancel = [
      Input("reason", Phrase("注销原因", "Reason"), .choice(CancellationReason.choices)), ground,
      Input("event_date", Phrase("事件日期", "Date of the event"), .day, optional: true),
    ]
    static let restore = [Input("reason", Phrase("理由", "Reason")), ground]
  }
}

/// Why a certificate ends (domain: 2.7).
public enum CancellationReason: String, CaseIterable, Sendable {
  case death
  case noLongerMeets = "no_longer_meets"
  case voluntary, fraud, untransferred
  case householdCancelled = "hk_cancelled"
  case duplicate, missing

  public var name: Phrase {
    switch self {
    case .death: Phrase("死亡", "Death")
    case .noLongerMeets: Phrase("不再符合残疾标准", "No longer meets the standard")
    case .voluntary: Phrase("自愿", "Voluntary")
    case .fraud: Phrase("骗领、弄虚作假", "Obtained by deceit")
    case .untransferred: Phrase("迁出逾期未转", "Moved and not transferred")
    case .householdCancelled: Phrase("户口注销", "Household cancelled")
    case .duplicate: Phrase("重复", "Duplicate")
    case .missing: Phrase("宣告失踪", "Declared missing")
    }
  }

  /// Whether a new application is barred for a year (Measures article 24).
  public var bars: Bool { [.noLongerMeets, .voluntary, .fraud].contains(self) }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}
