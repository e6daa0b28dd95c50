/// What the family said on the telephone of somebody for whom a case runs (features: 18).
extension Application {
  /// A holder who is said to have died or moved away is looked for before the card is made anew.
  func callWarning(_ certificate: Certificate?) -> [Warning] {
    guard service.isAskedByHolder, !Self.decided.contains(state), let said = certificate?.saidOnCall else { return [] }
    guard said.result == .reportedDead || service != .transferOut else { return [] }
    return [
      Warning(
        code: .toldOnCall,
        sentence: Phrase("\(said.day) 联系：", "call of \(said.day): ") + said.result.name
          + Phrase("，请先查明", "; find out first"),
        possibleFrom: nil, source: .design)
    ]
  }
}

extension Certificate {
  /// The day on which the family said that the holder died, until somebody reached later says otherwise.
  var saidDeadOn: Day? { saidOnCall.flatMap { $0.result == .reportedDead ? $0.day : nil } }

  /// That the holder died or moved away, where the latest answer was so.
  var saidOnCall: (result: ContactResult, day: Day)? {
    guard let result = ContactResult(rawValue: entries.text("answer.result")),
      [.reportedDead, .reportedMoved].contains(result), let day = Day(iso: entries.text("answer.date"))
    else { return nil }
    return (result, day)
  }
}
