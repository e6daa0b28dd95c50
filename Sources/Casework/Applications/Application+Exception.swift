/// Who decides what came through the own hands: nobody but by an exception of two people, with its ground (SOD-7,
/// features: 23).
extension Application {
  /// Whether an exception is possible at all: a panel's seat, a freeze, an end of a certificate always take somebody else.
  public func mayBeExcepted(by staff: StaffMember) -> Bool {
    state == .review && service.steps.card == .always && ownHands(for: .approve).contains(staff.id)
  }

  /// Whoever stands beside somebody who approves what came through the own hands, or `nil`.
  func excepter(of act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> StaffMember? {
    guard act.move == .approve, mayBeExcepted(by: circumstances.staff), !act.fields.text("override").isEmpty,
      let second = circumstances.second, second.isActive, second.id != circumstances.staff.id,
      !second.isRecused(from: people(about: circumstances.facts.certificate))
    else { return nil }
    return second
  }

  /// What is said to whoever may not decide it.
  func handsWords(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> (Phrase, Phrase?) {
    let sentence = Phrase("此业务经您受理或经办，不得评定或审批", "The case came through your hands: you may not assess or decide it")
    guard act.move == .approve, mayBeExcepted(by: circumstances.staff) else {
      return (sentence, Phrase("请由他人办理", "Somebody else must act"))
    }
    return (
      sentence,
      Phrase(
        "请由他人办理；确无他人的，写明理由并由第二人当场输入密码（SOD-7，记入年度检查）",
        "Somebody else must act; where nobody else can, a ground and a second person's password (SOD-7, for the inspection)"
      )
    )
  }
}
