/// A certificate that ends because the person has another one (domain: 2.7, DUPLICATE).
extension Application {
  /// Whether the other one is named, is another one and stands: nobody's only certificate is a duplicate.
  func otherOfTwoStays(_ facts: ApplicationFacts, on today: Day) -> Bool {
    guard cancellationReason == .duplicate else { return true }
    guard let kept = facts.keptCertificate else { return false }
    return kept.state(on: today).isActive && kept.number != facts.certificate?.number
  }

  func duplicateWords(_ facts: ApplicationFacts, on today: Day) -> (Phrase, Phrase?) {
    let remedy = Phrase(
      "请在「留存证号」填此人另一本有效证的证号；没有另一本的不是重复，不能注销",
      "Give the number of the person's other live certificate; without one this is no duplicate")
    guard let kept = facts.keptCertificate else {
      return (Phrase("没有写明重复的另一本证", "The other of the two certificates is not named, or not known here"), remedy)
    }
    if kept.number == facts.certificate?.number {
      return (Phrase("留存证就是要注销的这一本", "The certificate that stays is the very one that ends"), remedy)
    }
    let state = kept.state(on: today).name
    return (
      Phrase("留存证现为「\(state.chinese)」，不是有效证", "The certificate that stays is “\(state.english)”"), remedy
    )
  }

  /// Whoever decides looks whether both are one person's, as numbers and names may differ, and which of the two ends.
  ///
  /// - Parameter kept: the certificate that stays, as it is now.
  func duplicateWarning(keeping kept: Certificate?, ending ended: Certificate?, on today: Day) -> [Warning] {
    guard cancellationReason == .duplicate, !self[.keptCertificate].isEmpty, !Self.decided.contains(state) else {
      return []
    }
    let number = Masking.certificate(self[.keptCertificate])
    let worse = kept.map { kept in ended.map { kept.isWorse(to: $0, on: today) } ?? [] } ?? []
    let shown = kept.map { Phrase("（", " (") + $0.standing(on: today) + Phrase("）", ")") } ?? Phrase("", "")
    return [
      Warning(
        code: .duplicate,
        sentence: Phrase("按重复注销，留存 \(number)", "ends as a duplicate of \(number)") + shown
          + Phrase("：请核对两证是同一人，公安已核实", ": both must be one person's, by the police")
          + worse.map { Phrase("；", "; ") + $0 }.reduce(Phrase("", ""), +),
        possibleFrom: nil, source: .design)
    ]
  }
}

extension Certificate {
  /// State, category, grade and term, as whoever compares two cards needs them.
  fileprivate func standing(on today: Day) -> Phrase {
    .joined([state(on: today).name, category?.name, grade?.name].compactMap { $0 }, by: .verbatim(" "))
      + (validTo.map { Phrase("，有效期至 \($0)", ", valid through \($0)") } ?? Phrase("", ""))
  }

  /// What speaks against keeping this card and ending the other.
  fileprivate func isWorse(to ended: Certificate, on today: Day) -> [Phrase] {
    var found: [Phrase] = []
    if state(on: today) != .valid, ended.state(on: today) == .valid {
      found.append(
        Phrase("留存的不是有效证而要注销的有效，是不是填反了", "the one that stays is not valid and the one that ends is: were they mixed up")
      )
    } else if let own = validTo, let other = ended.validTo, own < other {
      found.append(Phrase("留存的先到期（另一本到 \(other)）", "the one that stays expires first, the other on \(other)"))
    }
    if let other = ended.category, category != other {
      found.append(
        Phrase("两证类别不同（要注销的是\(other.name.chinese)）", "their categories differ (\(other.name.english) ends)"))
    }
    return found
  }
}
