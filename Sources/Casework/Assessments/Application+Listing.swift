/// Who may assess what, on the day on which it is assessed (domain: 3.2, Measures article 6).
extension Application {
  /// What a share is looked at for: what it found, before that the category claimed.
  private func wanted(_ share: ResultShare, of act: Act<Application>) -> [DisabilityCategory] {
    guard Int(act.fields.text("category")).flatMap(DisabilityCategory.init(rawValue:)) == nil, !share.isElsewhere else {
      return share.categories
    }
    return claimedCategory.map { [$0] } ?? []
  }

  /// Whether it is not known yet what was assessed, because the parts of a multiple disability were left out.
  private func lacksParts(_ act: Act<Application>) -> Bool {
    Int(act.fields.text("category")) == DisabilityCategory.multiple.rawValue
      && act.fields.text("grade") != "none"
      && MultipleDisability(written: act.fields.text("parts"))?.parts.isEmpty ?? true
  }

  /// Why an institution named may not assess what is said to be found there, and what helps; `nil` where all may.
  func institutionProblem(
    _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (problem: ValueProblem, remedy: Phrase)? {
    ResultShare.all(of: act.fields).lazy.compactMap { share in
      institutionProblem(share, act, in: circumstances).map { sentence, remedy in
        (ValueProblem(share.about(sentence), share.field("institution")), remedy)
      }
    }.first
  }

  private func institutionProblem(
    _ share: ResultShare, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase)? {
    guard let institution = circumstances.facts.institution(of: share) else {
      return (
        Phrase("没有这家评定机构", "There is no such institution"),
        Phrase("用 institution list 查看可选机构", "See institution list")
      )
    }
    let day = share.date ?? circumstances.today
    if let problem = institution.listing.problem(on: day) {
      return (
        Phrase("「\(institution.name)」\(day) \(problem.chinese)", "“\(institution.name)” on \(day): \(problem.english)"),
        Phrase("另选机构，或由系统管理员、审核主管更正名录", "Choose another, or an administrator or supervisor corrects the list")
      )
    }
    if lacksParts(act) { return nil }
    let wanted = wanted(share, of: act)
    // Of the institution referred to nothing is left where every part is said to be found elsewhere.
    let isKnown = !wanted.isEmpty || !act.fields.text("part_results").isEmpty
    if isKnown, institution.assesses(wanted) { return nil }
    let missing = wanted.filter { !institution.assesses([$0]) }.map(\.name)
    let another =
      act.move == .recordResult && wanted.count > 1
      ? Phrase(
        "那一项由别处评定的，写明何处、医生和日期（part_results）；",
        "If that part was found elsewhere, say where, by whom and when (part_results); ")
      : Phrase("", "")
    return (
      Phrase(
        "「\(institution.name)」未列：\(missing.map(\.chinese).joined(separator: "、"))",
        "“\(institution.name)” is not listed for: \(missing.map(\.english).joined(separator: ", "))"),
      another + Phrase("另选机构；名录由系统管理员、审核主管登记", "Choose another; administrator or supervisor keep the list")
    )
  }

  /// Who among the doctors named is not on the institution's list on the day, or which part nobody covers; `nil` where all is well.
  ///
  /// Where the office has recorded no doctor of the institution there is nothing to compare with: the result is taken
  /// and marked (`doctorsAreUnchecked`).
  func doctorsProblem(
    _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> ValueProblem? {
    ResultShare.all(of: act.fields).lazy.compactMap { share in
      doctorsProblem(share, act, in: circumstances).map { ValueProblem(share.about($0), share.field("doctors")) }
    }.first
  }

  private func doctorsProblem(
    _ share: ResultShare, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> Phrase? {
    let listed = circumstances.facts.doctors(of: share)
    guard !listed.isEmpty else { return nil }
    let day = share.date ?? circumstances.today
    let wanted = wanted(share, of: act).filter { $0 != .multiple }
    for name in share.doctors {
      guard let doctor = listed.first(where: { $0.name == name }) else {
        return Phrase("「\(name)」不在该机构评残医生名册", "“\(name)” is not on the institution's list of doctors")
      }
      if let problem = doctor.problem(on: day, for: wanted) {
        return Phrase("「\(name)」\(day) \(problem.chinese)", "“\(name)” on \(day): \(problem.english)")
      }
    }
    let covered = Set(listed.filter { share.doctors.contains($0.name) }.flatMap(\.categories))
    guard let open = wanted.first(where: { !covered.contains($0) }) else { return nil }
    return Phrase("没有列有\(open.name.chinese)类的医生", "No doctor named is listed for: \(open.name.english)")
  }

  /// What is kept of doctors whom no list could confirm: that there are such, and of which parts found elsewhere.
  func uncheckedEntries(of act: Act<Application>, _ facts: ApplicationFacts) -> Entries {
    let unchecked = ResultShare.all(of: act.fields).filter { facts.doctors(of: $0).isEmpty }
    let parts = unchecked.filter(\.isElsewhere).flatMap(\.categories)
    var told = Entries()
    if unchecked.contains(where: { !$0.isElsewhere }) { told["doctors_unchecked"] = "yes" }
    if !parts.isEmpty { told["parts_unchecked"] = CategoryList.text(parts) }
    return told
  }

  /// Whether the result stands under doctors whom no list could confirm.
  public var doctorsAreUnchecked: Bool { value("doctors_unchecked", of: .recordResult) == "yes" }

  /// The parts found elsewhere by doctors whom no list could confirm.
  var partsUnchecked: [DisabilityCategory] { CategoryList.categories(value("parts_unchecked", of: .recordResult)) }
}

extension ApplicationFacts {
  /// The institution that a share names, as far as it is known.
  func institution(of share: ResultShare) -> Institution? {
    share.isElsewhere ? partInstitutions.first { $0.code == share.institution } : institution
  }

  /// The doctors recorded for that institution.
  func doctors(of share: ResultShare) -> [Doctor] { doctors.filter { $0.institution == share.institution } }
}
