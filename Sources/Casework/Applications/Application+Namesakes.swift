extension Application {
  /// Whether a live certificate under another number may be the same person's: name, sex and birth date agree.
  public func resembles(_ held: Certificate, on today: Day) -> Bool {
    guard held.state(on: today).isActive, held.identity != self[.identity], held.number != self[.certificate],
      let birth, held.birth == birth,
      Cleaning.name(held.name).text == Cleaning.name(applicant).text
    else { return false }
    let own = identity?.sex ?? Sex(rawValue: self[.sex])
    let other = IdentityNumber(held.identity)?.sex ?? Sex(rawValue: held[.sex])
    return own == nil || other == nil || own == other
  }

  /// What to look at where the applicant may hold a certificate under another number: a person has one at most.
  ///
  /// - Parameter held: certificates, of which those that do not resemble the applicant are passed over.
  public func namesakeWarnings(among held: [Certificate], on today: Day) -> [Warning] {
    guard !Self.decided.contains(state) else { return [] }
    return held.filter { resembles($0, on: today) }.map { other in
      let number = Masking.certificate(other.number)
      let kind = (other.category?.name ?? Phrase("", "")) + (other.grade?.name ?? Phrase("", ""))
      return Warning(
        code: .namesake,
        sentence: Phrase(
          "可能重复：同名、同性别、同出生日期者持有 \(number)（\(kind.chinese)，\(other.state(on: today).name.chinese)），",
          "perhaps the same person: same name, sex and birth date hold \(number) "
            + "(\(kind.english), \(other.state(on: today).name.english)), ")
          + agreement(with: other[.address]),
        possibleFrom: nil, source: Phrase("一人只能持一证", "one certificate for one person"))
    }
  }

  /// How far an address agrees with the applicant's, where both are known.
  private func agreement(with address: String) -> Phrase {
    guard !address.isEmpty, !self[.address].isEmpty else { return Phrase("住址不详", "address not known") }
    let (own, other) = (Village.parts(of: self[.address]), Village.parts(of: address))
    if own == other { return Phrase("住址相同", "same address") }
    if own.village.isKnown, own.village == other.village { return Phrase("同村", "same village") }
    return Phrase("住址不同：\(address)", "another address: \(address)")
  }
}
