extension Application {
  /// Who may not make a move because the case came through the own hands (SOD-1, SOD-2, features: 23).
  ///
  /// To decide counts as one's own what one registered, submitted, or entered a finding in, whoever pressed accept;
  /// to assess only what one accepted.
  func ownHands(for move: Move) -> [StaffMember.ID] {
    let accepted = [Move.accept, .receiveForwarded]
    let made = move == .panelSign ? accepted : accepted + [.submit, .arrive, .recordResult, .resubmitAfterReview]
    // Whoever stood beside the acceptor when the bar was lifted does not decide what came of it (SOD-7).
    let lifted = value("lifted_by", of: .accept)
    return made.compactMap { staff(of: $0) } + (move == .panelSign ? [] : [entries.text("opened_by")])
      + (lifted.isEmpty ? [] : [lifted])
  }
}
