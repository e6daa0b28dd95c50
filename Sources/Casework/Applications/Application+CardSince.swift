/// A certificate that was replaced while a case was under way that ends it or lets it rest: what was asked for, and what
/// was found, was about the old card (domain: 2.7, 2.8).
extension Application {
  /// Whether a new card takes from the case what it is about.
  ///
  /// A death is the person's, whatever card there is.
  public var isAboutOneCard: Bool { service.endsCertificate && cancellationReason != .death }

  /// The same before anybody tries to approve it.
  func replacedWarning(_ card: Certificate?) -> [Warning] {
    guard card != nil, !Self.decided.contains(state) else { return [] }
    let (sentence, remedy) = replacedWords(by: card)
    return [Warning(code: .cardReplaced, sentence: sentence, possibleFrom: nil, source: remedy)]
  }

  /// What is said of it, with what to do.
  func replacedWords(by card: Certificate?) -> (Phrase, Phrase) {
    let (number, day) = (Masking.certificate(card?.number ?? ""), card?.since.iso ?? "")
    let issuer = card?[.application] ?? ""
    return (
      Phrase(
        "受理以后此证已换发新证 \(number)（\(day)，业务 \(issuer)），本件说的是旧证",
        "since the acceptance a new card took its place: \(number) (\(day), case \(issuer)); this case is about the old one"
      ),
      Phrase(
        "撤回本件；新证也要\(service.name.chinese)的，问明后另行登记",
        "withdraw this case; where the new card is meant as well, ask and open another one")
    )
  }
}
