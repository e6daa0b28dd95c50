import Casework

extension Situation {
  /// Sets up a move as the people who make it would: its fields, and one who may.
  mutating func intend(_ move: Application.Move) {
    self.move = move
    fields = usualFields(of: move)
    second = move == .rejectIntake || move == .terminate ? Self.bai : nil
    staff =
      switch move {
      case .panelSign, .panelToHospital, .panelDiscuss: Self.li
      case .approve, .refuse, .objectionFounded, .objectionUnfounded, .recount, .answerAdvice, .reassign,
        .recordCheck:
        Self.sun
      case .sendBack where state == .review: Self.sun
      case .archive: Self.dang
      default: Self.chen
      }
    if move == .replaceMember { facts.named = facts.named.filter { $0.id != Self.qian.id } + [Self.qian] }
    if move == .reassign { facts.named = facts.named.filter { $0.id != Self.bai.id } + [Self.bai] }
    if move == .objectionFounded { facts.institution = Self.other }
    if move == .recordResult {
      fields["institution"] = application.institution
      facts.institution = application.institution == "ZY" ? Self.other : Self.hospital
    }
  }

  mutating func act(_ move: Application.Move, _ changes: Entries = [:]) throws(Refusal) {
    intend(move)
    fields.merge(changes)
    try happen()
  }

  mutating func signByAll(_ finding: Entries = [:]) throws(Refusal) {
    for member in Self.panel {
      intend(.panelSign)
      fields.merge(finding)
      staff = member
      try happen()
    }
  }

  /// The papers that the case asks for, and no others.
  private var papers: String {
    let demands = application.demands(under: policy, on: today)
    return Materials(Dictionary(demands.map { ($0.code, $0.count) }, uniquingKeysWith: max)).text
  }

  private func usualFields(of move: Application.Move) -> Entries {
    let finding: Entries = ["category": "4", "grade": "3"]
    switch move {
    case .submit, .accept, .resubmitAfterReview: return ["materials": papers]
    case .sendBack: return ["items": "户口簿", "reason": "缺户口簿"]
    case .refuse, .misprint, .forwardReturned: return ["reason": "材料虚假"]
    case .rejectIntake: return ["ground": "other", "reason": "不属实"]
    case .recordCheck: return ["outcome": "proven", "record": "电话核实医院，诊断证明系伪造"]
    case .deliver: return ["delivered": today.iso]
    case .chooseHospital: return ["institution": "RM"]
    case .panelToHospital: return ["institution": "RM", "reason": "难以认定"]
    case .panelDiscuss: return ["minutes": "三人合议，重新查看残端"]
    case .missAppointment: return ["date": "2026-03-02", "place": "岩垅村"]
    case .declineForwarded: return ["reason": "户籍不在本县"]
    case .arrive:
      var fields: Entries = ["letter": "鹤残函〔2026〕8 号", "materials": papers]
      guard service.steps.assessment != .never else { return fields }
      fields.merge(["institution": "市一医院", "form": "2026-7", "date": today.iso])
      fields.merge(finding)
      return fields
    case .chooseDirect: return ["members": "li,wang,zhao", "feature": "左小腿缺失", "evaluation": "可借助拐杖行走"]
    case .replaceMember: return ["members": "li,qian,zhao", "reason": "王强病休"]
    case .panelSign: return Entries(["category": "4", "grade": "3", "opinion": "同意"])
    case .recordResult:
      var fields: Entries = [
        "form": "2026-118", "institution": "RM", "doctors": "周医生", "date": today.iso, "sealed": "yes",
      ]
      fields.merge(finding)
      return fields
    case .cityResult, .provResult:
      var fields: Entries = ["document": "怀残联〔2026〕9 号", "institution": "市一医院", "date": today.iso]
      fields.merge(finding)
      return fields
    case .postNotice: return ["place": "岩垅村"]
    case .object: return ["objector": "村民", "content": "此人能正常行走"]
    case .objectionUnfounded where application.noticeLastDay.map { $0 < today } ?? false:
      return ["record": "已入户核查", "evidence": "照片 3 张"]
    case .objectionUnfounded: return ["record": "已入户核查"]
    case .objectionFounded: return ["record": "已入户核查", "institution": "ZY"]
    case .noticeEnd: return ["evidence": "照片 3 张"]
    case .forward where state == .publicity: return ["evidence": "照片 3 张", "letter": "洪残函〔2026〕3 号"]
    case .forward: return ["letter": "洪残函〔2026〕3 号"]
    case .receiveForwarded: return ["complete": "yes", "signature": "yes", "materials": papers]
    case .forwardSettled: return ["outcome": "已发证", "letter": "鹤残函〔2026〕8 号"]
    case .approve: return ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]
    case .cityReview: return ["document": "怀残联〔2026〕7 号"]
    case .askCity, .askProvince: return ["request": "对等级有异议", "level": "怀化市残联"]
    case .print: return ["serial": "A0001"]
    case .seal: return ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"]
    case .finishWithoutCard: return ["delivered": "yes"]
    case .collect: return ["collector": "张秀兰", "identity": entries.text("identity")]
    case .archive: return ["pages": "12", "shelf": "3-2"]
    case .withdraw: return ["request": "本人书面申请"]
    case .terminate: return ["reason": "持证人已死亡"]
    case .resume: return ["reason": "证件已恢复"]
    case .correctionOverdue: return ["reminder": "已电话催告"]
    case .takeOver: return ["reason": "陈静休假"]
    case .reassign: return ["successor": "bai", "reason": "陈静调离"]
    case .askAdvice: return ["question": "是否须重新评定"]
    case .answerAdvice: return ["advice": "须派医院评定"]
    case .registerPaper: return ["code": "ID", "form": "copy"]
    default: return [:]
    }
  }
}
