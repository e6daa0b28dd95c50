/// Why a certificate ends (domain: 2.7).
public enum CancellationReason: String, CaseIterable, Sendable {
  case death
  case noLongerMeets = "no_longer_meets"
  case voluntary, fraud, untransferred
  case householdCancelled = "hk_cancelled"
  case duplicate, missing

  public var name: Phrase {
    switch self {
    case .death: Phrase("死亡", "Death")
    case .noLongerMeets: Phrase("不再符合残疾标准", "No longer meets the standard")
    case .voluntary: Phrase("自愿", "Voluntary")
    case .fraud: Phrase("骗领、弄虚作假", "Obtained by deceit")
    case .untransferred: Phrase("迁出逾期未转", "Moved and not transferred")
    case .householdCancelled: Phrase("户口注销", "Household cancelled")
    case .duplicate: Phrase("重复", "Duplicate")
    case .missing: Phrase("宣告失踪", "Declared missing")
    }
  }

  /// Whether a new application is barred for a year (Measures article 24).
  public var bars: Bool { [.noLongerMeets, .voluntary, .fraud].contains(self) }

  /// Whether the day on which it happened must be known.
  var needsDay: Bool { [.death, .householdCancelled, .untransferred, .noLongerMeets].contains(self) }

  /// Whether it rests on a decision, a judgment or the form of an assessment, whose number must be known.
  var needsDocument: Bool { [.fraud, .missing, .noLongerMeets].contains(self) }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}

/// Why a certificate is frozen (domain: 2.8).
public enum FreezeReason: String, CaseIterable, Sendable {
  case untransferred
  case verifyDeath = "verify_death"
  case verifyIdentity = "verify_identity"
  case complaint, inspection, missing
  /// Only where the office has set it so.
  case expiredNoRenewal = "expired_no_renewal"

  public var name: Phrase {
    switch self {
    case .untransferred: Phrase("户口迁出半年未转证", "Moved and not transferred for half a year")
    case .verifyDeath: Phrase("核实是否死亡", "A death to be verified")
    case .verifyIdentity: Phrase("核实身份", "An identity to be verified")
    case .complaint: Phrase("投诉举报核查", "A complaint under inquiry")
    case .inspection: Phrase("监督检查", "An inspection")
    case .missing: Phrase("宣告失踪，注销前冻结", "Declared missing, before cancelling")
    case .expiredNoRenewal: Phrase("到期未换领", "Ended and not renewed")
    }
  }

  /// What lifts the freeze, in the words of the letter to the holder.
  public var liftedBy: Phrase {
    switch self {
    case .untransferred:
      Phrase("到本室办理迁出，或出示户口未迁的证明", "Transfer the certificate, or show that the household did not move")
    case .verifyDeath: Phrase("本人到本室，或与本室视频核实", "The holder appears in person or on video")
    case .verifyIdentity: Phrase("出示公安机关的身份证明", "Show the police's proof of identity")
    case .complaint, .inspection:
      Phrase("本人或监护人带身份证和残疾人证到本室说明情况", "Holder or guardian come to the office with identity card and this card")
    case .missing: Phrase("本人出现，或法院撤销宣告", "The holder appears, or the court revokes the declaration")
    case .expiredNoRenewal: Phrase("到办证室申请期满换领", "Ask for the renewal at the certificate room")
    }
  }

  /// Whether it rests on a paper whose number must be known; a move that was not followed and a card that has ended rest
  /// on their day (domain: 2.8).
  var needsDocument: Bool { ![.untransferred, .expiredNoRenewal].contains(self) }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}

/// What became of trying to reach a holder (features: 18).
public enum ContactResult: String, CaseIterable, Sendable {
  case willCome = "will_come"
  case declined
  case notReached = "not_reached"
  case wrongNumber = "wrong_number"
  case posted
  case reportedDead = "reported_dead"
  case reportedMoved = "reported_moved"
  /// What a list reported was found out, and everything that follows from it done.
  case settled

  public var name: Phrase {
    switch self {
    case .willCome: Phrase("已告知，将来办理", "Told, will come")
    case .declined: Phrase("已告知，暂不办理", "Told, declines for now")
    case .notReached: Phrase("无人接听", "Not reached")
    case .wrongNumber: Phrase("号码不对", "Wrong number")
    case .posted: Phrase("已寄信", "Letter posted")
    case .reportedDead: Phrase("家属称已去世", "Said to have died")
    case .reportedMoved: Phrase("家属称已迁走", "Said to have moved")
    case .settled: Phrase("已查清办结", "Found out and settled")
    }
  }

  /// Whether the holder knows now, so that nobody needs to try again for this reason.
  public var settles: Bool { [.willCome, .declined, .posted].contains(self) }

  /// Whether somebody was reached who said how it stands with the holder.
  var isAnswer: Bool { [.willCome, .declined, .reportedDead, .reportedMoved].contains(self) }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}

/// Why a holder is written to or called (features: 18, 31, 47).
public enum ContactTopic: String, CaseIterable, Sendable {
  case renewal, move, freeze, bar, collection, transfer, other, police

  public var name: Phrase {
    switch self {
    case .renewal: Phrase("到期换领", "Renewal")
    case .move: Phrase("户口迁出", "Household moved")
    case .freeze: Phrase("冻结", "Freeze")
    case .bar: Phrase("可重新申请", "May apply again")
    case .collection: Phrase("领取证件", "Collection")
    case .transfer: Phrase("迁出证件在途", "Transfer under way")
    case .police: Phrase("名单通报事项", "Reported in a list")
    case .other: Phrase("其他", "Other")
    }
  }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}

extension Certificate {
  public var isEndedByDeath: Bool {
    state == .cancelled && entries.text("cancel.reason") == CancellationReason.death.rawValue
  }

  /// The day of the death by which it ended.
  public var deathDay: Day? { Day(iso: entries.text("cancel.event_date")) }
}
