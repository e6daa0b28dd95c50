import Casework

extension IdentityCheck {
  /// Whether the number was made from the fifteen digits of an old card.
  var isOld: Bool { warnings.contains(.upgraded15) }
}

extension Refusal {
  /// Fifteen digits find a person and issue nothing (domain: 4.1); what they would be is to be compared with the card.
  static func oldNumber(_ number: IdentityNumber) -> Refusal {
    Refusal(
      Application.Requirement.identityValid.rawValue,
      Phrase(
        "15 位旧号只能查找，不能据以办证；18 位应为 \(number.text)",
        "fifteen digits find people, but issue nothing; the eighteen would be \(number.text)"),
      remedy: Phrase("请按现行身份证填写 18 位号码", "Take the eighteen digits from the present identity card"))
  }
}

extension Application {
  /// Whether the number of the case was made from fifteen digits, and has not been taken from the card since.
  var identityIsOld: Bool { !entries.text("identity_upgraded").isEmpty }

  /// A value as a form shows it: a number made from fifteen digits is asked for anew, what the panel was given stands there.
  func shown(_ code: String) -> String {
    switch code {
    case CaseField.identity.rawValue where identityIsOld: ""
    case "feature", "evaluation": assessed(code)
    default: entries.text(code)
    }
  }
}
