/// What waits for somebody (待办): cases by the step that comes next, and whose step it is.
public enum CaseQueue: String, CaseIterable, Sendable {
  case drafts, intake, corrections, routing, panel, hospital, conclusion, notice, objection, review, printing, sealing
  case collection, closing, elsewhere, archive

  public var states: [Application.State] {
    switch self {
    case .drafts: [.draft]
    case .intake: [.submitted]
    case .corrections: [.returned, .returnedReview]
    case .routing: [.accepted]
    case .panel, .closing: [.panel]
    case .hospital: [.assigned]
    case .conclusion: [.assessedOK]
    case .notice: [.publicity]
    case .objection: [.objection]
    case .review: [.review, .assessedFail]
    case .printing: [.approved]
    case .sealing: [.printed]
    case .collection: [.ready]
    case .elsewhere: [.forwarded, .reassessCity, .reassessProvince]
    case .archive: [.collected, .refused, .notAccepted, .withdrawn, .lapsed]
    }
  }

  public var name: Phrase {
    switch self {
    case .drafts: Phrase("登记中", "Drafts")
    case .intake: Phrase("待受理", "To accept")
    case .corrections: Phrase("待补正", "To correct")
    case .routing: Phrase("待派评定", "To refer")
    case .panel: Phrase("联合评定", "Panel")
    case .hospital: Phrase("医院评定", "Hospital")
    case .conclusion: Phrase("待公示", "To post")
    case .notice: Phrase("公示中", "Posted")
    case .objection: Phrase("异议核查", "Objections")
    case .review: Phrase("待审批", "To decide")
    case .printing: Phrase("待制证办结", "To print or finish")
    case .sealing: Phrase("待盖章", "To seal")
    case .collection: Phrase("待领取", "To hand over")
    case .closing: Phrase("待汇总", "Panels to close")
    case .elsewhere: Phrase("外单位办理中", "With other offices")
    case .archive: Phrase("待归档", "To archive")
    }
  }

  /// The posts that work through it.
  public var roles: [Role] {
    switch self {
    case .panel: [.assessor, .chair]
    case .objection: [.supervisor]
    case .review: [.supervisor, .chair]
    case .closing: [.clerk, .supervisor]
    case .archive: [.archivist]
    default: [.clerk]
    }
  }

  /// Whether a case waits in it: a panel on which all seats agree waits for whoever closes it, no longer for a seat.
  public func holds(_ application: Application) -> Bool {
    guard states.contains(application.state) else { return false }
    return switch self {
    case .panel: !application.isAgreed
    case .closing: application.isAgreed
    default: true
    }
  }

  /// Whether it is this member's to work through: by the own post, or for the chair under a delegation (features: 24).
  public func isWorked(by staff: StaffMember) -> Bool {
    let lent: [Self: Delegation.Scope] = [.panel: .seat, .review: .decision]
    return staff.holds(roles) || lent[self].flatMap(staff.delegation) != nil
  }
}
