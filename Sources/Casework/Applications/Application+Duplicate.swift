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

  /// Whoever decides looks whether both are one person's: numbers and names may differ.
  var duplicateWarning: [Warning] {
    guard cancellationReason == .duplicate, !self[.keptCertificate].isEmpty else { return [] }
    let kept = Masking.certificate(self[.keptCertificate])
    return [
      Warning(
        code: .duplicate,
        sentence: Phrase(
          "按重复注销，留存 \(kept)：请核对两证是同一人，公安已核实", "ends as a duplicate of \(kept): both must be one person's, by the police"
        ),
        possibleFrom: nil, source: .design)
    ]
  }
}
