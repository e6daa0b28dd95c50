/// Who decides what came through the own hands, or takes back what was the own decision: nobody but by an exception of
/// two people, with its ground (SOD-7, features: 23).
extension Application {
  /// Whether an exception is possible at all for what came through the own hands: a panel's seat, a freeze, an end of a
  /// certificate always take somebody else.
  public func mayBeExcepted(by staff: StaffMember) -> Bool {
    state == .review && service.steps.card == .always && ownHands(for: .approve).contains(staff.id)
  }

  /// Whether the case takes back a freeze or a cancellation that the member decided, and came through other hands.
  public func takesBackDecision(of staff: StaffMember, about certificate: Certificate?) -> Bool {
    guard state == .review, !ownHands(for: .approve).contains(staff.id) else { return false }
    return switch service {
    case .unfreeze: certificate?.entries.text("freeze.by") == staff.id
    case .restore: certificate?.cancellationDecider == staff.id
    default: false
    }
  }

  /// Whoever stands beside somebody who approves what came through the own hands or was the own decision, or `nil`.
  func excepter(of act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> StaffMember? {
    let staff = circumstances.staff
    guard act.move == .approve,
      mayBeExcepted(by: staff) || takesBackDecision(of: staff, about: circumstances.facts.certificate),
      !act.fields.text("override").isEmpty
    else { return nil }
    return secondPerson(in: circumstances)
  }

  /// The colleagues who could decide what somebody decides by an exception: who may approve, had no hand in the case and
  /// are no kin of anybody in it.
  public func otherDeciders(
    than staff: StaffMember, among all: [StaffMember], about certificate: Certificate?
  ) -> [StaffMember] {
    let barred = ownHands(for: .approve)
    return all.filter { member in
      member.id != staff.id && member.isActive && CaseQueue.review.isWorked(by: member) && !barred.contains(member.id)
        && !isAssessor(member) && !member.isRecused(from: people(about: certificate))
        && !takesBackDecision(of: member, about: certificate)
    }
  }

  /// What is kept of an exception: who stood beside, and which colleagues could have decided.
  func exceptionEntries(of act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard let excepter = excepter(of: act, in: circumstances) else { return [:] }
    let facts = circumstances.facts
    let others = otherDeciders(than: circumstances.staff, among: facts.deciders, about: facts.certificate)
    var told: Entries = ["excepted_by": excepter.id]
    if !others.isEmpty { told["could_decide"] = others.map(\.name).joined(separator: "、") }
    return told
  }

  /// An exception that was made although somebody else could have decided.
  var exceptionWarning: [Warning] {
    let others = value("could_decide", of: .approve)
    guard !others.isEmpty else { return [] }
    return [
      Warning(
        code: .othersCouldDecide, sentence: Self.couldDecide(others), possibleFrom: nil,
        source: Phrase("经手、决定过仍批准，SOD-7，记入年度检查", "approved by the own hands or decision, SOD-7, for the inspection"))
    ]
  }

  /// `另有未经手、无须回避的人可以审批：钱军`.
  public static func couldDecide(_ names: String) -> Phrase {
    Phrase("另有未经手、无须回避的人可以审批：\(names)", "somebody else could decide, without an exception: \(names)")
  }

  /// What is said to whoever may not decide it.
  func handsWords(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> (Phrase, Phrase?) {
    let sentence = Phrase("此业务经您受理或经办，不得评定或审批", "The case came through your hands: you may not assess or decide it")
    guard act.move == .approve, mayBeExcepted(by: circumstances.staff) else {
      return (sentence, Phrase("请由他人办理", "Somebody else must act"))
    }
    return (sentence, Phrase("请由他人办理", "Somebody else must act") + Self.exceptionWords)
  }

  /// What is said to whoever decided what the case takes back.
  func decisionWords(_ sentence: Phrase, in circumstances: Circumstances<ApplicationFacts>) -> (Phrase, Phrase?) {
    let other = Phrase("请由另一位审核主管或理事长批准", "Another supervisor or the chair approves")
    let isExcepted = takesBackDecision(of: circumstances.staff, about: circumstances.facts.certificate)
    return (sentence, isExcepted ? other + Self.exceptionWords : other)
  }

  private static let exceptionWords = Phrase(
    "；确无他人的，写明理由并由第二人当场输入密码（SOD-7，记入年度检查）",
    "; where nobody else can, a ground and a second person's password (SOD-7, for the inspection)")
}
