/// A death told by whoever asks for the cancellation, and what the office itself saw of the holder since (features: 45, 55).
extension Application {
  /// The day of the death for which the certificate is to end, until that is decided.
  public var deathToJudge: Day? {
    cancellationReason == .death && !Self.decided.contains(state) ? Day(iso: self[.eventDate]) : nil
  }

  /// What to look at where the holder did something after that day.
  func warnings(ofLife signs: [LifeSign]) -> [Warning] {
    guard let day = deathToJudge else { return [] }
    return signs.map { sign in
      Warning(
        code: .lifeAfterDeath,
        sentence: Phrase("所报死亡日期 \(day) 之后，", "after the death told of \(day): ") + sign.words,
        possibleFrom: nil, source: Phrase("请查明本人是否在世", "find out whether the person lives"))
    }
  }
}
