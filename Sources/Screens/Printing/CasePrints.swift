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
  /// - Parameters:
  ///   - inFull: whether numbers are written out, for a paper that another office registers from; the caller
  ///     notes that somebody saw them (domain: 9).
  ///   - isLarge: whether it is set in large letters, on request.
  public func text(
    of application: Application, in store: CaseStore, _ language: Language, inFull: Bool = false,
    isLarge: Bool = false
  ) throws -> String {
    if self == .referral {
      return try AssessmentPrints.referral(of: application, in: store, language, inFull: inFull, isLarge: isLarge)
    }
    guard isDue(for: application) else {
      throw Refusal(
        "nothing_to_print",
        Phrase("此件还没有「\(name.chinese)」可打印", "There is no “\(name.english)” for this case yet"),
        remedy: Phrase("先办到相应一步", "The step it tells of comes first"))
    }
    var page = PrintedPage(heading(for: application), in: language, isLarge: isLarge)
    let back = self == .letter ? try store.takenBack(application) : nil
    if let back {
      page.say(Phrase("本通知书作废，不得送达：", "This letter is void and not to be delivered: ") + back.words + Phrase("。", "."))
    }
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
    case .refusal: refuse(application, on: &page)
    case .letter: try inform(application, store, inFull: isFull, on: &page)
    case .referral: break
    }
    page.space()
    try page.sign(store)
    return page.text
  }

  /// Whether another office goes by the number on the paper, so that it is no notice that covers it.
  ///
  /// The proof from which another county registers (迁移证明, domain: 2.6), the slip by which an institution knows whom it
  /// assesses.
  public func writesNumbersOut(for application: Application) -> Bool {
    self == .letter && application.service == .transferOut || self == .referral
  }

  /// Whose number it writes out, for the note that somebody saw it.
  public func numberWritten(for application: Application) -> String {
    self == .referral ? application[.identity] : application[.certificate]
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
    tellOfGuardian(application, store, on: &page)
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
    if application.clock == nil, promise.isEmpty {
      let days = try store.policy(of: application).reviewDays
      page.say(
        Phrase(
          "评定、公示完成后，\(days) 个工作日内作出审批决定（办法第九条）。",
          "Decided within \(days.counted("working day")) after assessment and notice (Measures art. 9)."))
    }
    page.say(Phrase("凭业务号查询进度。办证免费（办法第十七条）。", "Ask with the case number. The card is free (Measures art. 17)."))
  }

  /// What may be due besides and nobody knows before the assessment.
  private func tellOfGuardian(_ application: Application, _ store: CaseStore, on page: inout PrintedPage) {
    guard application.guardianIsPerhapsDue(on: store.today) else { return }
    page.say(
      Phrase("多重残疾", "Multiple disability: ") + Application.guardianPerhapsWords
        + Phrase("（办法第九条）。", " (Measures art. 9)."))
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
    tellOfGuardian(application, store, on: &page)
    // Codes of papers stand above by their names.
    if !notice.words.isEmpty { page.tell(Phrase("说明", "Items"), notice.words.joined(separator: "、")) }
    page.tell(Phrase("理由", "Reason"), application.value("reason", of: .sendBack))
    page.space()
    if let last = application.deadline?.day {
      page.say(
        Phrase(
          "请在 \(last)（含当日）以前补正；逾期未补正的，申请失效，可重新申请。", "Correct it by \(last); after that the application lapses."))
    }
  }
}
