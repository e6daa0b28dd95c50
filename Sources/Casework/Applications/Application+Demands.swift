extension Application {
  /// The papers this case must show, each once, with its ground (domain: 2.1, 2.2, 2.10).
  public func demands(under policy: Policy, on day: Day) -> [MaterialDemand] {
    switch service {
    case .new:
      [
        MaterialDemand(code: .identityCard, count: 1, ground: .measuresArticle9),
        MaterialDemand(code: .householdBook, count: 1, ground: .measuresArticle9),
        MaterialDemand(code: .photo, count: policy.photoCount, ground: .measuresArticle9),
        MaterialDemand(code: .applicationForm, count: 1, ground: .measuresArticle9),
      ] + guardianDemands(on: day)
    case .restore: [MaterialDemand(code: .policeCorrection, count: 1, ground: .policeDataMayBeWrong)]
    }
  }

  /// The papers neither presented nor waived.
  public func missingMaterials(
    presented: Materials, waived: [MaterialCode: String], under policy: Policy, on day: Day
  ) -> [MaterialDemand] {
    demands(under: policy, on: day).filter { waived[$0.code] == nil && !isMet($0, by: presented) }
  }

  private func guardianDemands(on day: Day) -> [MaterialDemand] {
    guard guardianGround(on: day) != nil else { return [] }
    return [
      MaterialDemand(code: .guardianIdentityCard, count: 1, ground: .measuresArticle9),
      MaterialDemand(code: .guardianshipProof, count: 1, ground: .measuresArticle9),
    ]
  }

  /// A guardian's household book shows kinship as well as a proof of guardianship does.
  private func isMet(_ demand: MaterialDemand, by presented: Materials) -> Bool {
    if demand.code == .guardianshipProof && presented[.guardianHouseholdBook] > 0 { return true }
    return presented[demand.code] >= demand.count
  }
}

extension Phrase {
  fileprivate static let measuresArticle9 = Phrase("办法第九条", "Measures art. 9")
  fileprivate static let policeDataMayBeWrong = Phrase("本室规定：恢复须凭公安更正", "House rule: the police's correction")
}
