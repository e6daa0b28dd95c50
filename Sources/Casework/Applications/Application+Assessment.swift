extension Application {
  /// What is wrong with a proposed panel (SOD-2, SOD-3), or `nil`.
  func panelProblem(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Phrase? {
    let members = StaffList.ids(act.fields.text("members"))
    let known = circumstances.facts.named.filter { members.contains($0.id) }
    let smallest = circumstances.policy.panelSize
    if Set(members).count != members.count { return Phrase("有人被列了两次", "Somebody is named twice") }
    if members.count < smallest {
      return Phrase("至少须 \(smallest) 人", "At least \(smallest.counted("person is", "people are")) needed")
    }
    if let stranger = members.first(where: { name in !known.contains { $0.id == name && $0.isActive } }) {
      return Phrase("没有在岗人员「\(stranger)」", "There is no active staff member “\(stranger)”")
    }
    if let other = known.first(where: { !$0.holds([.assessor]) && !$0.sitsForChair }) {
      return Phrase("「\(other.name)」不是联合评定人", "“\(other.name)” is no panel assessor")
    }
    if let problem = chairProblem(among: known) { return problem }
    if let own = members.first(where: ownHands(for: .panelSign).contains) {
      let name = known.first { $0.id == own }?.name ?? own
      return Phrase(
        "「\(name)」登记、提交或受理了此件，须回避", "“\(name)” registered, submitted or accepted the case and may not assess it")
    }
    let related = people(about: circumstances.facts.certificate)
    if let relative = known.first(where: { $0.isRecused(from: related) }) {
      return Phrase(
        "「\(relative.name)」与申请人或其监护人、代理人有亲属关系，须回避",
        "“\(relative.name)” is related to the applicant, the guardian or the agent")
    }
    return nil
  }

  /// Who is counted for the chair's seat, where that is nobody or more than one.
  private func chairProblem(among members: [StaffMember]) -> Phrase? {
    let seated = members.filter(\.sitsForChair)
    switch seated.count {
    case 1: return nil
    case 0:
      return Phrase("没有理事长席位：", "Nobody sits for the chair: ") + .listed(members.map(\.name))
        + Phrase(" 都算评定人。请加上理事长或其受权人", " all count as assessors. Add the chair or the substitute")
    default:
      let named = seated.map { member in
        Phrase("「\(member.name)」", "“\(member.name)” ")
          + (member.delegation(.seat).map { Phrase("（代理事长，\($0.document)）", "(for the chair, \($0.document))") }
            ?? Phrase("（理事长）", "(the chair)"))
      }
      return Phrase("理事长席位只有一个，一人只算一席，名单里却有 ", "The chair has one seat, and each person one; here are ")
        + .joined(named)
        + Phrase(
          "。只留一位，换上另一位评定人；受权人要按评定人坐席的，先收回授权（staff recall）",
          ". Keep one and name another assessor; a substitute who is to sit as an assessor needs the delegation taken back first (staff recall)"
        )
    }
  }

  /// What is wrong with an entered hospital result, or `nil`.
  func resultProblem(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> ValueProblem? {
    let fields = act.fields
    if fields.text("institution") != institution {
      return ValueProblem(
        Phrase("应由所派机构「\(institution)」评定", "The applicant was referred to “\(institution)”"), "institution")
    }
    let shares = ResultShare.all(of: fields)
    if let problem = shares.lazy.compactMap({ self.shareProblem($0, in: circumstances) }).first { return problem }
    if Int(fields.text("category")) == DisabilityCategory.multiple.rawValue, fields.text("grade") != "none",
      let problem = partsProblem(fields.text("parts"), grade: fields.text("grade"))
    {
      return ValueProblem(problem, "parts")
    }
    if let problem = elsewhereProblem(fields) { return ValueProblem(problem, "part_results") }
    let missing = missingMeasurements(fields, on: shares[0].date ?? circumstances.today)
    guard !missing.isEmpty else { return nil }
    return ValueProblem(
      Phrase(
        "缺测量值：\(missing.map { "\($0.name.chinese)（\($0.rawValue)）" }.joined(separator: "、"))",
        "Measurements missing: \(missing.map { "\($0.name.english) (\($0.rawValue))" }.joined(separator: ", "))"),
      in: missing.map(\.rawValue))
  }

  /// What is wrong with the day of a share, its number of doctors, or that it was found there once more; or `nil`.
  private func shareProblem(
    _ share: ResultShare, in circumstances: Circumstances<ApplicationFacts>
  ) -> ValueProblem? {
    func problem(_ sentence: Phrase, _ field: String) -> ValueProblem {
      ValueProblem(share.about(sentence), share.field(field))
    }
    if let sentence = dateProblem(share.date, in: circumstances) { return problem(sentence, "date") }
    let sent = [Move.chooseHospital, .panelToHospital, .objectionFounded].compactMap { day(of: $0) }.max()
    if let sent, let date = share.date, date < sent {
      return problem(Phrase("评定日期早于转介（\(sent)）", "The assessment is older than the referral (\(sent))"), "date")
    }
    if let last = referralEnd, let date = share.date, date > last {
      return problem(
        Phrase("转介有效期到 \(last) 止，评定在其后", "The referral was good until \(last), before the assessment"), "date")
    }
    let least = circumstances.policy.doctors
    if Set(share.doctors).count < least {
      return problem(
        Phrase("至少须 \(least) 名医生", "At least \(least.counted("doctor is", "doctors are")) needed"), "doctors")
    }
    return objectedPart(share).map { part in
      problem(
        Phrase(
          "公示异议成立后，\(part.name.chinese)须换一家机构重新评定",
          "After the founded objection, \(part.name.english) must be assessed anew at another institution"),
        "institution")
    }
  }

  private func dateProblem(_ date: Day?, in circumstances: Circumstances<ApplicationFacts>) -> Phrase? {
    guard let date else { return Phrase("评定日期有误", "The date cannot be read") }
    return date > circumstances.today ? Phrase("评定日期在将来", "The assessment lies in the future") : nil
  }

  /// The last day on which the institution may assess by this referral.
  private var referralEnd: Day? { clock?.rule.state == .assigned ? clock?.last : nil }

  /// What helps against a result that cannot be taken.
  func resultRemedy(_ act: Act<Application>) -> Phrase {
    let dates = ResultShare.all(of: act.fields).compactMap(\.date)
    guard let last = referralEnd, dates.contains(where: { $0 > last }) else {
      return Phrase("请对照评定表更正", "Correct it from the form")
    }
    return Phrase(
      "请办「\(Move.noShow.name.chinese)」，再为申请人重新登记",
      "Use “\(Move.noShow.name.english)” and open a new case for the applicant")
  }

  /// Parts are written `1:2,4:3`; the printed grade is that of the most severe (Measures article 13).
  private func partsProblem(_ text: String, grade: String) -> Phrase? {
    guard let parts = MultipleDisability(written: text), let printed = Int(grade).flatMap(Grade.init(rawValue:)) else {
      return Phrase("多重残疾须列出至少两类，写作 1:2,4:3", "Name at least two categories, as 1:2,4:3")
    }
    guard let problem = parts.problems(printed: printed).first else { return nil }
    if problem == .otherGrade, let grade = parts.grade?.name {
      return Phrase("等级应为各项中最重的\(grade.chinese)", "The most severe grade among the parts is \(grade.english)")
    }
    let advice = problem.advice
    return Phrase(String(advice.chinese.dropLast()), String(advice.english.dropLast()))
  }

  /// What is wrong with the result of a higher federation, or `nil`.
  func reassessmentProblem(
    _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> ValueProblem? {
    if act.move == .arrive, let problem = foreignFindingProblem(act, in: circumstances) { return problem }
    if act.move == .arrive, !bringsFinding(act) { return nil }
    if let problem = dateProblem(Day(iso: act.fields.text("date")), in: circumstances) {
      return ValueProblem(problem, "date")
    }
    let asked = [Move.askCity, .askProvince].compactMap { day(of: $0) }.max()
    if let asked, let date = Day(iso: act.fields.text("date")), date < asked {
      return ValueProblem(
        Phrase("评定日期早于申请（\(asked)）", "The assessment is older than the request (\(asked))"), "date")
    }
    guard Int(act.fields.text("category")) == DisabilityCategory.multiple.rawValue,
      act.fields.text("grade") != "none"
    else { return nil }
    return partsProblem(act.fields.text("parts"), grade: act.fields.text("grade")).map { ValueProblem($0, "parts") }
  }
}
