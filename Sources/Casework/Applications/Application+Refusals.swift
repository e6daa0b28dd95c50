extension Application {
  public func refusal(
    for requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> Refusal {
    let (message, remedy) =
      kinWords(for: requirement, in: circumstances) ?? words(for: requirement, act, in: circumstances)
    return Refusal(
      requirement.rawValue, message, remedy: remedy, fields: fields(namedBy: requirement, act, in: circumstances))
  }

  /// What helps where the number already has a live certificate: its holder may be somebody else.
  private func secondLiveRemedy(_ facts: ApplicationFacts) -> Phrase {
    guard let other = facts.otherHolder else {
      return facts.certificate != nil
        ? .endOneOfTwo : Phrase("不能再发第二本，请核对后撤回或退回", "No second one can be issued: check, then withdraw or return")
    }
    let correction = ServiceKind.renewInformation.name
    return Phrase(
      "持证人是「\(other)」：其号码登记错的，先凭公安证明为其办「\(correction.chinese)」，再受理此件；否则请核对号码",
      "Its holder is “\(other)”: where that number is wrong, first “\(correction.english)” with the police's proof; else check"
    )
  }

  /// What helps where papers are missing: who may return a case depends on where it stands.
  private func papersRemedy(for missing: [MaterialDemand]) -> Phrase {
    switch state {
    case .submitted where missing.allSatisfy { evidence.contains($0.code) }:
      Phrase("补齐，或退回补正；依据材料不能免交", "Supply them, or return the case: what proves the ground cannot be waived")
    case .submitted: Phrase("补齐，或注明免交理由，或退回补正", "Supply or waive them with a reason, or return the case")
    case .review:
      Phrase(
        "由办证员「登记材料」补上，或由审核主管、理事长退回补正",
        "The clerk registers them, or the supervisor or the chair returns the case")
    default: Phrase("补齐，或注明免交理由", "Supply or waive them with a reason")
    }
  }

  private func words(
    for requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?) {
    let facts = circumstances.facts
    switch requirement {
    case .fieldsComplete:
      let names = missingFields.map { service.input(for: $0).name }
      return (
        Phrase(
          "还缺 \(names.count) 项：\(names.map(\.chinese).joined(separator: "、"))",
          "\(names.count) missing: \(names.map(\.english).joined(separator: ", "))"),
        Phrase("请办证员补填", "The clerk fills them in")
      )
    case .identityValid:
      return (
        entries.text("identity_upgraded").isEmpty
          ? Phrase("身份号码未通过校验", "The identity number does not pass the checks")
          : Phrase("15 位旧号只能查找，不能据以办证", "A number of fifteen digits finds people, but issues nothing"),
        Phrase("请按现行身份证填写 18 位号码", "Take the eighteen digits from the present identity card")
      )
    case .residencePermitAdmitted:
      return (
        Phrase("本室未开放港澳台居民居住证申请", "Residence permits of Hong Kong, Macao and Taiwan are not admitted here"),
        Phrase("系统管理员可更改设置 applicant.allow_hmt_permit", "The administrator may change applicant.allow_hmt_permit")
      )
    case .guardianGiven:
      let ground = guardianGround(on: circumstances.today) ?? Phrase("", "")
      let written = self[.guardianIdentity]
      if let number = IdentityNumber(written), number.birth.age(on: circumstances.today) < 18 {
        return (
          Phrase("监护人未满 18 周岁", "The guardian is a minor"), Phrase("请填成年监护人", "Give an adult guardian")
        )
      }
      if !written.isEmpty, IdentityNumber(written) == nil || written == self[.identity] {
        return (
          written == self[.identity]
            ? Phrase("监护人号码与申请人相同", "The guardian's number is the applicant's")
            : Phrase("监护人身份号码未通过校验", "The guardian's number does not pass the checks"),
          Phrase("请对照监护人身份证更正", "Correct it from the guardian's card")
        )
      }
      return (
        Phrase(
          "\(ground.chinese)，须填监护人姓名、关系和有效身份号码",
          "\(ground.english): a guardian's name, relation and valid number are needed"),
        Phrase("请补填监护人（办法第九条）", "Fill in the guardian (Measures art. 9)")
      )
    case .notOwnCase:
      return (
        Phrase("这是本人或亲属的业务，须回避", "This is your own or a relative's case"), Phrase("请由他人办理", "Somebody else must act")
      )
    case .personKept:
      return (
        Phrase(
          "受理后不能换人：号码、决定县不可更改；评定公示后姓名、类别、村也不可更改",
          "After acceptance the person stays, after assessment and notice also name, category and village"),
        Phrase("请撤回此业务，为另一人重新登记", "Withdraw this case and open one for the other person")
      )
    case .secondPerson:
      return (
        Phrase("此项须第二人同时确认", "A second person must confirm this"),
        Phrase("请另一位在岗人员输入其密码", "Another staff member gives name and password")
      )
    case .materialsComplete:
      let missing = missingMaterials(for: act, in: circumstances)
      let chinese = missing.map { "\($0.code.name.chinese)（\($0.code.rawValue)\($0.count > 1 ? "×\($0.count)" : "")）" }
      let english = missing.map { "\($0.code.name.english) (\($0.code.rawValue)\($0.count > 1 ? "×\($0.count)" : ""))" }
      return (
        Phrase("缺材料：\(chinese.joined(separator: "、"))", "Papers missing: \(english.joined(separator: ", "))"),
        papersRemedy(for: missing)
      )
    case .sexExplained:
      return (
        Phrase("登记的性别与身份号码不一致", "The sex given differs from the number"),
        Phrase("请更正，或写明理由（sex_reason）", "Correct it, or say why (sex_reason)")
      )
    case .noLiveCertificate:
      return (
        Phrase(
          "此人已持有证件 \(facts.liveCertificates.map(Masking.certificate).joined(separator: "、"))",
          "This person already holds \(facts.liveCertificates.map(Masking.certificate).joined(separator: ", "))"),
        secondLiveRemedy(facts)
      )
    case .noOtherOpenCase:
      let others = facts.otherOpenCases
      return (
        Phrase(
          "此人另有在办业务 \(others.joined(separator: "、"))",
          others.count > 1
            ? "Other cases are open: \(others.joined(separator: ", "))" : "Another case is open: \(others.joined())"),
        others.count > 1
          ? Phrase("请先把这 \(others.count) 件都办结或撤回", "Finish or withdraw all \(others.count) of them first")
          : Phrase("请先办结或撤回那一件", "Finish or withdraw that one first")
      )
    case .notBarred:
      let end = barEnds(in: circumstances)?.iso ?? ""
      return (
        Phrase(
          "注销后一年内不得重新申请，可申请日期 \(end)（办法第二十四条）",
          "Barred for a year after cancelling, possible from \(end) (Measures art. 24)"),
        Phrase(
          "确有合法例外的，填写理由并由审核主管或理事长同时确认",
          "A lawful exception takes a ground and a supervisor or the chair as second person")
      )
    case .certificateKnown, .rightPerson, .certificateFits, .notTooEarly, .daysPossible, .documentGiven,
      .notTheFreezer, .notTheCanceller, .cardDue, .noCardDue, .belowStandardSettled:
      return certificateWords(for: requirement, in: circumstances)
    case .movedElsewhere, .destinationKnown, .countiesKnown, .noticeProven, .otherCountyDecides, .thisCountyDecides,
      .acceptedElsewhere,
      .servedAcrossCounties, .thisCountyAccepted, .cityReviewed,
      .cityReviewDue,
      .withinObjectionWindow, .cityResultStands, .notFinal, .reassessmentPossible:
      return otherOfficeWords(for: requirement, act, in: circumstances)
    case .freezeGroundOpen: return expiryWords(in: circumstances)
    case .duplicateNamed: return duplicateWords(facts, on: circumstances.today)
    case .checkDue, .checkRecorded: return checkWords(for: requirement)
    case .somethingMissing:
      return (
        Phrase("没有缺项，不必退回", "Nothing is missing"),
        Phrase("要求补充其他内容的，请在「需补正」（items）写明", "Say under “What is missing” (items) what else is asked for")
      )
    case .notRecordedDead:
      return (
        service == .renewInformation
          ? Phrase("新号码在册是已死亡的人", "The register says that the person of the new number died")
          : Phrase("登记册记载此人已死亡", "The register says that this person died"),
        Phrase("记载有误的，先凭公安更正办「恢复」", "If that is wrong, restore the certificate with the police's correction")
      )
    case .numberIsOwn: return numberWords(of: facts.heldByOthers, on: circumstances.today)
    case .decisionStands, .decisionTakenBack:
      let back = takenBack(among: facts.decidedOn)
      return (back?.words ?? Phrase("此件的决定没有撤销", "The decision of this case stands"), nil)
    case .cardAsAccepted: return replacedWords(by: facts.cardSince)
    case .cardStands: return cardWords(of: facts.issued, on: circumstances.today)
    case .notMovedOut:
      let held = facts.movedOut.map(Masking.certificate).joined(separator: "、")
      return (
        Phrase("此人的证件 \(held) 已迁出，在迁入地仍可能有效", "\(held) moved out and may be valid where it went"),
        Phrase(
          "迁回的办「迁入」；迁入地已注销的，填写理由（依据）并由审核主管或理事长同时确认",
          "Transfer it in; if it ended there, give the proof as a ground, with a supervisor or the chair as second person"
        )
      )
    case .conclusionSettled: return challengeWords(in: circumstances)
    case .cityNotAsked:
      return (
        Phrase("市级已有结论", "The prefecture has decided already"),
        Phrase("仍有异议的，申请省级重新评定", "Ask the province to re-assess")
      )
    case .certificateEnded: return goingOnWords(about: facts, on: circumstances.today)
    case .numberAvailable:
      return (
        Phrase("补办次数已到 99，编不出新证号", "Ninety-nine reissues: no further number can be composed"),
        Phrase("请报上级残联处理", "Ask the federation above")
      )
    case .inOtherHands:
      return (
        Phrase("此件已在您手上", "The case is in your hands already"), Phrase("直接办理即可", "Just act on it")
      )
    case .successorServes:
      let successor = act.fields.text("successor")
      return (
        Phrase("「\(successor)」不能接办此件", "“\(successor)” cannot take this case over"),
        Phrase("须另一位在岗的办证员，与申请人无回避关系", "Another clerk in service who is no kin of the applicant")
      )
    case .questionOpen:
      return (
        Phrase("没有等待答复的请示", "No question waits for an answer"), Phrase("须先有人「请示」", "Somebody asks first")
      )
    case .scansUnchanged:
      let names = facts.changedScans.map(\.name)
      return (
        Phrase(
          "扫描件在附上之后被改过：\(names.map(\.chinese).joined(separator: "、"))",
          "A scan changed since it was attached: \(names.map(\.english).joined(separator: ", "))"),
        Phrase("请核对原件，用「登记材料」重新附上", "Look at the original and register the paper again")
      )
    case .lifeExplained: return lifeWords(of: facts.lifeAfterDeath)
    case .collectorIdentified, .collectorProven, .collectorLives:
      return collectorWords(for: requirement, act, in: circumstances)
    case .cardWaits, .wasSealed, .wasNotSealed: return waitingWords(of: facts.issued, on: circumstances.today)
    case .guardianIsAnother:
      return (
        Phrase("监护人号码与申请人相同", "The guardian's number is the applicant's"),
        Phrase(
          "没有监护人的，请清空监护人各栏；确有监护人的，填其本人号码",
          "Leave the guardian empty where there is none; else give the guardian's own number")
      )
    case .agentIsAnother:
      return (
        Phrase("代理人号码就是申请人本人的", "The agent's number is the applicant's own"),
        Phrase(
          "本人来办的不填代理人，请清空代理人各栏；确有代理人的，填其本人号码",
          "Leave the agent empty where the applicant comes; else give the agent's own number")
      )
    case .somethingChanges:
      return (
        Phrase("没有任何一项与登记册不同，没有可变更的", "Nothing differs from the register: there is nothing to correct"),
        Phrase(
          "请填变更后的内容；栏目之外的变更（如监护人）在「事由」写明；只换旧证的办「\(ServiceKind.renewDamaged.name.chinese)」",
          "Fill in what is new; a change outside the fields (as of the guardian) under “Reason”; a mere new card is “\(ServiceKind.renewDamaged.name.english)”"
        )
      )
    case .serialUnused:
      return (Phrase("此印刷序号已用过", "This serial has been used"), Phrase("请核对空白证卡", "Look at the blank again"))
    case .onAssessmentDay, .assessmentDue, .noAssessmentDue, .institutionListed, .doctorsListed, .otherInstitution,
      .directPathOpen, .categoryForPanel, .panelComplete, .recusalAnswered, .seatNotLocked, .delegationRuns,
      .findingsDiffer, .sealNumberGiven, .inThePanel, .notAcceptor, .notAssessor, .nobodySigned, .signedSeatsKept,
      .notYetSigned, .ownSecret, .ownSecretToEnd, .allSeatsSigned,
      .findingsAgree, .standardMet, .standardNotMet, .resultComplete, .assessmentStands, .notYetAssessed:
      return assessmentWords(for: requirement, act, in: circumstances)
    case .deliveryPossible, .deliveryExplained, .termKept, .calendarChanged, .noticeDue, .noticeNotDue,
      .noticePeriodRuns, .objectionInTime, .noticeHung,
      .noticePeriodOver,
      .deadlineAhead,
      .announcementOver, .correctionExpired, .referralExpired, .objectionWindowClosed:
      return periodWords(for: requirement, act, in: circumstances)
    }
  }
}
