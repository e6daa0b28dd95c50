/// A lost card that turned up while its reissue was under way (domain: 2.4, 3.3).
extension Application {
  /// What is kept at the acceptance, which reports the loss again, where the card was found since the submission.
  func foundEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard let found = foundSinceSubmission(circumstances.facts.certificate) else { return [:] }
    return ["found_again": found.iso]
  }

  private func foundSinceSubmission(_ certificate: Certificate?) -> Day? {
    guard service == .reissue, let certificate, certificate.state == .valid, let submitted = day(of: .submit),
      let found = certificate.day(of: .found), submitted <= found
    else { return nil }
    return found
  }

  var foundAgainWarning: [Warning] {
    Day(iso: value("found_again", of: .accept)).map { [Self.foundAgain(on: $0)] } ?? []
  }

  /// The same as the register has it now: until the new card is printed, the old one is found again.
  func foundAgainWarning(_ certificate: Certificate?) -> [Warning] {
    guard service == .reissue, !State.finished.contains(state), certificateNumber.isEmpty, foundAgainWarning.isEmpty,
      let certificate, certificate.state == .valid, let found = certificate.day(of: .found)
    else { return [] }
    let isAccepted = [Move.accept, .receiveForwarded].contains { day(of: $0) != nil }
    return isAccepted || foundSinceSubmission(certificate) != nil ? [Self.foundAgain(on: found)] : []
  }

  private static func foundAgain(on day: Day) -> Warning {
    Warning(
      code: .foundAgain,
      sentence: Phrase(
        "证件 \(day) 已登记「找回」，补办会使持证人手中的证作废：找回属实的请撤回补办",
        "recorded as found again on \(day); a reissue makes the card in the holder's hand void: if it is found, withdraw"
      ),
      possibleFrom: nil, source: .measures(20))
  }
}
