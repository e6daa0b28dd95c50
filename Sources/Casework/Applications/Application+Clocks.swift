extension Application {
  /// What an event tells beyond the fields given: deadlines, the exact text signed, the number composed.
  public func consequences(
    of act: Act<Application>, to: State, in circumstances: Circumstances<ApplicationFacts>
  ) -> Entries {
    var told = deadlineEntries(of: act, to: to, in: circumstances)
    switch act.move {
    case .panelSign:
      told["text"] = signingText(act.fields, under: "", by: circumstances.staff.id)
      told.merge(contradictionEntries(of: act, on: circumstances.today))
    case .panelDone:
      if let agreed = agreedFinding {
        told["category"] = agreed.category
        told["grade"] = agreed.grade
      }
    case .postNotice:
      told["last_day"] =
        circumstances.calendar.adding(circumstances.policy.noticeDays, to: circumstances.today).day.iso
    case .submit, .accept:
      if act.fields.text("materials").isEmpty { told["materials"] = materials.text }
      if act.move == .submit && act.fields.text("waived").isEmpty { told["waived"] = value("waived", of: .submit) }
      // An override of two people is looked at by the annual inspection (SOD-7).
      if act.move == .accept && barEnds(in: circumstances) != nil { told["flag"] = "annual_inspection" }
    case .recordResult:
      if circumstances.facts.doctors.isEmpty { told["doctors_unchecked"] = "yes" }
      let day = Day(iso: act.fields.text("date")) ?? circumstances.today
      told.merge(contradictionEntries(of: act, on: day))
    case .print: told["certificate"] = composedNumber(in: circumstances)
    case .approve where panelMembers.contains(circumstances.staff.id): told["flag"] = "annual_inspection"
    default: break
    }
    return told
  }

  /// The certificate number: citizen number, category, grade, and the next suffix where that number was used before.
  func composedNumber(in circumstances: Circumstances<ApplicationFacts>) -> String? {
    guard let identity, let finding, let grade = finding.grade else { return nil }
    let base = "\(identity.text)\(finding.category.rawValue)\(grade.rawValue)"
    guard let last = circumstances.facts.usedSuffixes.max() else { return base }
    return "\(base)B\(last + 1)"
  }

  private func deadlineEntries(
    of act: Act<Application>, to: State, in circumstances: Circumstances<ApplicationFacts>
  ) -> Entries {
    guard let clock = clock(after: act, to: to, in: circumstances) else { return [:] }
    var told: Entries = ["deadline": clock.day.iso]
    if clock.provisional { told["deadline_provisional"] = "yes" }
    return told
  }

  /// The latest day of the step that begins (domain: 3.4).
  private func clock(
    after act: Act<Application>, to: State, in circumstances: Circumstances<ApplicationFacts>
  ) -> (day: Day, provisional: Bool)? {
    let policy = circumstances.policy
    let today = circumstances.today
    func working(_ days: Int) -> (day: Day, provisional: Bool) { circumstances.calendar.adding(days, to: today) }
    switch to {
    case .submitted: return working(policy.intakeDays)
    case .returned, .returnedReview:
      let given = Day(iso: act.fields.text("deadline"))
      return (given ?? today.adding(days: policy.correctionDays), false)
    case .assigned: return (today.adding(days: policy.assessmentValidDays), false)
    case .publicity where act.move == .postNotice: return working(policy.noticeDays)
    case .publicity: return noticeLastDay.map { ($0, false) }
    case .panel: return deadline.map { ($0.day, $0.isProvisional) }
    case .review: return working(policy.reviewDays)
    case .refused: return working(policy.objectionDays)
    default: return nil
    }
  }
}
