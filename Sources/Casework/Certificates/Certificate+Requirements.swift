/// What the store looks up for an act on a certificate.
public struct CertificateFacts: Hashable, Sendable {
  /// Other active certificates of the same person.
  public var otherLive: [String] = []

  public init() {}
}

extension Certificate {
  public func meets(
    _ requirement: Requirement, _ act: Act<Certificate>, in circumstances: Circumstances<CertificateFacts>
  ) -> Bool {
    switch requirement {
    case .notHandedOver: isAwaitingCollection
    case .twoPersons: circumstances.second.map { $0.id != circumstances.staff.id } ?? false
    case .wasValid: ![.lost, .frozen].contains(stateBeforeCancelling)
    case .wasLost: stateBeforeCancelling == .lost
    case .wasFrozen: stateBeforeCancelling == .frozen
    case .noOtherLive: circumstances.facts.otherLive.isEmpty
    }
  }

  public func refusal(
    for requirement: Requirement, _ act: Act<Certificate>, in circumstances: Circumstances<CertificateFacts>
  ) -> Refusal {
    switch requirement {
    case .notHandedOver:
      Refusal(requirement.rawValue, Phrase("证件已交给持证人", "The certificate has been handed over"))
    case .twoPersons:
      Refusal(
        requirement.rawValue, Phrase("须两人：提出人与确认人不得为同一人", "Two people are needed: proposer and confirmer"),
        remedy: Phrase("请另一人确认", "Somebody else confirms"))
    case .wasValid, .wasLost, .wasFrozen:
      Refusal(requirement.rawValue, Phrase("与注销前的状态不符", "This is not the state before the cancellation"))
    case .noOtherLive:
      Refusal(
        requirement.rawValue,
        Phrase(
          "此人另有有效证件 \(circumstances.facts.otherLive.map(Masking.certificate).joined(separator: "、"))",
          "Another certificate is live: \(circumstances.facts.otherLive.map(Masking.certificate).joined(separator: ", "))"
        ),
        remedy: Phrase("一人只能有一本有效证件", "A person holds one live certificate at most"))
    }
  }
}

extension Certificate.State {
  public var name: Phrase {
    switch self {
    case .valid: Phrase("有效", "Valid")
    case .expired: Phrase("到期", "Expired")
    case .lost: Phrase("挂失", "Lost")
    case .frozen: Phrase("冻结", "Frozen")
    case .movedOut: Phrase("迁出", "Moved out")
    case .replaced: Phrase("已换发", "Replaced")
    case .cancelled: Phrase("注销", "Cancelled")
    case .spoiled: Phrase("作废", "Spoiled")
    }
  }
}

extension Certificate.Move {
  public var name: Phrase {
    switch self {
    case .import: Phrase("登记册导入", "Taken over")
    case .issue: Phrase("核发", "Issue")
    case .update: Phrase("更新登记", "Update")
    case .expire: Phrase("到期", "Expire")
    case .handOver: Phrase("交付", "Hand over")
    case .spoil: Phrase("作废", "Spoil")
    case .note: Phrase("记待办", "Note a to-do")
    case .cancel: Phrase("注销", "Cancel")
    case .restore: Phrase("恢复", "Restore")
    }
  }
}

extension Certificate.Requirement {
  public var name: Phrase {
    switch self {
    case .notHandedOver: Phrase("尚未交付", "Not handed over")
    case .twoPersons: Phrase("两人", "Two people")
    case .wasValid: Phrase("注销前有效", "Was valid")
    case .wasLost: Phrase("注销前挂失", "Was lost")
    case .wasFrozen: Phrase("注销前冻结", "Was frozen")
    case .noOtherLive: Phrase("无其他有效证件", "No other live certificate")
    }
  }
}
