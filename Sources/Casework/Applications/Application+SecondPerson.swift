/// Whoever stands for an act beside the one who makes it: recused from it as the one who makes it is (SOD-6, SOD-7).
extension Application {
  /// Another member in service who is no kin of anybody in the case, or `nil`.
  func secondPerson(in circumstances: Circumstances<ApplicationFacts>) -> StaffMember? {
    guard let second = circumstances.second, second.isActive, second.id != circumstances.staff.id,
      !isKin(second, in: circumstances)
    else { return nil }
    return second
  }

  private func isKin(_ member: StaffMember, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    member.isRecused(from: people(about: circumstances.facts.certificate))
  }

  /// What is said where the second person is kin of somebody in the case; `nil` where that is not what is missing.
  func kinWords(
    for requirement: Requirement, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?)? {
    guard Self.takingSecond.contains(requirement), let second = circumstances.second,
      second.id != circumstances.staff.id, isKin(second, in: circumstances)
    else { return nil }
    return (
      Phrase(
        "「\(second.name)」与申请人、持证人或其监护人、代理人有亲属关系，须回避，不能作第二人",
        "“\(second.name)” is related to the applicant, the holder, the guardian or the agent, and cannot be the second person"
      ),
      Phrase("请换一位没有回避关系的在岗人员", "Ask another member in service who is no kin")
    )
  }

  /// What stands against a row until a second person lifts it, with a ground; `nil` where nothing does.
  public func lifting(
    of row: Transition<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> Refusal? {
    let act = Act<Application>(row.move)
    return row.checks.first { Self.liftable.contains($0) && !meets($0, act, in: circumstances) }
      .map { refusal(for: $0, act, in: circumstances) }
  }

  private static let liftable: Set<Requirement> = [.notBarred, .notMovedOut, .numberIsOwn]

  /// The conditions that a second person can fulfil.
  private static let takingSecond: Set<Requirement> = [
    .secondPerson, .termKept, .notBarred, .notMovedOut, .numberIsOwn, .notAcceptor, .notTheFreezer, .notTheCanceller,
  ]
}
