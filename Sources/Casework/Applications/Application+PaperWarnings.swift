/// Papers that whoever decides looks at: those missing after all, and those that somebody did without.
extension Application {
  func paperWarnings(under policy: Policy, on today: Day) -> [Warning] {
    guard Self.afterAcceptance.contains(state) else { return state == .submitted ? askedWarning([]) : [] }
    let demands = demands(under: policy, on: today)
    let (held, waived) = (materials, waivers)
    let missing = missingMaterials(presented: held, waived: waived, under: policy, on: today)
    let without = demands.filter { demand in
      held[demand.code] < demand.count && waived[demand.code] != nil && !missing.contains(demand)
    }
    return Self.missingWarning(missing) + Self.waivedWarning(without, waived) + askedWarning(missing.map(\.code))
  }

  /// Of a multiple disability nobody knows before the assessment whether it has an intellectual or a psychiatric part: it
  /// is asked while everything else is (一次性告知), and not only by whoever decides.
  func guardianQuestion(on today: Day) -> [Warning] {
    guard State.notYetAccepted.union([.accepted]).contains(state), guardianIsPerhapsDue(on: today) else { return [] }
    return [
      Warning(
        code: .guardianPerhaps,
        sentence: Phrase("请问明多重残疾包含哪几类；", "ask of which parts the multiple disability consists; ")
          + Self.guardianPerhapsWords,
        possibleFrom: nil, source: .measures(9))
    ]
  }

  /// What whoever has a multiple disability is told before the parts are known (Measures article 9).
  public static var guardianPerhapsWords: Phrase {
    Phrase("含智力或精神的须有监护人，另带", "with an intellectual or psychiatric part a guardian is needed, with ")
      + .joined(guardianPapers.map(\.name))
  }

  /// The papers that show who stands for the applicant (domain: 2.1, set G).
  public static let guardianPapers: [MaterialCode] = [.guardianIdentityCard, .guardianshipProof]

  /// What a notice of correction asked for and nobody brought: the applicant has it in writing (features: 4).
  private func askedWarning(_ told: [MaterialCode]) -> [Warning] {
    let asked = Set(askedBefore.compactMap(MaterialCode.init(rawValue:)))
    let open = MaterialCode.allCases.filter {
      asked.contains($0) && materials[$0] == 0 && waivers[$0] == nil && !told.contains($0)
    }
    guard !open.isEmpty else { return [] }
    return [
      Warning(
        code: .askedNotBrought,
        sentence: Phrase("补正通知要求过、没有收到：", "asked for in a notice of correction and not brought: ")
          + .joined(open.map(\.name)),
        possibleFrom: nil, source: Phrase("收下、注明免交理由，或再退回补正", "take it in, waive it with a reason, or return the case"))
    ]
  }

  private static func missingWarning(_ missing: [MaterialDemand]) -> [Warning] {
    guard let first = missing.first else { return [] }
    return [
      Warning(
        code: .papersMissing,
        sentence: Phrase("缺材料：", "papers missing: ")
          + .joined(missing.map { $0.code.name + .verbatim($0.count > 1 ? "×\($0.count)" : "") }),
        possibleFrom: nil, source: first.ground)
    ]
  }

  private static func waivedWarning(_ demands: [MaterialDemand], _ reasons: [MaterialCode: String]) -> [Warning] {
    guard !demands.isEmpty else { return [] }
    return [
      Warning(
        code: .papersWaived,
        sentence: Phrase("免交材料：", "papers waived: ")
          + .joined(demands.map { $0.code.name + .verbatim("（\((reasons[$0.code] ?? "").quoted())）") }),
        possibleFrom: nil, source: Phrase("由经办人免交，请决定人核对", "waived by whoever took it in: the decider looks"))
    ]
  }

  private static let afterAcceptance: Set<State> = [
    .accepted, .assigned, .panel, .assessedOK, .publicity, .objection, .review, .returnedReview, .forwarded,
  ]
}
