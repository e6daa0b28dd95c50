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

  /// Whether the case was ended because its certificate had ended.
  public var wasTerminated: Bool { state == .archived && day(of: .terminate) != nil }

  /// What is said where a case that is over has no card that waits to be handed over.
  func waitingWords(of issued: Certificate?, on today: Day) -> (Phrase, Phrase?) {
    let state = issued.map { Phrase("：此件制的证现为「", ": it is “") + $0.state(on: today).name + Phrase("」", "”") }
    return (
      Phrase("没有终止后恢复有效、还未交付的证", "No card of this case stands again and waits to be handed over")
        + (state ?? Phrase("", "")),
      Phrase(
        "证件注销有误的，先办「\(ServiceKind.restore.name.chinese)」，恢复后再续办",
        "If its end was wrong, “\(ServiceKind.restore.name.english)” comes first")
    )
  }
}
