import Casework

extension MoveForm {
  /// Whether it decides that a certificate ends or rests.
  var endsCertificate: Bool { move == .approve && facts?.application.service.endsCertificate ?? false }

  /// Names whom it meets, so that nobody decides on a number alone (features: 37, 81).
  var endingQuestion: Phrase {
    guard let application = facts?.application else { return Phrase("", "") }
    let name = application.service.name
    let who = "\(application.applicant)（\(application[.identity].suffix(4))）"
    return Phrase("确定\(name.chinese)\(who)吗", "\(name.english) \(who)?")
  }
}
