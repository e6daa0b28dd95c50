/// The life of a certificate (domain: 3.3).
extension Certificate: Subject {
  public static let kind = "certificate"
  public static let name = Phrase("证件", "Certificate")
  public static let openings = [
    Opening<Certificate>(move: .issue, to: [.valid], roles: [.clerk]),
    Opening<Certificate>(move: .moveIn, to: [.valid], roles: [.supervisor, .chair]),
    Opening<Certificate>(
      move: .import, to: [.valid, .lost, .frozen, .movedOut, .cancelled, .replaced, .spoiled],
      roles: [.clerk, .liaison, .administrator]),
  ]
  public static let terminal: Set<State> = [.replaced, .cancelled, .spoiled]

  public enum Requirement: String, WorkflowCode {
    case notHandedOver = "not_handed_over"
    case twoPersons = "two_persons"
    case secondNoKin = "second_no_kin"
    case wasValid = "was_valid"
    case wasLost = "was_lost"
    case wasFrozen = "was_frozen"
    case noOtherLive = "no_other_live"
    case dayIsPossible = "day_is_possible"
    case settledWithReason = "settled_with_reason"
    case asTheSweepLeftIt = "as_the_sweep_left_it"
    case notReceived = "not_received"
    case notInDrawer = "not_in_drawer"
    case notOwnCase = "not_own_case"
  }

  public static let transitions: [Transition<Certificate>] = [
    Transition(
      .update, from: State.allCases, to: nil, by: [.clerk, .liaison, .administrator],
      asks: Field.allCases.map { Input($0.rawValue, .verbatim($0.rawValue), optional: true) }),
    Transition(.expire, from: [.valid], to: .expired, by: [], isDerived: true),
    Transition(
      .handOver, from: [.valid, .expired], to: nil, by: [.clerk], needs: [.notHandedOver],
      asks: [Input("collector", Phrase("领取人", "Collected by"), .name)]),
    Transition(
      .spoil, from: [.valid], to: .spoiled, by: [.clerk], needs: [.notHandedOver],
      asks: [Input("reason", Phrase("理由", "Reason"), .reason)]),
    Transition(
      .reportLoss, from: [.valid, .expired], to: .lost, by: [.clerk], needs: [.notOwnCase, .notInDrawer],
      asks: [Ask.statement]),
    Transition(
      .found, from: [.lost], to: .valid, by: [.clerk], needs: [.notOwnCase, .noOtherLive], asks: [Ask.statement]),
    Transition(
      .replace, from: [.valid, .expired, .lost], to: .replaced, by: [.clerk], asks: [Ask.successor]),
    Transition(
      .replaceUndone, from: [.replaced], to: .valid, by: [.clerk], when: [.wasValid], needs: [.noOtherLive],
      asks: [Ask.ground]),
    Transition(
      .replaceUndone, from: [.replaced], to: .lost, by: [.clerk], when: [.wasLost], needs: [.noOtherLive],
      asks: [Ask.ground]),
    Transition(
      .contact, from: State.allCases, to: nil, by: [.clerk, .supervisor, .chair], needs: [.notOwnCase],
      asks: Ask.contact, checks: [.dayIsPossible, .settledWithReason]),
    Transition(
      .note, from: [.valid, .expired, .lost, .frozen], to: nil, by: [.clerk, .supervisor], needs: [.twoPersons],
      asks: Ask.note),
    Transition(
      .freeze, from: [.valid, .expired], to: .frozen, by: [.supervisor, .chair], needs: [.twoPersons],
      asks: Ask.freeze),
    Transition(
      .unfreeze, from: [.frozen], to: .valid, by: [.supervisor, .chair], needs: [.twoPersons], asks: Ask.restore),
    Transition(
      .moveOut, from: [.valid], to: .movedOut, by: [.supervisor, .chair], needs: [.twoPersons], asks: Ask.moveOut),
    Transition(
      .moveInConfirmed, from: [.movedOut], to: nil, by: [.clerk], needs: [.notOwnCase],
      asks: [Input("receipt", Phrase("对方回执", "Receipt of the other county"))]),
    Transition(
      .moveOutUndone, from: [.movedOut], to: .valid, by: [.clerk, .supervisor],
      needs: [.notOwnCase, .notReceived, .twoPersons, .secondNoKin, .noOtherLive],
      asks: Ask.restore),
    Transition(
      .moveIn, from: [.movedOut], to: .valid, by: [.supervisor, .chair], needs: [.twoPersons, .noOtherLive],
      asks: [Ask.ground]),
    Transition(
      .cancel, from: [.valid, .expired, .lost, .frozen], to: .cancelled, by: [.clerk, .supervisor, .chair],
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
    Transition(
      .sweepUndone, from: [.cancelled], to: .valid, by: [.supervisor], when: [.wasValid],
      needs: [.twoPersons, .noOtherLive, .asTheSweepLeftIt], asks: Ask.restore),
    Transition(
      .sweepUndone, from: [.cancelled], to: .lost, by: [.supervisor], when: [.wasLost],
      needs: [.twoPersons, .noOtherLive, .asTheSweepLeftIt], asks: Ask.restore),
    Transition(
      .sweepUndone, from: [.cancelled], to: .frozen, by: [.supervisor], when: [.wasFrozen],
      needs: [.twoPersons, .noOtherLive, .asTheSweepLeftIt], asks: Ask.restore),
    Transition(
      .sweepUndone, from: [.valid, .expired, .lost, .frozen], to: nil, by: [.supervisor],
      needs: [.twoPersons, .asTheSweepLeftIt], asks: Ask.restore),
  ]

  private enum Ask {
    static let ground = Input("ground", Phrase("依据", "Ground"))
    static let statement = Input("statement", Phrase("本人或监护人声明", "Statement of holder or guardian"), .longText)
    static let successor = Input("successor", Phrase("新证印刷序号", "Serial of the new card"))
    static let note = [
      Input("todo", Phrase("待办", "To do")), Input("event_date", Phrase("事件日期", "Date of the event"), optional: true),
      Input("freeze_on", Phrase("冻结日", "Freeze on"), .day, optional: true),
      Input("cancel_on", Phrase("注销日", "Cancel on"), .day, optional: true),
      Input("detail", Phrase("内容", "Detail"), optional: true), ground,
      Input("kind", Phrase("种类", "Kind"), optional: true),
      Input("written", Phrase("名单写作", "In the list"), optional: true),
      Input("address", Phrase("新址", "New address"), optional: true),
    ]
    static let contact = [
      Input("about", Phrase("事由", "About"), .choice(ContactTopic.choices)),
      Input("result", Phrase("结果", "Result"), .choice(ContactResult.choices)),
      Input("date", Phrase("日期", "Date"), .day, optional: true),
      Input("remark", Phrase("备注", "Remark"), .longText, optional: true),
    ]
    static let freeze = [
      Input("reason", Phrase("冻结原因", "Reason"), .choice(FreezeReason.choices)), ground,
      Input("review_on", Phrase("复核日", "Look at it again on"), .day),
    ]
    static let moveOut = [Input("destination", Phrase("迁往地", "Moved to")), ground]
    static let cancel = [
      Input("reason", Phrase("注销原因", "Reason"), .choice(CancellationReason.choices)), ground,
      Input("event_date", Phrase("事件日期", "Date of the event"), .day, optional: true),
      Input("bar_ends", Phrase("可重新申请日", "New application possible from"), .day, optional: true),
    ]
    static let restore = [Input("reason", Phrase("理由", "Reason"), .reason), ground]
  }
}

extension Certificate.Move {
  /// The moves that people make on a certificate itself; all others come with a case, a sweep or an import.
  public static let byHand: Set<Certificate.Move> = [.reportLoss, .found, .contact, .moveInConfirmed, .moveOutUndone]
}
