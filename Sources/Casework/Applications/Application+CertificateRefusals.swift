extension Application {
  /// What is said where the certificate does not allow the service.
  func certificateWords(
    for requirement: Requirement, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?) {
    let certificate = circumstances.facts.certificate
    switch requirement {
    case .certificateKnown where self[.certificate].isEmpty:
      return (
        Phrase("登记册中没有此人的证件", "The register holds no certificate of this person"),
        Phrase("首次申请办「新办」，外县证件办「迁入」", "A first one is a “New issue”, one of another county a “Transfer in”")
      )
    case .certificateKnown: return unknownWords
    case .rightPerson:
      return (
        Phrase("证件不是此人的", "The certificate is not this person's"),
        Phrase(
          "请核对证号、身份号码和姓名；姓名或号码已变更的，办「信息变更」", "Check number and name; where they have changed, correct the data first")
      )
    case .certificateFits: return stateWords(of: certificate, on: circumstances.today)
    case .notTooEarly:
      let day = possibleFrom(in: circumstances)?.iso ?? ""
      return service == .change
        ? (
          Phrase("距上次评定未满规定月数，可申请日期 \(day)", "Too soon after the last assessment, possible from \(day)"),
          Phrase("病情确有变化的，退回补正后填写医院证明", "With hospital evidence of a change: return it and fill that in")
        )
        : (
          Phrase("期满换领可申请日期 \(day)（办法第十九条）", "A renewal is possible from \(day) (Measures art. 19)"),
          Phrase("证件污损的，办「污损换领」", "For a damaged card use “Replace damaged”")
        )
    case .daysPossible:
      return (
        dayProblem(in: circumstances)?.sentence ?? Phrase("日期有误", "A date cannot be right"),
        untransferredRemedy(in: circumstances) ?? issuedToTheDeadRemedy(in: circumstances)
          ?? (hasEndedBeforeTheMove(on: circumstances.today)
            ? Phrase(
              "请先在迁出县「期满换领」，凭新证迁入；日期抄错的，对照原证更正",
              "Renew it where it comes from and move the new one in; a miscopied date is corrected from the card")
            : Phrase("请对照证明材料更正", "Correct it from the document"))
      )
    case .documentGiven where cancellationReason == .noLongerMeets:
      return (
        Phrase("不再符合标准只能以指定机构的评定表为证", "Only the form of a designated institution proves that the standard is not met"),
        Phrase(
          "请在「文书号」填评定机构和评定表编号，在「事件日期」填评定日期（办法第二十四条）",
          "Give institution and form number under “Document number”, its day under “Date of the event” (Measures art. 24)"
        )
      )
    case .documentGiven:
      return (
        Phrase("此原因须填所依据的文书号", "This reason takes the number of the document it rests on"),
        Phrase(
          "请填「文书号」：处理决定、判决、核查或来文的编号", "Fill in the number of the decision, judgment, inquiry or letter")
      )
    case .notTheFreezer:
      return decisionWords(
        Phrase("您决定了此次冻结，解冻须由他人决定", "You decided on this freeze; somebody else lifts it"), in: circumstances)
    case .notTheCanceller:
      return decisionWords(
        Phrase("您决定了此次注销，恢复须由他人决定", "You decided on this cancellation; somebody else restores it"),
        in: circumstances)
    case .belowStandardSettled:
      return (
        Phrase("评定不符合标准，证件仍在有效", "The assessment found no standard met, and the certificate still stands"),
        Phrase(
          "请办证员先提「注销」（不再符合残疾标准），办完再归档",
          "The clerk proposes cancelling it (no longer meets the standard); file this after")
      )
    case .cardDue:
      return (Phrase("此事项不制证", "This service issues no card"), Phrase("请用「办结」", "Use “Finish”"))
    default: return (Phrase("此事项须制证", "This service issues a card"), Phrase("请先制证", "Print the card first"))
    }
  }

  /// What is said of a number under which the register has nothing.
  var unknownWords: (Phrase, Phrase) {
    (
      Phrase("登记册中没有证件 \(self[.certificate])", "The register has no certificate \(self[.certificate])"),
      Phrase("请核对证号；外县证件先办「迁入」", "Check the number; a certificate of another county is transferred in first")
    )
  }

  private func stateWords(of certificate: Certificate?, on day: Day) -> (Phrase, Phrase?) {
    guard let certificate else {
      return (Phrase("没有找到证件", "The certificate was not found"), Phrase("请核对证号", "Check the number"))
    }
    let state = certificate.state(on: day)
    if hasEndedLost(certificate, on: day) {
      return (
        Phrase(
          "证件 \(certificate[.validTo]) 已到期，补办的也是到期证", "It ended on \(certificate[.validTo]), and so would its reissue"),
        Phrase("请办「期满换领」", "Use “Renewal”")
      )
    }
    let wanted = service.certificateStates.map(\.name)
    return (
      Phrase(
        "证件现为「\(state.name.chinese)」，不能办「\(service.name.chinese)」",
        "The certificate is “\(state.name.english)”: no “\(service.name.english)”"),
      (self.state == .approved && !state.isActive ? Self.terminating : remedy(for: state))
        ?? Phrase(
          "须为：\(wanted.map(\.chinese).joined(separator: "、"))",
          "It must be: \(wanted.map(\.english).joined(separator: ", "))")
    )
  }

  /// The service that helps a certificate in this state.
  private func remedy(for state: Certificate.State) -> Phrase? {
    switch (service, state) {
    case (.cancel, .valid), (.cancel, .expired):
      Phrase("宣告失踪的须先冻结", "Where somebody is declared missing, freeze it first")
    case (_, .expired) where service.isAskedByHolder: Phrase("请办「期满换领」", "Use “Renewal”")
    case (_, .frozen): Phrase("须先解冻", "Lift the freeze first")
    case (_, .lost): Phrase("已找回的先登记「找回」，否则办「挂失补办」", "Record it as found, or use “Lost reissue”")
    case (_, .cancelled): Phrase("错误注销的办「恢复」，否则办「新办」", "Use “Restore” if it was wrong, else “New issue”")
    case (_, .replaced): Phrase("已换发新证，请用新证号", "A newer card took its place: use its number")
    case (_, .movedOut): Phrase("已迁出；迁回的办「迁入」", "It moved out; use “Transfer in” if it comes back")
    default: nil
    }
  }

  /// What is said where another county, the prefecture or the province has a part.
  func otherOfficeWords(
    for requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?) {
    switch requirement {
    case .otherCountyDecides:
      return (
        Phrase("此件由本县决定，不必移送", "This county decides: nothing to hand over"),
        Phrase("户籍在外县的，填写「户籍县代码」", "For a household elsewhere, give the deciding county")
      )
    case .thisCountyDecides:
      return (
        Phrase("此件由户籍县 \(decidingCounty) 决定", "County \(decidingCounty) decides this case"),
        Phrase("请移送该县残联，由其批准或不予办理", "Hand it to that county, which approves or refuses")
      )
    case .acceptedElsewhere:
      return (
        Phrase("此件由本县受理", "This county accepted the case"),
        Phrase("外县移送来的，填写「受理县代码」", "For a file of another county, give the accepting county")
      )
    case .servedAcrossCounties:
      return (
        Phrase(
          "「\(service.name.chinese)」由户籍县自行办理", "“\(service.name.english)” is an act of the household county itself"),
        Phrase("请撤回此件，来文作为依据另行登记", "Withdraw this case and open one here, with the letter as its ground")
      )
    case .thisCountyAccepted:
      return (
        Phrase("此件由 \(acceptingCounty) 受理", "County \(acceptingCounty) accepted this case"),
        Phrase("由受理县办理", "That county acts")
      )
    case .cityReviewed:
      return (
        Phrase("本室规定须经市级审批", "The prefecture must approve first"),
        Phrase("请先「登记市级审批」", "Record the prefecture's approval")
      )
    case .cityReviewDue:
      return (
        Phrase("本室不须市级审批", "The prefecture need not approve"),
        Phrase("设置 approval.city_review 可开启", "See the setting approval.city_review")
      )
    case .withinObjectionWindow:
      return (
        objectionWindow(act, in: circumstances).map {
          Phrase("提出异议的期限到 \($0.last) 止（办法第二十五条）", "Objections were possible until \($0.last) (Measures art. 25)")
        } ?? Phrase("尚无结论可提异议", "There is no conclusion to object to"),
        Phrase("病情有变化的可办「类别等级变更」或重新申请", "If the condition changed, apply for a change or anew")
      )
    case .movedElsewhere:
      return (
        service == .transferOut
          ? Phrase("迁往地就是本县，不是迁出", "The destination is this county: nothing moves out")
          : Phrase("迁出地就是本县，不是迁入", "It comes from this county: nothing moves in"),
        Phrase(
          "县内移居办「\(ServiceKind.renewInformation.name.chinese)」，改地址",
          "For a move inside the county use “\(ServiceKind.renewInformation.name.english)” and change the address")
      )
    case .destinationKnown:
      return (
        Phrase("区划表中查不到所填地点「\(self[placeField])」", "The place given is no known district"),
        Phrase(
          "请填六位区划代码或县区全名；名称确与区划表不同的，在「事由」写明",
          "Give the six digits or the county's name; where it is rightly another, say why under “Reason”")
      )
    case .countiesKnown:
      let field = wrongCounty ?? .decidingCounty
      return (
        Phrase(
          "\(field.input.name.chinese)「\(self[field])」不是区划代码",
          "\(field.input.name.english) “\(self[field])” is no district code"),
        Phrase(
          "请填六位县级区划代码，如 431281；本县办理的留空",
          "Give the six digits of the county, like 431281; nothing where this county acts")
      )
    case .noticeProven:
      return (
        foreignNoticeProblem(act, in: circumstances) ?? Phrase("公示没有证明", "The notice is not proven"),
        Phrase(
          "请向受理县补取公示证明，填公示起止；补不到的「\(Move.declineForwarded.name.chinese)」，由受理县补公示",
          "Get the proof from that county and fill in the days; else “\(Move.declineForwarded.name.english)”: it posts again"
        )
      )
    case .cityResultStands:
      return (
        Phrase("尚无市级重新评定结论", "There is no result of the prefecture yet"),
        Phrase("须先申请市级重新评定（办法第二十五条）", "Ask the prefecture first (Measures art. 25)")
      )
    case .notFinal:
      return (
        Phrase("省级结论为最终结论", "The province's conclusion is final"), Phrase("按结论办理", "Act on it")
      )
    default:
      return (
        reassessmentProblem(act, in: circumstances)?.sentence ?? Phrase("重新评定结果有误", "The result cannot be right"),
        Phrase("请对照结论书更正", "Correct it from the document")
      )
    }
  }
}
