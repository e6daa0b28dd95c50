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
        sentence: bar.map {
          told + Phrase("，恢复即免去至 \($0) 的一年限制", "; a restore also ends the one-year bar until \($0)")
        } ?? told,
        possibleFrom: nil, source: .design)
    ]
  }
}
