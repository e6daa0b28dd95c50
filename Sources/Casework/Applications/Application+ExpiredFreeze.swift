/// A freeze because a certificate ended and nobody came to renew it (domain: 2.8, open question 9).
extension Application {
  enum ExpiryProblem {
    case off
    case notEnded(Day?)
  }

  /// Why a certificate is not frozen for having ended, or `nil`.
  func expiryProblem(in circumstances: Circumstances<ApplicationFacts>) -> ExpiryProblem? {
    guard freezeReason == .expiredNoRenewal else { return nil }
    guard circumstances.policy.expiredMayBeFrozen else { return .off }
    let held = circumstances.facts.certificate
    return held?.state(on: circumstances.today) == .valid ? .notEnded(held?.validTo) : nil
  }

  func expiryWords(in circumstances: Circumstances<ApplicationFacts>) -> (Phrase, Phrase?) {
    guard case .notEnded(let day)? = expiryProblem(in: circumstances) else {
      return (
        Phrase(
          "本室不因到期未换冻结：到期的证件本就显示「到期」", "This office freezes nothing for having ended: it shows as expired anyway"),
        Phrase(
          "另选事由；须冻结的，系统管理员更改设置 \(PolicyKey.freezesExpired.code)",
          "Choose another reason; the administrator may set \(PolicyKey.freezesExpired.code)")
      )
    }
    let end = day?.iso ?? ""
    return (
      Phrase("证件有效期至 \(end)，还没有到期", "The certificate is valid to \(end) and has not ended"),
      Phrase("请核对证号，或另选事由", "Check the number, or choose another reason")
    )
  }
}
