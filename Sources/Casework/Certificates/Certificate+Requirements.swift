/// What the store looks up for an act on a certificate.
public struct CertificateFacts: Hashable, Sendable {
  /// Other active certificates of the same person.
  public var otherLive: [String] = []
  /// What has changed on it since a sweep acted, in words; `nil` where it is as the sweep left it.
  public var changedSince: Phrase?
  /// Whether its card lies in the office, printed and not yet handed over.
  public var isInDrawer = false
  /// When it, or the first of the cards it took the place of, was issued.
  public var firstIssued: Day?

  public init() {}
}

extension Certificate {
  public func meets(
    _ requirement: Requirement, _ act: Act<Certificate>, in circumstances: Circumstances<CertificateFacts>
  ) -> Bool {
    switch requirement {
    case .notHandedOver: isAwaitingCollection
    case .twoPersons: circumstances.second.map { $0.id != circumstances.staff.id } ?? false
    case .secondNoKin: identity.isEmpty || !(circumstances.second?.isRecused(from: [identity]) ?? false)
    case .wasValid: ![.lost, .frozen].contains(stateBeforeCancelling)
    case .wasLost: stateBeforeCancelling == .lost
    case .wasFrozen: stateBeforeCancelling == .frozen
    case .noOtherLive: circumstances.facts.otherLive.isEmpty
    case .asTheSweepLeftIt: circumstances.facts.changedSince == nil
    case .dayIsPossible: dayProblem(act, in: circumstances) == nil
    case .settledWithReason:
      act.fields.text("result") != ContactResult.settled.rawValue
        || (isSettled(about: act.fields.text("about")) && !act.fields.text("remark").isEmpty)
    case .notOwnCase: identity.isEmpty || !circumstances.staff.isRecused(from: [identity])
    case .notReceived: !isReceivedElsewhere
    case .notInDrawer: !circumstances.facts.isInDrawer
    }
  }

  public func refusal(
    for requirement: Requirement, _ act: Act<Certificate>, in circumstances: Circumstances<CertificateFacts>
  ) -> Refusal {
    switch requirement {
    case .notHandedOver:
      Refusal(requirement.rawValue, Phrase("证件已交给持证人", "The certificate has been handed over"))
    case .notInDrawer:
      Refusal(
        requirement.rawValue,
        Phrase("此证还在本室待领取，没有丢失", "This card lies in the office and waits to be collected: it is not lost"),
        remedy: Phrase(
          "丢的是旧证的：旧证已换发、不再有效，请照常领证，「旧证」填「\(OldCard.lost.name.chinese)」",
          "If the old card is lost: it is void already; hand the new one over, old card “\(OldCard.lost.name.english)”")
      )
    case .twoPersons:
      Refusal(
        requirement.rawValue, Phrase("须两人：提出人与确认人不得为同一人", "Two people are needed: proposer and confirmer"),
        remedy: Phrase("请另一人确认", "Somebody else confirms"))
    case .secondNoKin:
      Refusal(
        requirement.rawValue,
        Phrase("第二人是持证人本人或亲属，须回避", "The second person is the holder or a relative"),
        remedy: Phrase("请换一位没有回避关系的在岗人员", "Ask another member in service who is no kin"))
    case .wasValid, .wasLost, .wasFrozen:
      Refusal(requirement.rawValue, Phrase("与注销前的状态不符", "This is not the state before the cancellation"))
    case .noOtherLive:
      Refusal(
        requirement.rawValue,
        Phrase(
          "此人另有有效证件 \(circumstances.facts.otherLive.map(Masking.certificate).joined(separator: "、"))",
          "Another certificate is live: \(circumstances.facts.otherLive.map(Masking.certificate).joined(separator: ", "))"
        ),
        remedy: .endOneOfTwo)
    case .notReceived:
      Refusal(
        requirement.rawValue, Phrase("对方已接收，证件在迁入地有效", "The other county has received it, where it is valid now"),
        remedy: Phrase(
          "迁回的凭对方迁移证明办「\(ServiceKind.transferIn.name.chinese)」",
          "If it comes back, use “\(ServiceKind.transferIn.name.english)” with the other county's letter"))
    case .asTheSweepLeftIt:
      Refusal(
        requirement.rawValue,
        Phrase("执行后又办理过：", "Worked on since: ") + (circumstances.facts.changedSince ?? Phrase("", "")),
        remedy: Phrase("先撤销后来的办理；错误注销的办「恢复」", "Undo what came later; use “Restore” for a wrong cancellation"))
    case .dayIsPossible:
      Refusal(
        requirement.rawValue,
        dayProblem(act, in: circumstances)
          ?? Phrase("日期 \(act.fields.text("date")) 不可能", "The date \(act.fields.text("date")) is not possible"),
        remedy: Phrase(
          "请填实际日期，不晚于今天（\(circumstances.today)）", "Give the real day, today (\(circumstances.today)) at the latest"),
        fields: ["date"])
    case .settledWithReason:
      Refusal(
        requirement.rawValue,
        Phrase(
          "「\(ContactResult.settled.name.chinese)」只用于「\(ContactTopic.police.name.chinese)」和迁出计时未停的「\(ContactTopic.move.name.chinese)」，须写明怎样办结",
          "“\(ContactResult.settled.name.english)” goes with “\(ContactTopic.police.name.english)”, and with “\(ContactTopic.move.name.english)” while its clock runs; it says how it ended"
        ),
        remedy: Phrase("请选此事由，并填备注", "Choose such a subject, and fill in the remark"),
        fields: isSettled(about: act.fields.text("about")) ? ["remark"] : ["about", "remark"])
    case .notOwnCase:
      Refusal(
        requirement.rawValue,
        Phrase(
          "证件 \(Masking.certificate(number)) 是本人或亲属的，须回避",
          "The certificate \(Masking.certificate(number)) is your own or a relative's"),
        remedy: Phrase("请由他人办理", "Somebody else must act"))
    }
  }

  /// Whether there may be something about a subject that somebody can have found out and settled.
  private func isSettled(about topic: String) -> Bool {
    topic == ContactTopic.police.rawValue || (topic == ContactTopic.move.rawValue && runningMoveClock != nil)
  }

  /// Why nobody can have been reached on the day given, or `nil`: it is to come, or lies before birth or first issue.
  private func dayProblem(_ act: Act<Certificate>, in circumstances: Circumstances<CertificateFacts>) -> Phrase? {
    guard let day = Day(iso: act.fields.text("date")) else { return nil }
    if day > circumstances.today { return Phrase("日期 \(day) 在将来", "The date \(day) lies in the future") }
    if let birth = birth ?? IdentityNumber(identity)?.birth, day < birth {
      return Phrase("日期 \(day) 早于出生日期 \(birth)", "The date \(day) lies before the birth on \(birth)")
    }
    if let issued = circumstances.facts.firstIssued ?? validFrom, day < issued {
      return Phrase("日期 \(day) 早于核发日期 \(issued)", "The date \(day) lies before the issue on \(issued)")
    }
    return nil
  }
}

extension Phrase {
  /// Who settles it where a register told of two live certificates of one person, and how (domain: 2.7, 3.3).
  static let endOneOfTwo = Phrase(
    "一人只能有一本有效证件：先由办证员对其中一本办「注销」（原因：重复），审核主管或理事长批准",
    "A person holds one: a clerk opens “Cancel” (duplicate) for the other, a supervisor or the chair approves")
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
    case .reportLoss: Phrase("挂失", "Report the loss")
    case .found: Phrase("找回", "Found again")
    case .replace: Phrase("换发", "Replace")
    case .replaceUndone: Phrase("撤回换发", "Undo the replacement")
    case .contact: Phrase("联系记录", "Record a contact")
    case .note: Phrase("记待办", "Note a to-do")
    case .freeze: Phrase("冻结", "Freeze")
    case .unfreeze: Phrase("解冻", "Unfreeze")
    case .moveOut: Phrase("迁出", "Move out")
    case .moveInConfirmed: Phrase("对方已接收", "Received by the other county")
    case .moveOutUndone: Phrase("撤回迁出", "Undo the move")
    case .moveIn: Phrase("迁入", "Move in")
    case .cancel: Phrase("注销", "Cancel")
    case .restore: Phrase("恢复", "Restore")
    case .sweepUndone: Phrase("撤销核销", "Undo of the sweep")
    }
  }
}

extension Certificate.Requirement {
  public var name: Phrase {
    switch self {
    case .notHandedOver: Phrase("尚未交付", "Not handed over")
    case .twoPersons: Phrase("两人", "Two people")
    case .secondNoKin: Phrase("第二人非亲属", "Second person no relative")
    case .wasValid: Phrase("注销前有效", "Was valid")
    case .wasLost: Phrase("注销前挂失", "Was lost")
    case .wasFrozen: Phrase("注销前冻结", "Was frozen")
    case .noOtherLive: Phrase("无其他有效证件", "No other live certificate")
    case .asTheSweepLeftIt: Phrase("执行后未再变动", "As the sweep left it")
    case .dayIsPossible: Phrase("日期可信", "The day is possible")
    case .settledWithReason: Phrase("办结写明结果", "How it ended is said")
    case .notOwnCase: Phrase("非本人亲属", "Not one's own or a relative's")
    case .notReceived: Phrase("对方尚未接收", "Not received by the other county")
    case .notInDrawer: Phrase("不在本室待领取", "Not waiting in the office")
    }
  }
}
