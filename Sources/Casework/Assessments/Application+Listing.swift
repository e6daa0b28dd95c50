/// Who may assess what, on the day on which it is assessed (domain: 3.2, Measures article 6).
extension Application {
  /// The day on which the institution must stand on the list: that of the assessment, else today.
  private func assessedOn(_ act: Act<Application>, today: Day) -> Day {
    act.move == .recordResult ? Day(iso: act.fields.text("date")) ?? today : today
  }

  /// What is to be assessed: the category found, or for a multiple disability its parts, else the one claimed.
  func categoriesAssessed(_ act: Act<Application>) -> [DisabilityCategory] {
    guard let found = Int(act.fields.text("category")).flatMap(DisabilityCategory.init(rawValue:)) else {
      return claimedCategory.map { [$0] } ?? []
    }
    let parts = MultipleDisability(written: act.fields.text("parts"))?.parts.map(\.category) ?? []
    return found == .multiple && !parts.isEmpty ? parts : [found]
  }

  /// Whether it is not known yet what was assessed, because the parts of a multiple disability were left out.
  private func lacksParts(_ act: Act<Application>) -> Bool {
    Int(act.fields.text("category")) == DisabilityCategory.multiple.rawValue
      && act.fields.text("grade") != "none"
      && MultipleDisability(written: act.fields.text("parts"))?.parts.isEmpty ?? true
  }

  /// Why the institution named may not assess, or `nil`.
  func institutionProblem(
    _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase)? {
    guard let institution = circumstances.facts.institution else {
      return (
        Phrase("没有这家评定机构", "There is no such institution"),
        Phrase("用 institution list 查看可选机构", "See institution list")
      )
    }
    let day = assessedOn(act, today: circumstances.today)
    if let problem = institution.listing.problem(on: day) {
      return (
        Phrase("「\(institution.name)」\(day) \(problem.chinese)", "“\(institution.name)” on \(day): \(problem.english)"),
        Phrase("另选机构，或由系统管理员、审核主管更正名录", "Choose another, or an administrator or supervisor corrects the list")
      )
    }
    if lacksParts(act) { return nil }
    let wanted = categoriesAssessed(act)
    if !wanted.isEmpty, institution.assesses(wanted) { return nil }
    let missing = wanted.filter { !institution.assesses([$0]) }.map(\.name)
    return (
      Phrase(
        "「\(institution.name)」未列：\(missing.map(\.chinese).joined(separator: "、"))",
        "“\(institution.name)” is not listed for: \(missing.map(\.english).joined(separator: ", "))"),
      Phrase("另选机构；名录由系统管理员、审核主管登记", "Choose another; administrator or supervisor keep the list")
    )
  }

  /// Who among the doctors named is not on the institution's list on the day, or which part nobody covers; `nil` where all is well.
  ///
  /// Where the office has recorded no doctor of the institution there is nothing to compare with: the result is taken
  /// and marked (`doctorsAreUnchecked`).
  func doctorsProblem(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Phrase? {
    let listed = circumstances.facts.doctors
    guard !listed.isEmpty else { return nil }
    let day = assessedOn(act, today: circumstances.today)
    let wanted = categoriesAssessed(act).filter { $0 != .multiple }
    let named = StaffList.ids(act.fields.text("doctors"))
    for name in named {
      guard let doctor = listed.first(where: { $0.name == name }) else {
        return Phrase("「\(name)」不在该机构评残医生名册", "“\(name)” is not on the institution's list of doctors")
      }
      if let problem = doctor.problem(on: day, for: wanted) {
        return Phrase("「\(name)」\(day) \(problem.chinese)", "“\(name)” on \(day): \(problem.english)")
      }
    }
    let covered = Set(listed.filter { named.contains($0.name) }.flatMap(\.categories))
    guard let open = wanted.first(where: { !covered.contains($0) }) else { return nil }
    return Phrase("没有列有\(open.name.chinese)类的医生", "No doctor named is listed for: \(open.name.english)")
  }

  /// Whether the result stands under doctors whom no list could confirm.
  public var doctorsAreUnchecked: Bool { value("doctors_unchecked", of: .recordResult) == "yes" }
}
