/// Cards that are lost again and again: the third within two years is said to whoever decides, and to the supervisor
/// (features: 34).
extension Application {
  private static let (manyLosses, monthsOfLosses) = (3, 24)

  /// What is kept at the acceptance of a reissue where it is at least the third within two years: the days of all.
  func lossEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard service == .reissue else { return [:] }
    let today = circumstances.today
    let now = circumstances.facts.certificate.flatMap { $0.state == .lost ? $0.lostOn : nil } ?? today
    let days = (circumstances.facts.earlierLosses + [now]).filter { now <= $0.adding(months: Self.monthsOfLosses) }
    return days.count < Self.manyLosses ? [:] : ["losses": days.sorted().map(\.iso).joined(separator: ",")]
  }

  /// The days of the losses, where they are too many.
  public var losses: [String] { WrittenList.items(value("losses", of: .accept)) }

  var lossWarning: [Warning] {
    let days = losses
    guard !days.isEmpty else { return [] }
    return [
      Warning(
        code: .oftenLost,
        sentence: Phrase(
          "两年内第 \(days.count) 次挂失（\(days.joined(separator: "、"))）",
          "lost \(days.count) times within two years (\(days.joined(separator: ", ")))"),
        possibleFrom: nil, source: .design)
    ]
  }
}

extension Certificate {
  /// The day on which it was lost, unless it was found again.
  public var lostOn: Day? {
    guard let lost = day(of: .reportLoss) else { return nil }
    let isFound = state != .lost && day(of: .found).map { $0 >= lost } ?? false
    return isFound ? nil : lost
  }
}
