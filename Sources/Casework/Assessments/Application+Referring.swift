/// To which institution the applicant was sent, and to which not again.
extension Application {
  /// The moves that send the applicant to an institution; of referrals that do not tell their turn the first here counts.
  private static let referrals: [Move] = [.objectionFounded, .panelToHospital, .chooseHospital]

  /// The referral that counts: the last one, because whoever did not come is referred anew.
  var lastReferral: Move? {
    let made = Self.referrals.filter { !value("institution", of: $0).isEmpty }
    return made.first { turn(of: $0) == made.map(turn).max() }
  }

  /// Which referral of the case the next one is.
  var nextReferral: String { String((Self.referrals.map(turn).max() ?? 0) + 1) }

  private func turn(of move: Move) -> Int { Int(value("turn", of: move)) ?? 0 }

  /// Whether the institution named may assess after a founded objection: not the one referred to that the objection is
  /// about, nor, when the applicant is referred anew, the one that alone found what was objected to (domain: 3.2).
  func isOtherInstitution(_ act: Act<Application>) -> Bool {
    let named = act.fields.text("institution")
    if act.move == .objectionFounded { return named != institution }
    guard day(of: .objectionFounded) != nil else { return true }
    return Set(ResultShare.all(of: given(with: .recordResult)).map(\.institution)) != [named]
  }

  /// What is to be seen to where a multiple disability is claimed and the institution is listed for a part of it alone.
  func referralWarning(of lists: AssessorLists) -> [Warning] {
    guard state == .assigned, claimedCategory == .multiple,
      let chosen = lists.institutions.first(where: { $0.code == institution }), !chosen.assessesSeveral
    else { return [] }
    let listed = Phrase.joined(chosen.categories.map(\.name))
    return [
      Warning(
        code: .listedForAPart,
        sentence: Phrase(
          "「\(chosen.name)」只列\(listed.chinese)：多重残疾的其他各项由列有该类的机构评定，录结果时写明（part_results）",
          "“\(chosen.name)” is listed for \(listed.english) alone: the other parts are found by institutions listed for them and told with the result (part_results)"
        ),
        possibleFrom: nil, source: .measures(6))
    ]
  }
}
