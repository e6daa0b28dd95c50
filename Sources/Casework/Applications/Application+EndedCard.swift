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
    guard state == .frozen else { return (sentence, Self.terminating) }
    return (
      sentence,
      Phrase(
        "先办「\(ServiceKind.unfreeze.name.chinese)」，由审核主管或理事长批准",
        "First “\(ServiceKind.unfreeze.name.english)”, approved by a supervisor or the chair")
    )
  }

  /// What is left to do where the certificate of a case that was approved has ended.
  static let terminating = Phrase(
    "由办证员或审核主管「\(Move.terminate.name.chinese)」此件（第二人确认）；注销有误的，先办「\(ServiceKind.restore.name.chinese)」",
    "A clerk or supervisor uses “\(Move.terminate.name.english)” (with a second person); if the end was wrong, “\(ServiceKind.restore.name.english)” first"
  )

  /// What is said where nothing has taken the object from a case, so that it is finished and not terminated.
  func goingOnWords(about facts: ApplicationFacts, on today: Day) -> (Phrase, Phrase?) {
    let finish = Phrase(
      "请照常「\(Move.finishWithoutCard.name.chinese)」：送达通知书后归档",
      "Use “\(Move.finishWithoutCard.name.english)” as usual, once the letter is delivered")
    guard let certificate = facts.issued ?? facts.certificate else {
      return (
        Phrase("此件还没有制证，没有失效的证件，不能终止", "No card of this case was made yet: none has ended"),
        Phrase("请照常制证、办完", "Go on as usual: print the card")
      )
    }
    let state = certificate.state(on: today).name
    if certificate.wasBrought(to: certificate.state, by: ground) {
      return (
        Phrase("证件现为「", "The certificate is “") + state
          + Phrase(
            "」，正是此件批准的结果（\(certificate.since)），不必终止",
            "” by the approval of this very case (\(certificate.since)): there is nothing to terminate"),
        service.steps.card == .never ? finish : Phrase("请照常办完", "Go on as usual")
      )
    }
    return (
      Phrase("证件现为「", "The certificate is “") + state + Phrase("」，没有注销、迁出，不能终止", "”: it has not ended"),
      service.steps.card == .never
        ? finish
        : Phrase("请照常办完；证件注销、迁出后才可终止", "Go on as usual; only an ended certificate ends the case")
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

extension Certificate {
  /// Whether a case brought it to where it stands.
  fileprivate func wasBrought(to state: State, by ground: String) -> Bool {
    let move: Move? =
      switch state {
      case .cancelled: .cancel
      case .frozen: .freeze
      case .movedOut: .moveOut
      default: nil
      }
    return move.map { entries.text("\($0.rawValue).ground") == ground } ?? false
  }
}
