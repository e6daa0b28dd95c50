/// A restore takes back what others decided (domain: 2.10): whoever decides it sees what that was.
extension Application {
  /// Reason and day of the cancellation, and the bar that ends with it.
  func cancelledWarning(_ certificate: Certificate?, on today: Day) -> [Warning] {
    guard service == .restore, !Self.decided.contains(state), let certificate, certificate.state == .cancelled else {
      return []
    }
    let day = certificate.day(of: .cancel) ?? certificate.since
    let reason = certificate.cancellation?.name ?? Phrase("原因不详", "reason unknown")
    let told = Phrase("此证 \(day) 注销：", "cancelled on \(day): ") + reason
    let bar = Day(iso: certificate.entries.text("cancel.bar_ends")).flatMap { $0 > today ? $0 : nil }
    return [
      Warning(
        code: .wasCancelled,
        sentence: (bar.map {
          told + Phrase("，恢复即免去至 \($0) 的一年限制", "; a restore also ends the one-year bar until \($0)")
        } ?? told) + Self.waiting(certificate),
        possibleFrom: nil, source: .design)
    ]
  }

  /// That the card was never handed over, and where it is once the certificate stands again.
  private static func waiting(_ certificate: Certificate) -> Phrase {
    guard certificate.isAwaitingCollection else { return Phrase("", "") }
    let (number, resume) = (certificate[.application], Move.resume.name)
    return Phrase(
      "；证还没有交付，恢复后在 \(number) 领证（已终止的先「\(resume.chinese)」）",
      "; the card was not handed over: it is in \(number) (if that was terminated, “\(resume.english)” first)")
  }
}
