/// A line between the opening and the closing of the register (domain: 5.1, output h).
public enum ReportLine: String, CaseIterable, Sendable {
  /// Taken over with an existing register.
  case takenOver = "taken_over"
  case issued, renewed, reissued, changed
  case movedIn = "moved_in"
  case restored
  /// An end that was counted in an earlier period and taken back in this one, so that no line has less than nothing.
  case takenBack = "taken_back"
  /// Given up for the new card of a renewal, a reissue or a change: as many as those, as a rule.
  case replaced
  /// Issued in an earlier period and found to be no card in this one.
  case spoiled
  case movedOut = "moved_out"
  case cancelled
  case frozen, unfrozen

  /// What one of it does to the number of certificates in force.
  public var effect: Int {
    switch self {
    case .takenOver, .issued, .renewed, .reissued, .changed, .movedIn, .restored, .takenBack: 1
    case .replaced, .spoiled, .movedOut, .cancelled: -1
    case .frozen, .unfrozen: 0
    }
  }

  public var name: Phrase {
    switch self {
    case .takenOver: Phrase("接入原登记册", "Taken over")
    case .issued: Phrase("新办", "Issued")
    case .renewed: Phrase("换领", "Renewed")
    case .reissued: Phrase("挂失补办", "Reissued")
    case .changed: Phrase("类别等级变更", "Changed")
    case .movedIn: Phrase("迁入", "Moved in")
    case .restored: Phrase("恢复", "Restored")
    case .takenBack: Phrase("撤回往期注销、迁出", "Ends of earlier periods taken back")
    case .spoiled: Phrase("往期所发证作废", "Cards of earlier periods spoiled")
    case .replaced: Phrase("换发收回旧证", "Old cards replaced")
    case .movedOut: Phrase("迁出", "Moved out")
    case .cancelled: Phrase("注销", "Cancelled")
    case .frozen: Phrase("冻结", "Frozen")
    case .unfrozen: Phrase("解冻", "Unfrozen")
    }
  }
}

/// Which event counts in which line: one row for each move that brings certificates into force or ends them.
public struct ReportRule: Sendable {
  public let move: Certificate.Move
  /// The services whose cards are meant; `nil` where the move needs no telling apart.
  public let services: Set<ServiceKind>?
  /// `nil` for the line in which its own issue counts.
  public let line: ReportLine?
  /// Whether the event takes one back that was counted, in the same period out of its line: a misprint is no card, a refused transfer no transfer, a
  /// cancellation of a sweep that was undone no cancellation.
  public let takesBack: Bool
  /// Whether only an ended certificate is meant: the same move on one in force ends nothing and revives nothing.
  public let isOfEnded: Bool

  init(
    _ move: Certificate.Move, of services: Set<ServiceKind>? = nil, _ line: ReportLine?, takesBack: Bool = false,
    isOfEnded: Bool = false
  ) {
    self.move = move
    self.services = services
    self.line = line
    self.takesBack = takesBack
    self.isOfEnded = isOfEnded
  }

  public static let all: [ReportRule] = [
    ReportRule(.import, .takenOver),
    ReportRule(.issue, of: [.new], .issued),
    ReportRule(.issue, of: [.renewExpired, .renewDamaged, .renewInformation], .renewed),
    ReportRule(.issue, of: [.reissue], .reissued),
    ReportRule(.issue, of: [.change], .changed),
    ReportRule(.issue, of: [.transferIn], .movedIn),
    ReportRule(.spoil, nil, takesBack: true),
    ReportRule(.replace, .replaced),
    ReportRule(.replaceUndone, .replaced, takesBack: true),
    ReportRule(.moveIn, .movedIn),
    ReportRule(.moveOut, .movedOut),
    ReportRule(.moveOutUndone, .movedOut, takesBack: true),
    ReportRule(.cancel, .cancelled),
    ReportRule(.sweepUndone, .cancelled, takesBack: true, isOfEnded: true),
    ReportRule(.restore, .restored),
    ReportRule(.freeze, .frozen),
    ReportRule(.unfreeze, .unfrozen),
  ]

  /// The row for a move; for a card the one of its service, where that is known.
  public static func rule(for move: Certificate.Move, of service: ServiceKind?) -> ReportRule? {
    all.first { rule in
      guard rule.move == move else { return false }
      guard let services = rule.services, let service else { return true }
      return services.contains(service)
    }
  }
}

/// How old holders are, as the standard sheets group them.
enum AgeBand {
  static let first = [0, 7, 15, 18, 45, 60, 75]

  static func code(of age: Int) -> String {
    guard age >= 0, let place = first.lastIndex(where: { $0 <= age }) else { return "" }
    return place + 1 < first.count ? "\(first[place])-\(first[place + 1] - 1)" : "\(first[place])+"
  }
}
