extension Application {
  /// Whether a live certificate under another number may be the same person's: name, sex and birth date agree.
  ///
  /// For whoever comes new into the register also one that moved out (Measures article 23).
  public func resembles(_ held: Certificate, on today: Day) -> Bool {
    let mayComeBack = held.state == .movedOut && Self.servicesOfStrangers.contains(service)
    guard held.state(on: today).isActive || mayComeBack, held.identity != self[.identity],
      held.number != self[.certificate],
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
      let kind = Phrase.joined([other.category?.name, other.grade?.name].compactMap(\.self), by: Phrase("", " "))
      let state = other.state(on: today).name
      let who =
        other.state == .movedOut
        ? Phrase(
          "可能是同一人：同名、同性别、同出生日期者的 \(number)（\(kind.chinese)）已从本县迁出，迁回应是原号，",
          "perhaps the same person: \(number) (\(kind.english)) of the same name, sex and birth date moved out of this "
            + "county and would come back under its own number, ")
        : Phrase(
          "可能重复：同名、同性别、同出生日期者持有 \(number)（\(kind.chinese)，\(state.chinese)），",
          "perhaps the same person: same name, sex and birth date hold \(number) "
            + "(\(kind.english), \(state.english)), ")
      return Warning(
        code: .namesake, sentence: who + agreement(with: other[.address]), possibleFrom: nil,
        source: Phrase("一人只能持一证", "one certificate for one person"))
    }
  }

  /// How far an address agrees with the applicant's, where both are known.
  private func agreement(with address: String) -> Phrase {
    guard !address.isEmpty, !self[.address].isEmpty else { return Phrase("住址不详", "address not known") }
    let (own, other) = (Village.parts(of: self[.address]), Village.parts(of: address))
    if own == other { return Phrase("住址相同", "same address") }
    if own.village.isKnown, own.village == other.village { return Phrase("同村", "same village") }
    return Phrase("住址不同：\(address.quoted(40))", "another address: \(address.quoted(40))")
  }
}
