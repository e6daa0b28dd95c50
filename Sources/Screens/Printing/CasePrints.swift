public import CaseStore
public import Casework

/// What is printed about one case.
public enum CasePrint: String, CaseIterable, Sendable {
  case receipt, correction, referral, refusal, letter

  public var name: Phrase {
    switch self {
    case .receipt: Phrase("受理回执", "Receipt")
    case .correction: Phrase("补正通知书", "Notice of correction")
    case .referral: Phrase("残疾评定转介单", "Referral for assessment")
    case .refusal: Phrase("不予办理决定书", "Refusal")
    case .letter: Phrase("办理结果通知书", "Letter of outcome")
    }
  }

  /// Whether the case has come so far that there is something to print.
  public func isDue(for application: Application) -> Bool {
    switch self {
    case .receipt: application.day(of: .accept) != nil
    case .correction: application.day(of: .sendBack) != nil
    case .referral: application.state == .assigned
    case .refusal: application.day(of: .refuse) != nil || application.day(of: .rejectIntake) != nil
    case .letter: application.day(of: .approve) != nil && !application.service.replaces && application.service != .new
    }
  }

  /// The text, 80 columns wide, for any printer.
  ///
  /// Throws `Refusal` where the case has not come so far.
  ///
  /// - Parameter inFull: whether numbers are written out, for a paper that another office registers from; the caller
  ///   notes that somebody saw them (domain: 9).
  public func text(
    of application: Application, in store: CaseStore, _ language: Language, inFull: Bool = false
  ) throws -> String {
    if self == .referral { return try AssessmentPrints.referral(of: application, in: store, language) }
    guard isDue(for: application) else {
      throw Refusal(
        "nothing_to_print",
        Phrase("此件还没有「\(name.chinese)」可打印", "There is no “\(name.english)” for this case yet"),
        remedy: Phrase("先办到相应一步", "The step it tells of comes first"))
    }
    var page = PrintedPage(name, in: language)
    page.tell(Phrase("业务号", "Case"), application.number)
    page.tell(Phrase("事项", "Service"), application.service.name(in: language))
    let isFull = inFull && writesNumbersOut(for: application)
    page.tell(
      Phrase("申请人", "Applicant"),
      application.applicant + "  " + (isFull ? application[.identity] : Masking.identity(application[.identity])))
    page.rule()
    switch self {
    case .receipt: try receive(application, store, on: &page)
    case .correction: try correct(application, store, on: &page)
    case .refusal: refuse(application, store, on: &page)
    case .letter: try inform(application, store, inFull: isFull, on: &page)
    case .referral: break
    }
    page.space()
    page.say(.verbatim("\(try store.office().name)    \(store.today)"))
    return page.text
  }

  /// Whether the paper is a proof from which another county registers (迁移证明, domain: 2.6), not a notice.
  public func writesNumbersOut(for application: Application) -> Bool {
    self == .letter && application.service == .transferOut
  }

  private func receive(_ application: Application, _ store: CaseStore, on page: inout PrintedPage) throws {
    let papers = MaterialCode.allCases.filter { application.materials[$0] > 0 }
    page.tell(
      Phrase("已收材料", "Papers received"),
      Phrase.joined(
        papers.map { paper in
          let count = application.materials[paper]
          return paper.name + .verbatim(count > 1 ? "×\(count)" : "")
        })(in: page.language))
    let missing = application.missingMaterials(
      presented: application.materials, waived: application.waivers, under: try store.policy(of: application),
      on: store.today)
    if !missing.isEmpty {
      page.tell(Phrase("尚缺", "Still missing"), Phrase.joined(missing.map(\.words))(in: page.language))
    }
    page.space()
    if let clock = application.clock {
      page.say(Phrase("最迟 \(clock.last)", "By \(clock.last)") + (clock.isProvisional ? .provisional : .verbatim("")))
      page.say(clock.explanation)
    }
    let promise = application.value("promise", of: .accept)
    if !promise.isEmpty {
      let mark: Phrase =
        application.value("promise_provisional", of: .accept).isEmpty ? .verbatim("") : .provisional
      page.say(Phrase("本室承诺至迟 \(promise)", "The office promises to be done by \(promise)") + mark + Phrase(" 办结。", "."))
    }
    page.say(Phrase("凭业务号查询进度。办证免费（办法第十七条）。", "Ask with the case number. The card is free (Measures art. 17)."))
  }

  /// The complete list, each with its ground, and what was asked for only later.
  private func correct(_ application: Application, _ store: CaseStore, on page: inout PrintedPage) throws {
    let policy = try store.policy(of: application)
    let demands = application.demands(under: policy, on: store.today)
    let notice = application.lastNotice
    for (index, code) in notice.papers.enumerated() {
      let demand = demands.first { $0.code == code }
      let ground = demand?.ground ?? Phrase("核对需要", "to be checked")
      let added = notice.later.contains(code) ? Phrase("（事后追加）", " (asked for later)") : Phrase("", "")
      page.say(.verbatim("\(index + 1). ") + (demand?.words ?? code.name) + .verbatim("  ") + ground + added)
    }
    if !notice.fields.isEmpty {
      page.tell(
        Phrase("须补填", "To be filled in"),
        Phrase.joined(notice.fields.map { application.service.input(for: $0).name })(in: page.language))
    }
    let items = application.value("items", of: .sendBack)
    if !items.isEmpty { page.tell(Phrase("说明", "Items"), items) }
    page.tell(Phrase("理由", "Reason"), application.value("reason", of: .sendBack))
    page.space()
    if let last = application.deadline?.day {
      page.say(
        Phrase(
          "请在 \(last)（含当日）以前补正；逾期未补正的，申请失效，可重新申请。", "Correct it by \(last); after that the application lapses."))
    }
  }

  private func refuse(_ application: Application, _ store: CaseStore, on page: inout PrintedPage) {
    let reason = application.value("reason", of: .refuse)
    page.tell(
      Phrase("理由", "Reason"), reason.isEmpty ? application.value("reason", of: .rejectIntake) : reason)
    if let finding = application.finding, finding.grade == nil {
      page.tell(Phrase("评定结论", "Finding"), Phrase("不符合残疾标准", "The standard is not met")(in: page.language))
    }
    page.space()
    if let clock = application.clock, application.state == .refused { tell(clock, application, on: &page) }
  }

  /// Until when the prefecture can be asked: a day only once the decision was handed over, for the days run from there.
  private func tell(_ clock: RunningClock, _ application: Application, on page: inout PrintedPage) {
    guard let delivered = application.deliveredOn else {
      page.say(
        Phrase(
          "对评定结论有异议的，自本决定书送达次日起 \(clock.count) 个工作日内，可向市级残联申请重新评定（办法第二十五条）。",
          "Within \(clock.count) working days from the day after this is handed over, the prefecture federation can be asked for a re-assessment (Measures art. 25)."
        ))
      page.space()
      page.say(
        Phrase("送达日期：______________    签收：______________", "Handed over on: ____________    Received: ____________"))
      return
    }
    let mark: Phrase = clock.isProvisional ? .provisional : .verbatim("")
    page.tell(Phrase("送达日期", "Handed over on"), delivered.iso)
    page.say(
      Phrase(
        "对评定结论有异议的，可在 \(clock.last)（含当日）", "The prefecture federation can be asked up to and including \(clock.last)")
        + mark
        + Phrase("以前向市级残联申请重新评定（办法第二十五条）。", " for a re-assessment (Measures art. 25)."))
    if clock.isProvisional {
      page.say(
        Phrase("该年放假安排尚未公布，期限如有变化，以较迟的一天为准。", "The holidays of that year are not published; the later day counts."))
    }
  }

  /// One clear thing to do for the holder, and who else is told (features: 38, 41).
  private func inform(
    _ application: Application, _ store: CaseStore, inFull: Bool, on page: inout PrintedPage
  ) throws {
    page.tell(
      Phrase("残疾人证号", "Certificate"),
      inFull ? application[.certificate] : Masking.certificate(application[.certificate]))
    if let reason = application.cancellationReason {
      page.tell(Phrase("注销原因", "Reason"), reason.name(in: page.language))
      page.say(Phrase("请将残疾人证交回本室统一销毁。", "Please hand the card back to the office."))
      if reason.bars {
        page.say(Phrase("注销满一年后可重新申请（办法第二十四条）。", "A new application is possible after one year (Measures art. 24)."))
      }
      page.say(
        Phrase("认为注销有误的，请带身份证和公安证明到本室申请恢复。", "If this is wrong, bring the identity card and the police's proof."))
    } else if let reason = application.freezeReason {
      page.tell(Phrase("冻结原因", "Reason"), reason.name(in: page.language))
      page.say(Phrase("解除冻结：", "To lift it: ") + reason.liftedBy)
    } else if application.service == .transferOut {
      page.tell(Phrase("迁往地", "Moved to"), application.destinationName)
      page.tell(Phrase("迁出地", "Moved from"), try store.countyName())
      page.say(
        Phrase(
          "兹证明上列残疾人证由本县迁出，档案随函移交，请予接收登记（办法第二十三条）。", "The certificate moves out; its file goes along (Measures art. 23)."
        ))
    } else {
      page.say(Phrase("上列事项已办结，证件自即日起恢复使用。", "This has been done; the certificate can be used again."))
    }
    guard application.service != .transferOut else { return }
    page.rule()
    let wrong = application.service == .restore ? try store.dueCorrections(about: application[.certificate]) : []
    for told in wrong { page.say(told.request) }
    let offices = wrong.isEmpty ? Receiver.offices : Receiver.offices.filter { wrong.map(\.receiver).contains($0) }
    page.tell(Phrase("抄送", "Copies to"), Phrase.joined(offices.map(\.name))(in: page.language))
  }
}
