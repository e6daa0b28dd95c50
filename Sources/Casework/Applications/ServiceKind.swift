/// What people come for (事项, domain: 2).
///
/// A service is a row of the step matrix: which steps its cases go through, and what becomes of the certificate.
public enum ServiceKind: String, CaseIterable, Sendable {
  case new
  case renewExpired = "renew_exp"
  case renewDamaged = "renew_dmg"
  case renewInformation = "renew_info"
  case reissue, change
  case transferOut = "transfer_out"
  case transferIn = "transfer_in"
  case cancel, freeze, unfreeze, restore

  public var name: Phrase {
    switch self {
    case .new: Phrase("新办", "New issue")
    case .renewExpired: Phrase("期满换领", "Renewal")
    case .renewDamaged: Phrase("污损换领", "Replace damaged")
    case .renewInformation: Phrase("信息变更", "Correct data")
    case .reissue: Phrase("挂失补办", "Lost reissue")
    case .change: Phrase("类别等级变更", "Category change")
    case .transferOut: Phrase("迁出", "Transfer out")
    case .transferIn: Phrase("迁入", "Transfer in")
    case .cancel: Phrase("注销", "Cancel")
    case .freeze: Phrase("冻结", "Freeze")
    case .unfreeze: Phrase("解冻", "Unfreeze")
    case .restore: Phrase("恢复", "Restore")
    }
  }

  /// The name in eight columns, for lists.
  public var shortName: Phrase {
    switch self {
    case .new: Phrase("新办", "New")
    case .renewExpired: name
    case .renewDamaged: Phrase(name.chinese, "Damaged")
    case .renewInformation: Phrase(name.chinese, "Data")
    case .reissue: Phrase(name.chinese, "Lost")
    case .change: Phrase("等级变更", "Change")
    case .transferOut: Phrase(name.chinese, "Move out")
    case .transferIn: Phrase(name.chinese, "Move in")
    case .cancel, .freeze, .unfreeze, .restore: name
    }
  }

  /// The row of the step matrix (domain: 3.2, "Services and the steps they use").
  public var steps: Steps {
    switch self {
    case .new: Steps(assessment: .always, panel: true, card: .always)
    case .change: Steps(assessment: .always, card: .always)
    case .renewExpired: Steps(assessment: .onDoubt, card: .always)
    case .renewDamaged, .renewInformation, .reissue: Steps(assessment: .never, card: .always)
    case .transferIn: Steps(assessment: .onDoubt, card: .onPolicy)
    case .transferOut, .cancel, .freeze, .unfreeze, .restore: Steps(assessment: .never, card: .never)
    }
  }

  /// Which steps of the life of an application a service uses; a notice is due wherever an assessment was.
  public struct Steps: Hashable, Sendable {
    public enum Assessment: Sendable { case always, onDoubt, never }
    public enum Card: Sendable { case always, onPolicy, never }

    public let assessment: Assessment
    /// Whether three people may assess directly; a change and a renewal go to an institution (Measures article 22).
    public let panel: Bool
    public let card: Card

    init(assessment: Assessment, panel: Bool = false, card: Card) {
      self.assessment = assessment
      self.panel = panel
      self.card = card
    }
  }

  /// The states of a certificate on which the service can be asked for; none where it needs no certificate here.
  public var certificateStates: [Certificate.State] {
    switch self {
    case .new: []
    case .renewExpired: [.valid, .expired, .lost]
    case .renewDamaged, .transferOut: [.valid]
    case .renewInformation, .change, .freeze: [.valid, .expired]
    case .reissue: [.valid, .lost]
    case .transferIn: [.movedOut]
    case .cancel: [.valid, .expired, .lost, .frozen]
    case .unfreeze: [.frozen]
    case .restore: [.cancelled]
    }
  }

  /// Whether it is asked for on a certificate of this register.
  public var isOnCertificate: Bool { self != .new && self != .transferIn }

  /// Whether a new certificate takes the place of the one it is asked for.
  public var replaces: Bool { isOnCertificate && steps.card != .never }

  /// Whether it would make or keep a live certificate, so that the person may hold no other (domain: 3.3).
  public var keepsOneLive: Bool {
    [.new, .transferIn, .transferOut, .unfreeze, .restore].contains(self) || replaces
  }

  /// Whether the holder, or for the holder a guardian, asks for it.
  ///
  /// The rest is the office's own act or told by somebody else.
  public var isAskedByHolder: Bool { ![.cancel, .freeze, .unfreeze, .restore].contains(self) }

  /// Whether it takes a live certificate out of use, so that whoever decides gives the own password (features: 81).
  public var endsCertificate: Bool { self == .cancel || self == .freeze }

  /// Whether another county may receive it: the six services of the national list, and no act of the office (domain: 2).
  var isServedAcrossCounties: Bool { ![.freeze, .unfreeze, .restore].contains(self) }

  /// Whether validity runs anew from the approval (domain: 2.11).
  public var startsValidityAnew: Bool { self == .new || self == .renewExpired || self == .change }

  /// Whether two open cases of one person would undo each other's work: two of a kind, or two that the holder asks for.
  ///
  /// A death ends whatever is under way, so an act of the office crosses only its own kind.
  public func crosses(_ other: ServiceKind) -> Bool {
    let makesLive: Set<ServiceKind> = [.new, .transferIn, .restore]
    return self == other || (isAskedByHolder && other.isAskedByHolder)
      || (makesLive.contains(self) && makesLive.contains(other))
  }
}
