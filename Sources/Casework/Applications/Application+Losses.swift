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
          "lost \(days.count.counted("time")) within two years (\(days.joined(separator: ", ")))"),
        possibleFrom: nil, source: .design)
    ]
  }
}

/// A card that is lost while another case about it is under way: the case goes on, and its new card takes the place of
/// the lost one (domain: 3.3, replace).
extension Application {
  func wasLostMeanwhile(_ certificate: Certificate) -> Bool {
    guard service.replaces, service != .reissue, certificate.state == .lost, let lost = certificate.lostOn,
      let begun = day(of: .submit) ?? day(of: .arrive)
    else { return false }
    return begun <= lost
  }

  func lostMeanwhileWarning(_ certificate: Certificate?) -> [Warning] {
    guard !Self.decided.contains(state), let certificate, wasLostMeanwhile(certificate), let day = certificate.lostOn
    else { return [] }
    return [
      Warning(
        code: .lostMeanwhile,
        sentence: Phrase(
          "原证 \(day) 已挂失：批准后由新证替换，领证时「旧证」填「\(OldCard.lost.name.chinese)」",
          "the card was reported lost on \(day): the new one takes its place, old card “\(OldCard.lost.name.english)”"),
        possibleFrom: nil, source: .measures(20))
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
