extension Application {
  /// What follows if this is approved today: the card and its dates, what becomes of the old one, where a certificate
  /// without a new card stands then (domain: 2.11).
  public func effect(amid around: Surroundings, under policy: Policy, on today: Day) -> Phrase {
    let anew = Phrase(
      "有效期 \(today) 至 \(today.adding(years: 10))", "valid from \(today) to \(today.adding(years: 10))")
    let until = around.certificate.map { Phrase("（至 \($0[.validTo])）", " (to \($0[.validTo]))") } ?? Phrase("", "")
    let same = Phrase("有效期不变", "validity as before") + until
    let returned = Phrase("；制证后旧证作废，领证时收回", "; once it is printed the old card is void and is taken back")
    switch service {
    case .new: return Phrase("制发新证，", "a card is made, ") + anew
    case .renewExpired, .change: return Phrase("换发新证，", "a new card is made, ") + anew + returned
    case .renewDamaged, .renewInformation: return Phrase("换发新证，", "a new card is made, ") + same + returned
    case .reissue:
      return Phrase("补发新证，", "a new card is made, ") + same
        + Phrase("；遗失的旧证作废，找到也须交回", "; the lost one is void, also if it is found")
    case .transferOut:
      return Phrase(
        "证件转为「迁出」，本县不再管理；出具迁移证明，移交档案",
        "the certificate is moved out and no longer administered here; the letter of transfer is issued, the file handed over"
      )
    case .transferIn:
      let card = policy.transferInPrintsCard ? Phrase("制本县证", "a card is made here") : Phrase("不另制证", "no card is made")
      return Phrase("登记迁入，有效期不变；", "the certificate is registered here, validity as before; ") + card
    case .unfreeze: return Phrase("证件解冻，恢复使用，", "the certificate can be used again, ") + same
    case .restore:
      return Phrase(
        "证件恢复到注销前的状态，号码和有效期不变", "the certificate stands as before it was cancelled, number and validity too")
    case .cancel, .freeze: return endingEffect(under: policy, on: today) ?? Phrase("", "")
    }
  }

  /// What becomes of the certificate and its holder if this is approved today; `nil` where nothing ends.
  private func endingEffect(under policy: Policy, on today: Day) -> Phrase? {
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
