import Casework

extension CaseFacts {
  /// How the disability was assessed and made public: what the panel was given, opinions, form, measurements, notice.
  var assessment: [FactLine] {
    let lines = given + panel(inFull: true) + hospital + first + higher + notice
    return lines.isEmpty ? [] : [.heading(Phrase("评定", "Assessment"))] + lines
  }

  /// The same as a decision needs it first: each seat in one line, and what the panel was given elsewhere.
  var conclusions: [FactLine] {
    let panel = panel(inFull: false)
    return (panel.isEmpty ? [] : [.heading(Phrase("联合评定", "Panel"))] + panel) + hospital + higher + notice
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

  /// What a higher federation found; the first finding stands beside the later one.
  private var higher: [FactLine] {
    [Application.Move.cityResult, .provResult].compactMap { move -> FactLine? in
      guard application.day(of: move) != nil else { return nil }
      let told = ["date", "document", "institution"].map { application.value($0, of: move) }.filter { !$0.isEmpty }
      return FactLine(move.name, .joined(told.map { .verbatim($0) }, by: Phrase("；", "; ")))
    }
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
