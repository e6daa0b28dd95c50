public import CaseStore
public import Casework

/// What is printed around an assessment: the slip for the institution, the sheet for a day.
public enum AssessmentPrints {
  /// The referral slip that the applicant takes to the institution (评定转介单).
  ///
  /// Throws `Refusal` where the case was not referred.
  ///
  /// - Parameter inFull: whether the number is written out: the institution compares it with the card.
  public static func referral(
    of application: Application, in store: CaseStore, _ language: Language, inFull: Bool = false, isLarge: Bool = false
  ) throws -> String {
    guard application.state == .assigned,
      let institution = try store.institutions().first(where: { $0.code == application.institution })
    else {
      throw Refusal(
        "not_referred",
        Phrase(
          "\(application.number) 现不在医院评定中，没有可打印的转介单",
          "\(application.number) is not with an institution now: there is no referral to print"),
        remedy: Phrase("先办「派指定机构评定」", "Refer it first"))
    }
    var page = PrintedPage(Phrase("残疾评定转介单", "Referral for assessment"), in: language, isLarge: isLarge)
    page.tell(Phrase("业务号", "Case"), application.number)
    page.tell(Phrase("评定机构", "Institution"), institution.name)
    page.rule()
    page.tell(Phrase("姓名", "Name"), application.applicant)
    page.tell(
      Phrase("身份号码", "Identity number"),
      inFull ? application[.identity] : Masking.identity(application[.identity]))
    page.tell(Phrase("户籍地址", "Household address"), application[.address])
    page.tell(Phrase("申请类别", "Category"), application.claimedCategory?.name(in: language) ?? "")
    if !application[.guardianName].isEmpty { page.tell(Phrase("监护人", "Guardian"), application[.guardianName]) }
    page.rule()
    let needed = (application.claimedCategory.map { [$0] } ?? []).flatMap {
      Measurement.of($0, age: application.age(on: store.today)).required
    }
    if !needed.isEmpty {
      page.tell(Phrase("评定表须写明", "To be measured"), Phrase.joined(needed.map(\.name))(in: language))
    }
    if let last = application.deadline?.day {
      page.say(
        Phrase("最迟 \(last) 前往评定，本人到场，带身份证和户口簿。", "Come by \(last), in person, with identity card and household book."))
    }
    page.say(Phrase("评定表由名册内医生签名并加盖机构公章。", "The form is signed by a listed doctor and sealed by the institution."))
    page.space()
    try page.sign(store)
    return page.text
  }

  /// The sheet for an assessment day: whom to see, in order, with room for ticks and results.
  public static func sheet(of day: AssessmentDay, in store: CaseStore, _ language: Language) throws -> String {
    let institution = try store.institutions().first { $0.code == day.institution }?.name
    var page = PrintedPage(Phrase("评定日名单", "Assessment day"), in: language)
    page.tell(Phrase("日期", "Date"), "\(day.date)    \(day.code)")
    page.tell(Phrase("地点", "Place"), day.place)
    page.tell(Phrase("评定", "By"), institution ?? Phrase("联合评定组", "the panel")(in: language))
    page.rule()
    let widths = [3, 10, 20, 12, 6, 6, 16]
    page.row(
      [
        Phrase("序", "#"), Phrase("姓名", "Name"), Phrase("地址", "Address"), Phrase("电话", "Phone"),
        Phrase("类别", "Kind"), Phrase("到场", "Came"), Phrase("结论", "Result"),
      ].map { $0(in: language) }, widths)
    page.rule()
    for (index, number) in day.cases.enumerated() {
      let application = try store.application(numbered: number)
      let came = day.marks[number].map { $0.name(in: language) } ?? "[  ]"
      page.row(
        [
          String(index + 1), application.applicant, Village.local(application[.address]), application[.phone],
          application.claimedCategory?.name(in: language) ?? "", came, "______________",
        ], widths)
    }
    page.rule()
    page.say(
      Phrase(
        "共 \(day.cases.count) 人。未到者退回待派评定。", "\(day.cases.count) in all. Whoever does not come returns to the queue."))
    return page.text
  }
}
