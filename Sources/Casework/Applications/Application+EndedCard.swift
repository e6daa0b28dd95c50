/// A card made in a case whose certificate was ended, frozen or moved before the card was handed over.
extension Application {
  /// What is said where such a card can neither be sealed, handed over nor taken for a misprint.
  func cardWords(of issued: Certificate?, on today: Day) -> (Phrase, Phrase?) {
    let state = issued?.state(on: today) ?? .cancelled
    let reason = issued?.cancellation.map { Phrase("（", " (") + $0.name + Phrase("）", ")") } ?? Phrase("", "")
    let since = issued?.since.iso ?? ""
    let sentence =
      Phrase("新证 \(since) 起为「", "The new card is “") + state.name + reason
      + Phrase("」，不能用印、交付", "” since \(since): it is neither sealed nor handed over")
    guard state == .frozen else {
      return (
        sentence,
        Phrase(
          "由办证员或审核主管「\(Move.terminate.name.chinese)」此件（第二人确认）；注销有误的，先办「\(ServiceKind.restore.name.chinese)」",
          "A clerk or supervisor uses “\(Move.terminate.name.english)” (with a second person); if the end was wrong, “\(ServiceKind.restore.name.english)” first"
        )
      )
    }
    return (
      sentence,
      Phrase(
        "先办「\(ServiceKind.unfreeze.name.chinese)」，由审核主管或理事长批准",
        "First “\(ServiceKind.unfreeze.name.english)”, approved by a supervisor or the chair")
    )
  }
}
