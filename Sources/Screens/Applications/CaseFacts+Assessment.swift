import Casework

extension CaseFacts {
  /// How the disability was assessed and made public: what the panel was given, opinions, form, measurements, notice.
  var assessment: [FactLine] {
    let elsewhere = application.foundElsewhere(amid: around).map { FactLine($0.label, $0.text) }
    let lines = given + panel(inFull: true) + hospital + elsewhere + higher + notice
    return lines.isEmpty ? [] : [.heading(Phrase("评定", "Assessment"))] + lines
  }

  /// The same as a decision needs it first: each seat in one line; what the panel was given, and what was found first
  /// and above, stands elsewhere.
  var conclusions: [FactLine] {
    let panel = panel(inFull: false)
    return (panel.isEmpty ? [] : [.heading(Phrase("联合评定", "Panel"))] + panel) + hospital + notice
  }

  /// What the panel was given to look at.
  var given: [FactLine] {
    [("feature", Phrase("明显特征", "Feature")), ("evaluation", Phrase("评定说明", "Evaluation"))].compactMap { code, name in
      let text = application.assessed(code)
      return text.isEmpty ? nil : FactLine(name, text)
    }
  }

  /// What each seat signed, once opinions are open; until then only that it did.
  private func panel(inFull: Bool) -> [FactLine] {
    application.signatures.map { signature in
      let name = Phrase.verbatim(names[signature.staff] ?? application.memberName(signature.staff))
      let day = Phrase.verbatim(signature.day?.iso ?? "")
      guard application.opinionsAreOpen else { return FactLine(name, Phrase("已签 ", "signed ") + day) }
      let category = Int(signature.category).flatMap(DisabilityCategory.init(rawValue:))?.name ?? Phrase("", "")
      let finding = category + .verbatim(" ") + Grade.phrase(signature.grade)
      let opinion = Phrase.verbatim(signature.opinion + (signature.under.isEmpty ? "" : "（\(signature.under)）"))
      guard inFull else { return FactLine(name, finding + Phrase("：", ": ") + opinion) }
      let measured = Measurements(written: signature.measurements)?.words ?? []
      return FactLine(name, .joined([day, finding] + measured + [opinion], by: Phrase("；", "; ")))
    }
  }

  private var hospital: [FactLine] { result(of: .recordResult) + result(of: .arrive) }

  /// What a form says that came from outside: number, who assessed, when, what was measured.
  private func result(of move: Application.Move) -> [FactLine] {
    let form = application.value("form", of: move)
    guard application.day(of: move) != nil, !form.isEmpty else { return [] }
    let institution = application.value("institution", of: move)
    let who = [institutions[institution] ?? institution, application.value("doctors", of: move)]
    let told = [form, application.value("date", of: move)] + who
    let measured = Measurements(written: application.value("measurements", of: move))?.words ?? []
    return [
      FactLine(Phrase("评定表", "Form"), .joined(told.map { .verbatim($0) }, by: .verbatim("  ")))
    ] + (measured.isEmpty ? [] : [FactLine(Phrase("测量", "Measured"), .joined(measured))])
  }

  /// The first finding, frozen, beside what each federation above was asked and found, to the end (features: 20).
  var higher: [FactLine] {
    let steps = application.reassessments
    var lines = steps.flatMap(told(of:))
    if let first = application.firstFinding {
      lines.insert(FactLine(Finding.firstName, first.words), at: 0)
    }
    let isObjected = application.state == .refused || application.state == .assessedFail || !steps.isEmpty
    if isObjected, let nextStep { lines.append(nextStep) }
    return lines
  }

  private func told(of step: Reassessment) -> [FactLine] {
    let level = step.level == .city ? Phrase("市级", "Prefecture") : Phrase("省级", "Province")
    let asked = FactLine(
      level + Phrase("重新评定", ""),
      Phrase("\(step.askedOn) 向\(step.federation)申请", "asked of \(step.federation) on \(step.askedOn)")
        + (step.result == nil
          ? Phrase("，已等 \(step.days(on: today)) 天", ", waiting for \(step.days(on: today).counted("day"))")
          : Phrase("", "")))
    guard let result = step.result else { return [asked] }
    let told = [result.document, result.institution, result.assessedOn?.iso ?? ""].filter { !$0.isEmpty }
    let finding = result.finding?.words ?? Phrase("", "")
    return [
      asked,
      FactLine(
        level + Phrase("结论", " finding"),
        .joined([finding] + told.map { .verbatim($0) }, by: Phrase("；", "; "))
          + (result.isFinal ? Phrase("；最终结论", "; final") : Phrase("", ""))),
    ]
  }

  /// Until when whom the applicant may ask next.
  private var nextStep: FactLine? {
    guard let term = application.reassessmentTerm(under: rules.policy, on: calendar, today: today) else { return nil }
    let whom = term.level == .city ? Phrase("市级残联", "the prefecture") : Phrase("省级残联", "the province")
    let days = rules.policy.objectionDays
    let rule = Phrase(
      "自结论送达次日起 \(days) 个工作日（办法第二十五条）",
      "within \(days.counted("working day")) from the day after its delivery (Measures art. 25)")
    let standing: Phrase =
      if !term.runs {
        Phrase("：送达未登记，登记后起算", ": they begin once the delivery is recorded")
      } else if term.last < today {
        Phrase("：已于 \(term.last) 届满", ": over since \(term.last)")
      } else {
        Phrase("：最迟 \(term.last)", ": by \(term.last)")
      }
    return FactLine(
      Phrase("可再申请", "May ask"),
      whom + Phrase("，", " ") + rule + standing + (term.isProvisional ? .provisional : Phrase("", "")))
  }

  private var notice: [FactLine] {
    guard let posted = application.day(of: .postNotice) else { return [] }
    let until = application.noticeLastDay?.iso ?? ""
    let place = application.value("place", of: .postNotice)
    let evidence = application.value("evidence", of: .noticeEnd)
    return [FactLine(Phrase("公示", "Notice"), "\(posted) – \(until)  \(place)  \(evidence)")]
      + application.settledObjections.map { FactLine(Phrase("异议", "Objection"), $0.words) }
  }
}
