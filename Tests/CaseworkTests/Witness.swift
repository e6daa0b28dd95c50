import Casework

/// What really happened to a case, kept apart from what the case itself believes.
struct Witness: Hashable {
  var acceptor: String?
  var acceptedPerson: String?
  /// Whether the disability was doubted when the case was accepted.
  var wasInDoubt = false
  /// The findings signed since the panel was called, under the text that was signed.
  var signed: [String: String] = [:]
  var panelIsComplete = false
  var resultIsRecorded = false
  var noticeWasPosted = false
  var noticeRanOut = false
  var approver: String?
  var isApproved = false

  mutating func see(_ event: Event<Application>, at after: Situation) {
    switch event.move {
    case .accept:
      acceptor = event.staff
      acceptedPerson = after.entries.text("identity")
      wasInDoubt = !after.entries.text("doubt").isEmpty || after.facts.certificate?[.path] == "panel"
    case .chooseDirect, .chooseHospital, .panelToHospital, .objectionFounded: self = afresh
    case .panelSign:
      signed[event.staff] =
        "\(after.application.assessedText) \(event.data.text("category")) \(event.data.text("grade"))"
    case .panelDone:
      panelIsComplete = signed.count >= 3 && signed["bo"] != nil && Set(signed.values).count == 1
      panelIsComplete = panelIsComplete && signaturesStand(at: after)
    case .recordResult: resultIsRecorded = event.to == .assessedOK
    case .cityResult, .provResult:
      self = afresh
      resultIsRecorded = event.to == .assessedOK
    case .postNotice: noticeWasPosted = true
    case .noticeEnd: noticeRanOut = Self.ranOut(after, on: event.day)
    case .objectionUnfounded where event.to == .review: noticeRanOut = Self.ranOut(after, on: event.day)
    case .forward where !noticeRanOut: noticeRanOut = Self.ranOut(after, on: event.day)
    case .approve:
      // Signatures count as long as the case still reads as it was signed.
      panelIsComplete = panelIsComplete && signaturesStand(at: after)
      isApproved = true
      approver = event.staff
    default: break
    }
  }

  private func signaturesStand(at after: Situation) -> Bool {
    signed.values.allSatisfy { $0.hasPrefix(after.application.assessedText) }
  }

  private static func ranOut(_ after: Situation, on day: Day) -> Bool {
    after.application.noticeLastDay.map { $0 < day } ?? false
  }

  /// A new assessment makes the old one and its notice worth nothing.
  private var afresh: Witness {
    var afresh = Witness()
    afresh.acceptor = acceptor
    afresh.acceptedPerson = acceptedPerson
    afresh.wasInDoubt = wasInDoubt
    return afresh
  }
}
