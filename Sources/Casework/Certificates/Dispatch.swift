/// Who is told when a certificate ends, is frozen, or comes back (features: 41).
public enum Receiver: String, CaseIterable, Sendable {
  case civilAffairs = "civil_affairs"
  case insurance, transport, employment
  case holder

  public var name: Phrase {
    switch self {
    case .civilAffairs: Phrase("民政（两项补贴）", "civil affairs (two subsidies)")
    case .insurance: Phrase("医保、社保", "medical and social insurance")
    case .transport: Phrase("公交（爱心卡）", "public transport")
    case .employment: Phrase("残疾人就业服务机构", "employment service")
    case .holder: Phrase("持证人或家属", "the holder or the family")
    }
  }

  /// The offices that pay or grant something on the strength of a certificate.
  public static let offices: [Receiver] = [.civilAffairs, .insurance, .transport, .employment]
}

/// Something about certificates that has left the house, or has come back to it.
public struct Dispatch: Hashable, Sendable {
  public enum What: String, CaseIterable, Sendable {
    case feed, list, letter
    case cardReturned = "card_returned"
    case correction

    public var name: Phrase {
      switch self {
      case .feed: Phrase("变更数据", "Change feed")
      case .list: Phrase("名单", "List")
      case .letter: Phrase("通知书", "Letter")
      case .cardReturned: Phrase("收回证件", "Card handed back")
      case .correction: Phrase("更正", "Correction")
      }
    }
  }

  /// What it is about.
  public enum Subject: Hashable, Sendable {
    /// Rows of a sweep, by its number.
    case sweep(String, rows: [ClosedRange<Int>])
    /// One certificate, by its number.
    case certificate(String)
  }

  public let what: What
  public let receivers: [Receiver]
  public let subject: Subject
  /// The file written, or the case whose letter it is.
  public let file: String
  public let day: Day
  public let staff: StaffMember.ID

  public init(
    _ what: What, to receivers: [Receiver], about subject: Subject, file: String, day: Day, staff: StaffMember.ID
  ) {
    self.what = what
    self.receivers = receivers
    self.subject = subject
    self.file = file
    self.day = day
    self.staff = staff
  }
}

/// A receiver who still believes that a certificate has ended, or that a move is watched, and must be told otherwise.
public struct DueCorrection: Hashable, Sendable {
  public let receiver: Receiver
  public let certificate: String
  public let name: String
  /// What was sent, when, and in which file.
  public let what: Dispatch.What
  public let sentOn: Day
  public let file: String

  public init(
    receiver: Receiver, certificate: String, name: String, what: Dispatch.What, sentOn: Day, file: String
  ) {
    self.receiver = receiver
    self.certificate = certificate
    self.name = name
    self.what = what
    self.sentOn = sentOn
    self.file = file
  }
}
