import CaseStore
import Casework

/// The letter of outcome of a service without a card.
extension CasePrint {
  /// One clear thing to do for the holder, and who else is told (features: 38, 41).
  func inform(
    _ application: Application, _ store: CaseStore, inFull: Bool, on page: inout PrintedPage
  ) throws {
    page.tell(
      Phrase("残疾人证号", "Certificate"),
      inFull ? application[.certificate] : Masking.certificate(application[.certificate]))
    if let reason = application.cancellationReason {
      try tell(reason, application, store, on: &page)
    } else if let reason = application.freezeReason {
      try tell(reason, application, store, on: &page)
    } else if application.service == .transferOut {
      try tellMove(application, store, on: &page)
      return
    } else if application.service == .transferIn {
      page.say(
        Phrase("上列事项已办结，此证已在本县登记，今后在本县办理。", "This has been done; the certificate is registered in this county now."))
    } else {
      page.say(Phrase("上列事项已办结，证件自即日起恢复使用。", "This has been done; the certificate can be used again."))
    }
    if application.service == .restore,
      let wrong = try store.certificate(numbered: application[.certificate]).restoredFrom
    {
      page.say(
        Phrase(
          "\(wrong.on) 的注销通知书（业务 \(wrong.application)）同时作废。",
          "The notice of cancellation of \(wrong.on) (case \(wrong.application)) is void."))
    }
    page.rule()
    let wrong = application.service == .restore ? try store.dueCorrections(about: application[.certificate]) : []
    for told in wrong { page.say(told.request) }
    let offices = wrong.isEmpty ? Receiver.offices : Receiver.offices.filter { wrong.map(\.receiver).contains($0) }
    page.tell(Phrase("抄送", "Copies to"), Phrase.joined(offices.map(\.name))(in: page.language))
  }

  private func tell(
    _ reason: CancellationReason, _ application: Application, _ store: CaseStore, on page: inout PrintedPage
  ) throws {
    page.tell(Phrase("注销原因", "Reason"), reason.name(in: page.language))
    let cancelled = application.day(of: .approve)
    if let cancelled { page.tell(Phrase("注销日期", "Cancelled on"), cancelled.iso) }
    page.say(Phrase("请将残疾人证交回本室统一销毁。", "Please hand the card back to the office."))
    if reason.bars {
      if let first = try cancelled?.adding(months: store.policy(of: application).barMonths) {
        page.tell(Phrase("可申请日期", "New application from"), first.iso)
      }
      page.say(Phrase("在该日以前不得重新申请（办法第二十四条）。", "Until then no new application is possible (Measures art. 24)."))
    }
    page.say(
      reason == .noLongerMeets
        ? Phrase(
          "对评定结论有异议的，自结论送达次日起十个工作日内向市级残联申请重新评定（办法第二十五条）。",
          "Against the finding the prefecture federation is asked within ten working days from its delivery (Measures art. 25)."
        )
        : Phrase("认为注销有误的，请带身份证和公安证明到本室申请恢复。", "If this is wrong, bring the identity card and the police's proof."))
  }

  /// Reason, basis and the day on which it is looked at again (domain: 2.8).
  private func tell(
    _ reason: FreezeReason, _ application: Application, _ store: CaseStore, on page: inout PrintedPage
  ) throws {
    if let frozen = application.day(of: .approve) { page.tell(Phrase("冻结日期", "Frozen on"), frozen.iso) }
    page.tell(Phrase("冻结原因", "Reason"), reason.name(in: page.language))
    if !application[.document].isEmpty { page.tell(Phrase("依据", "Basis"), application[.document]) }
    let review = application.reviewDay(under: try store.policy(of: application), on: store.today)
    page.tell(Phrase("复核日期", "Looked at again on"), review.iso)
    page.space()
    page.tell(
      Phrase("请在 \(review) 以前办一件事", "One thing to do before \(review)"), reason.liftedBy(in: page.language))
    page.say(Phrase("冻结期间此证不能使用。", "Until then the card cannot be used."))
  }

  /// What the other county registers from: where to, category and grade, and from when to when it is valid.
  private func tellMove(_ application: Application, _ store: CaseStore, on page: inout PrintedPage) throws {
    let moved = try store.certificate(numbered: application[.certificate])
    if let category = moved.category, let grade = moved.grade {
      page.tell(
        Phrase("残疾类别等级", "Category, grade"),
        category.name(in: page.language) + " " + grade.name(in: page.language))
    }
    page.tell(
      Phrase("有效期", "Valid"), "\(moved[.validFrom]) ～ \(moved[.validTo])")
    page.tell(Phrase("迁往地", "Moved to"), application.destinationName)
    page.tell(Phrase("迁出地", "Moved from"), try store.countyName())
    page.say(
      Phrase(
        "兹证明上列残疾人证由本县迁出，档案随函移交，请予接收登记（办法第二十三条）。", "The certificate moves out; its file goes along (Measures art. 23)."
      ))
    try page.listArchive(of: application, in: store)
  }
}
