extension Application {
  /// Something that a case still lacks before it can be accepted: a field or a paper.
  public struct Gap: Hashable, Sendable {
    /// The code of the field or the paper: `address`, `PH×3`.
    public let code: String
    public let name: Phrase
  }

  /// Everything that the case still lacks: fields, the guardian, papers (features: 10).
  public func gaps(under policy: Policy, on day: Day) -> [Gap] {
    let guardian: [CaseField] =
      guardianIsDue(on: day) ? [.guardianName, .guardianRelation, .guardianIdentity].filter { self[$0].isEmpty } : []
    let papers = missingMaterials(presented: materials, waived: waivers, under: policy, on: day)
    return (missingFields + guardian).map { Gap(code: $0.rawValue, name: service.input(for: $0).name) }
      + papers.map { demand in
        let count = demand.count > 1 ? "×\(demand.count)" : ""
        return Gap(code: demand.code.rawValue + count, name: demand.code.name + .verbatim(count))
      }
  }
}
