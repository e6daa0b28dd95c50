/// What the register and earlier cases tell of somebody who stands for an applicant (features: 6).
public struct KnownHelper: Hashable, Sendable {
  public let identity: String
  public let name: String
  /// "" where none is known.
  public let phone: String
  /// The relation to this very applicant, where an earlier case of the same two names it; else "".
  public let relation: String
  /// Where name and phone were read: a certificate or a case.
  public let source: Phrase
  /// Others for whom the same person stands as guardian, each once.
  public let wards: [Ward]

  /// Somebody for whom the person stands, and in which case that was said last.
  public struct Ward: Hashable, Sendable {
    public let name: String
    public let identity: String
    public let number: String
  }

  /// - Parameters:
  ///   - held: the person's own certificates, oldest first; own: the own cases; helped: cases of others, oldest first.
  public init?(
    _ identity: String, of applicant: String, held: [Certificate], own: [Application], helped: [Application]
  ) {
    let others = helped.filter { $0[.identity] != identity && !$0[.identity].isEmpty }
    var told: [(name: String, phone: String, source: Phrase)] = held.reversed().map {
      ($0.name, $0[.phone], Phrase("登记册", "the register"))
    }
    told += own.reversed().map { ($0.applicant, $0[.phone], Phrase("业务 \($0.number)", "case \($0.number)")) }
    for past in others.reversed() {
      for (number, name, phone) in [
        (CaseField.guardianIdentity, CaseField.guardianName, CaseField.guardianPhone),
        (.agentIdentity, .agentName, .agentPhone),
      ] where past[number] == identity {
        told.append((past[name], past[phone], Phrase("业务 \(past.number)", "case \(past.number)")))
      }
    }
    guard let known = told.first(where: { !$0.name.isEmpty }) else { return nil }
    self.identity = identity
    name = known.name
    source = known.source
    phone = told.first { $0.name == known.name && !$0.phone.isEmpty }?.phone ?? ""
    let asGuardian = others.filter { $0[.guardianIdentity] == identity }
    relation =
      asGuardian.last { $0[.identity] == applicant && !$0[.guardianRelation].isEmpty }?[.guardianRelation] ?? ""
    var seen: Set<String> = [applicant]
    wards = asGuardian.reversed().filter { seen.insert($0[.identity]).inserted }
      .map { Ward(name: $0.applicant, identity: $0[.identity], number: $0.number) }
  }
}
