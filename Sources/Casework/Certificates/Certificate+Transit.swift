/// A certificate on its way to another county (domain: 2.6).
extension Certificate {
  /// Since when it is on its way and the other county has not confirmed it; `nil` where it is not.
  public var inTransitSince: Day? {
    state == .movedOut && day(of: .moveInConfirmed) == nil ? day(of: .moveOut) : nil
  }

  /// `自 2026-03-02 在途 12 天，对方未回执`; `nil` where it is not on its way.
  public func transitWords(on today: Day) -> Phrase? {
    inTransitSince.map { since in
      let days = today.ordinal - since.ordinal
      return Phrase(
        "自 \(since) 在途 \(days) 天，对方未回执", "on its way for \(days.counted("day")), since \(since); no receipt yet")
    }
  }
}
