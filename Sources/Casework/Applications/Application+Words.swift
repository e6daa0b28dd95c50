extension Application {
  /// The service, of a cancellation with its reason: `注销（死亡）`.
  public var kindName: Phrase {
    service.name + (cancellationReason.map { Phrase("（", " (") + $0.name + Phrase("）", ")") } ?? Phrase("", ""))
  }
}

extension Application.State {
  public var name: Phrase {
    switch self {
    case .draft: Phrase("登记中", "Draft")
    case .submitted: Phrase("已提交待受理", "Submitted")
    case .returned: Phrase("退回补正", "Returned")
    case .returnedReview: Phrase("审核退回补正", "Returned by review")
    case .notAccepted: Phrase("不予受理", "Not accepted")
    case .accepted: Phrase("已受理", "Accepted")
    case .assigned: Phrase("已派指定机构评定", "At the institution")
    case .panel: Phrase("联合评定签字中", "Panel signing")
    case .assessedOK: Phrase("评定符合标准", "Standard met")
    case .assessedFail: Phrase("评定不符合标准", "Standard not met")
    case .publicity: Phrase("公示中", "Public notice")
    case .objection: Phrase("公示异议核查", "Objection checked")
    case .review: Phrase("审核中", "In review")
    case .forwarded: Phrase("已转户籍地县残联", "Handed to the deciding county")
    case .approved: Phrase("已批准", "Approved")
    case .refused: Phrase("不予办理", "Refused")
    case .printed: Phrase("已制证", "Printed")
    case .ready: Phrase("待领取", "Ready to collect")
    case .collected: Phrase("已领取", "Collected")
    case .archived: Phrase("已归档", "Archived")
    case .reassessCity: Phrase("市级重新评定中", "Re-assessed by the prefecture")
    case .reassessProvince: Phrase("省级重新评定中", "Re-assessed by the province")
    case .withdrawn: Phrase("已撤回", "Withdrawn")
    case .lapsed: Phrase("逾期失效", "Lapsed")
    }
  }
}

extension Application.Move {
  public var name: Phrase {
    switch self {
    case .open: Phrase("登记", "Open")
    case .edit: Phrase("填写", "Fill in")
    case .submit: Phrase("提交", "Submit")
    case .sendBack: Phrase("退回补正", "Return for correction")
    case .rejectIntake: Phrase("不予受理", "Do not accept")
    case .recordCheck: Phrase("登记核查结论", "Record the check")
    case .accept: Phrase("受理", "Accept")
    case .noAssessment: Phrase("免评定", "No assessment")
    case .chooseHospital: Phrase("派指定机构评定", "Refer to an institution")
    case .chooseDirect: Phrase("联合直接评定", "Assess directly")
    case .panelSign: Phrase("评定签字", "Sign the assessment")
    case .panelDone: Phrase("汇总评定结论", "Close the panel")
    case .panelDiscuss: Phrase("合议后重签", "Discuss and sign anew")
    case .replaceMember: Phrase("更换评定人", "Replace an assessor")
    case .panelToHospital: Phrase("转医院评定", "Send to an institution")
    case .recordResult: Phrase("录入评定结果", "Enter the result")
    case .resubmitAfterReview: Phrase("补正后重新送审", "Resubmit to review")
    case .correctionOverdue: Phrase("逾期未补正", "Correction overdue")
    case .missAppointment: Phrase("评定日未到场", "Did not come")
    case .noShow: Phrase("逾期未评定", "No show")
    case .postNotice: Phrase("公示", "Post the notice")
    case .skipNotice: Phrase("免公示", "No notice")
    case .object: Phrase("登记异议", "Record an objection")
    case .objectionUnfounded: Phrase("异议不成立", "Objection unfounded")
    case .objectionFounded: Phrase("异议成立，重新评定", "Objection founded")
    case .noticeEnd: Phrase("公示期满", "End the notice")
    case .arrive: Phrase("登记外县移送", "Record a file from another county")
    case .declineForwarded: Phrase("退回受理县", "Send back to the accepting county")
    case .forward: Phrase("移送户籍地县残联", "Hand to the deciding county")
    case .receiveForwarded: Phrase("接收移送", "Receive the file")
    case .forwardReturned: Phrase("户籍地退回", "Sent back by the deciding county")
    case .forwardSettled: Phrase("户籍地已办结", "Settled by the deciding county")
    case .approve: Phrase("批准", "Approve")
    case .refuse: Phrase("不予办理", "Refuse")
    case .cityReview: Phrase("登记市级审批", "Record the prefecture's approval")
    case .askCity: Phrase("申请市级重新评定", "Ask the prefecture to re-assess")
    case .cityResult: Phrase("录入市级结论", "Enter the prefecture's result")
    case .askProvince: Phrase("申请省级重新评定", "Ask the province to re-assess")
    case .provResult: Phrase("录入省级结论", "Enter the province's result")
    case .print: Phrase("制证", "Print")
    case .seal: Phrase("盖章入库", "Seal")
    case .finishWithoutCard: Phrase("办结", "Finish")
    case .misprint: Phrase("作废重制", "Misprint")
    case .collect: Phrase("领证", "Hand over")
    case .archive: Phrase("归档", "Archive")
    case .withdraw: Phrase("撤回", "Withdraw")
    case .terminate: Phrase("终止办理", "Terminate")
    case .resume: Phrase("续办领证", "Go on to hand over")
    case .deliver: Phrase("登记送达", "Record the delivery")
    case .takeOver: Phrase("接手", "Take over")
    case .askAdvice: Phrase("请示", "Ask for advice")
    case .answerAdvice: Phrase("答复请示", "Answer the question")
    case .reassign: Phrase("移交经办", "Give to a colleague")
    case .registerPaper: Phrase("登记材料", "Register a paper")
    case .recount: Phrase("重算期限", "Recount the clock")
    }
  }
}

extension Application.Move {
  /// Whether it is the usual next step of a case that goes its way.
  public var leadsOn: Bool {
    switch self {
    case .submit, .accept, .noAssessment, .chooseHospital, .panelSign, .panelDone, .recordResult, .postNotice,
      .skipNotice, .noticeEnd, .forward, .receiveForwarded, .forwardSettled, .resubmitAfterReview, .approve, .print,
      .seal, .finishWithoutCard, .collect, .archive, .cityResult, .provResult:
      true
    default: false
    }
  }

  /// Whether it is for few cases only: where it is not possible it does not stand in the way of the usual ones.
  public var isOccasional: Bool {
    switch self {
    case .terminate, .resume, .missAppointment, .recount, .takeOver, .reassign, .answerAdvice, .cityReview, .arrive,
      .declineForwarded,
      .forward,
      .askProvince:
      true
    default: false
    }
  }
}

extension Transition<Application> {
  /// The same for a row: from a correction, an institution is chosen only where the doubt arose in review; an objection
  /// after the first is rare.
  public var isOccasional: Bool {
    move.isOccasional || move == .chooseHospital && from == [.returnedReview]
      || move == .object && from.contains(.review)
  }
}
