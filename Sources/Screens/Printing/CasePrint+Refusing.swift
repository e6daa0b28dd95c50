import Casework

/// The written refusal, and what can be done against it (domain: 2.9, 3.2 refuse).
extension CasePrint {
  func refuse(_ application: Application, on page: inout PrintedPage) {
    let reason = application.value("reason", of: .refuse)
    page.tell(
      Phrase("理由", "Reason"), reason.isEmpty ? application.value("reason", of: .rejectIntake) : reason)
    if let finding = application.finding, finding.grade == nil {
      page.tell(Phrase("评定结论", "Finding"), Phrase("不符合残疾标准", "The standard is not met")(in: page.language))
    }
    page.space()
    guard application.state == .refused else { return }
    guard let level = application.nextLevel else {
      page.say(application.finding == nil ? Self.noConclusion : Self.final)
      tellDelivery(application, on: &page)
      return
    }
    if let clock = application.clock { tell(clock, of: Self.federation(level), application, on: &page) }
  }

  /// Until when a higher federation can be asked: a day only once the decision was handed over, for the days run from
  /// there.
  private func tell(
    _ clock: RunningClock, of federation: Phrase, _ application: Application, on page: inout PrintedPage
  ) {
    let (chinese, english) = (federation.chinese, federation.english)
    guard application.deliveredOn != nil else {
      page.say(
        Phrase(
          "对评定结论有异议的，自本决定书送达次日起 \(clock.count) 个工作日内，可向\(chinese)申请重新评定（办法第二十五条）。",
          "Within \(clock.count.counted("working day")) from the day after this is handed over, \(english) can be asked for a re-assessment (Measures art. 25)."
        ))
      tellDelivery(application, on: &page)
      return
    }
    let mark: Phrase = clock.isProvisional ? .provisional : .verbatim("")
    tellDelivery(application, on: &page)
    page.say(
      Phrase(
        "对评定结论有异议的，可在 \(clock.last)（含当日）", "\(english) can be asked up to and including \(clock.last)")
        + mark
        + Phrase("以前向\(chinese)申请重新评定（办法第二十五条）。", " for a re-assessment (Measures art. 25)."))
    if clock.isProvisional {
      page.say(
        Phrase("该年放假安排尚未公布，期限如有变化，以较迟的一天为准。", "The holidays of that year are not published; the later day counts."))
    }
  }

  private func tellDelivery(_ application: Application, on page: inout PrintedPage) {
    if let delivered = application.deliveredOn {
      page.tell(Phrase("送达日期", "Handed over on"), delivered.iso)
      return
    }
    page.space()
    page.say(
      Phrase("送达日期：______________    签收：______________", "Handed over on: ____________    Received: ____________"))
  }

  private static func federation(_ level: AssessmentPath) -> Phrase {
    level == .province
      ? Phrase("省级残联", "The provincial federation") : Phrase("市级残联", "The prefecture federation")
  }

  private static let noConclusion = Phrase(
    "本决定不涉及评定结论，不适用重新评定；补齐所缺或情况变化后，可以重新申请。",
    "No assessment is concerned, so none is repeated; apply again once what was missing is there.")
  private static let final = Phrase(
    "省级残联的评定结论为最终结论（办法第二十五条）；病情有变化的，可以重新申请。",
    "The province's conclusion is final (Measures art. 25); apply again if the condition changes.")
}
