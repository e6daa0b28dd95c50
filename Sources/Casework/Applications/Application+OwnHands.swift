extension Application {
  /// Who may not make a move because the case came through the own hands (SOD-1, SOD-2, features: 23).
  ///
  /// One's own is what one registered, submitted or accepted, whoever pressed accept; to decide also what one entered a
  /// finding in.
  func ownHands(for move: Move) -> [StaffMember.ID] {
    let takenIn = [Move.accept, .receiveForwarded, .submit, .arrive]
    let made = move == .panelSign ? takenIn : takenIn + [.recordResult, .resubmitAfterReview]
    // Whoever stood beside the acceptor when the bar was lifted does not decide what came of it (SOD-7).
    let lifted = [Move.accept, .arrive].map { value("lifted_by", of: $0) }
    return made.compactMap { staff(of: $0) } + ([entries.text("opened_by")] + lifted).filter { !$0.isEmpty }
  }
}
