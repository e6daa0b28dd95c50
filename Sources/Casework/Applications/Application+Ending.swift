extension Application {
  /// What becomes of the certificate and its holder if this is approved today; `nil` where nothing ends.
  public func endingEffect(under policy: Policy, on today: Day) -> Phrase? {
    if let reason = cancellationReason {
      let ends = Phrase("证件注销，立即停用", "the certificate is cancelled and no longer usable")
      if reason == .death { return ends + Phrase("；不再核发", "; no other is issued") }
      guard reason.bars else { return ends + Phrase("；随时可重新申请", "; a new application is possible at any time") }
      let first = today.adding(months: policy.barMonths)
      return ends
        + Phrase(
          "；一年内不得重新申请，可申请日期 \(first)（办法第二十四条）", "; no new application before \(first) (Measures article 24)")
    }
    guard let reason = freezeReason else { return nil }
    let review = reviewDay(under: policy, on: today)
    let rests = Phrase(
      "证件冻结，暂停使用；\(review) 复核；解除：", "the certificate is frozen; looked at again on \(review); lifted by: ")
    return rests + reason.liftedBy + endsLater(reason, under: policy)
  }

  /// A freeze for a move that was not followed ends in a cancellation.
  private func endsLater(_ reason: FreezeReason, under policy: Policy) -> Phrase {
    guard reason == .untransferred, let moved = Day(iso: self[.eventDate]) else { return Phrase("", "") }
    let day = moved.adding(months: policy.cancelAfterMonths).adding(days: 1)
    return Phrase("；不转证的，\(day) 起可注销", "; without a transfer it may be cancelled from \(day)")
  }
}
