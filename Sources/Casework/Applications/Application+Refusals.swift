extension Application {
  public func refusal(
    for requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> Refusal {
    let (message, remedy) = words(for: requirement, act, in: circumstances)
    return Refusal(requirement.rawValue, message, remedy: remedy)
  }

  private func words(
    for requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?) {
    let facts = circumstances.facts
    switch requirement {
    case .fieldsComplete:
      return (
        Phrase(
          "还缺 \(missingFields.count) 项：\(missingFields.map(\.input.name.chinese).joined(separator: "、"))",
          "\(missingFields.count) missing: \(missingFields.map(\.input.name.english).joined(separator: ", "))"),
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
        Phrase("补齐，或注明免交理由，或退回补正", "Supply or waive them with a reason, or return the case")
      )
    case .noLiveCertificate:
      return (
        Phrase(
          "此人已持有证件 \(facts.liveCertificates.map(Masking.certificate).joined(separator: "、"))",
          "This person already holds \(facts.liveCertificates.map(Masking.certificate).joined(separator: ", "))"),
        facts.certificate == nil
          ? Phrase("不能再发第二本，请核对后撤回或退回", "No second one can be issued: check, then withdraw or return")
          : .endOneOfTwo
      )
    case .noOtherOpenCase:
      return (
        Phrase(
          "此人另有在办业务 \(facts.otherOpenCases.joined(separator: "、"))",
          "Another case is open: \(facts.otherOpenCases.joined(separator: ", "))"),
        Phrase("请先办结或撤回其中一件", "Finish or withdraw one of them first")
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
      .notTheFreezer, .cardDue, .noCardDue:
      return certificateWords(for: requirement, in: circumstances)
    case .otherCountyDecides, .thisCountyDecides, .acceptedElsewhere, .thisCountyAccepted, .cityReviewed,
      .cityReviewDue,
      .withinObjectionWindow, .cityResultStands, .notFinal, .reassessmentPossible:
      return otherOfficeWords(for: requirement, act, in: circumstances)
    case .somethingMissing:
      return (
        Phrase("没有缺项，不必退回", "Nothing is missing"),
        Phrase("要求补充其他内容的，请写明", "Say what else is asked for")
      )
    case .notRecordedDead:
      return (
        Phrase("登记册记载此人已死亡", "The register says that this person died"),
        Phrase("记载有误的，先凭公安更正办「恢复」", "If that is wrong, restore the certificate with the police's correction")
      )
    case .cityNotAsked:
      return (
        Phrase("市级已有结论", "The prefecture has decided already"),
        Phrase("仍有异议的，申请省级重新评定", "Ask the province to re-assess")
      )
    case .onAssessmentDay:
      return (
        facts.assessmentDay.map { Phrase("评定日 \($0) 还没到", "The assessment day, \($0), lies ahead") }
          ?? Phrase("此件不在评定日名单上", "The case is on the list of no assessment day"),
        Phrase("在「评定日」名单中勾到场", "Tick who came on the list of the day")
      )
    case .certificateEnded:
      return (
        Phrase("证件没有失效，不能终止", "The certificate has not ended"),
        Phrase("请照常办完；证件注销、迁出后才可终止", "Go on as usual; only an ended certificate ends the case")
      )
    case .numberAvailable:
      return (
        Phrase("补办次数已到 99，编不出新证号", "Ninety-nine reissues: no further number can be composed"),
        Phrase("请报上级残联处理", "Ask the federation above")
      )
    case .inOtherHands:
      return (
        Phrase("此件已在您手上", "The case is in your hands already"), Phrase("直接办理即可", "Just act on it")
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
    case .calendarChanged:
      return (
        Phrase("期限与现行日历一致", "The clock agrees with the calendar"),
        Phrase("导入新的年度日历后再重算", "Recount after a new calendar is imported")
      )
    case .assessmentDue:
      return (
        Phrase("「\(service.name.chinese)」此件不需评定", "This “\(service.name.english)” takes no assessment"),
        Phrase("请用「免评定」；存疑的，退回补正后填写存疑理由", "Use “No assessment”; in doubt, return it and give the ground")
      )
    case .noAssessmentDue:
      let ground = assessmentGround(in: circumstances) ?? service.name
      return (
        Phrase("须先评定：\(ground.chinese)", "An assessment is due: \(ground.english)"),
        Phrase("请派指定机构评定", "Refer the applicant to an institution")
      )
    case .institutionListed: return institutionProblem(act, in: circumstances) ?? (Phrase("", ""), nil)
    case .doctorsListed:
      return (
        doctorsProblem(act, in: circumstances) ?? Phrase("", ""),
        Phrase(
          "请对照评定表；确在册的，由系统管理员或审核主管登记（doctor add）",
          "Look at the form; an administrator or supervisor lists a doctor (doctor add)")
      )
    case .otherInstitution:
      return (
        Phrase("重新评定须换一家机构", "The new assessment needs another institution"),
        Phrase("请另选一家", "Choose another one")
      )
    case .directPathOpen:
      return (
        service.steps.panel
          ? Phrase("本室未开放联合直接评定", "Direct assessment is switched off")
          : Phrase("「\(service.name.chinese)」须由指定机构评定", "“\(service.name.english)” is assessed by an institution"),
        Phrase("请派指定机构评定", "Refer the applicant to an institution")
      )
    case .categoryForPanel:
      return (
        Phrase("此类别不可直接评定", "A panel may not assess this category"),
        Phrase("肢体，或眼球缺失的视力残疾才可；请选医院", "Only limb, or visual with eyeballs absent; choose a hospital")
      )
    case .panelComplete:
      return (
        panelProblem(act, in: circumstances) ?? Phrase("", ""),
        Phrase("须三名评定人，其中一位理事长，受理人回避", "Three assessors, one of them the chair, not the acceptor")
      )
    case .recusalAnswered:
      let names = questioned(among: facts.named).map(\.name).joined(separator: "、")
      return (
        Phrase("「\(names)」与申请人同姓同址", "“\(names)”: the applicant's surname and address"),
        Phrase("换人，或写明不须回避的理由（recusal_answer）", "Choose another, or say why there is no kinship (recusal_answer)")
      )
    case .seatNotLocked: return (Refusal.seatLocked.message, Refusal.seatLocked.remedy)
    case .delegationRuns:
      return (
        Phrase("代理事长签字的授权已不在有效期", "The delegation under which this seat signs for the chair does not run"),
        Phrase("续办授权（staff delegate），或转医院评定", "Delegate again (staff delegate), or send the case to a hospital")
      )
    case .findingsDiffer:
      return (Phrase("各席意见一致", "The findings agree"), Phrase("请直接汇总结论", "Close the panel"))
    case .sealNumberGiven:
      return (
        Phrase("须填直评专用章编号", "The number of the special seal is needed"),
        Phrase("设置 panel.special_seal 已开启", "The setting panel.special_seal is on")
      )
    case .inThePanel:
      return (
        Phrase("您不在此评定组内", "You are not in this panel"),
        Phrase(
          "评定人：\(panelMembers.map(memberName).joined(separator: "、"))",
          "Panel: \(panelMembers.joined(separator: ", "))")
      )
    case .notAcceptor:
      return (
        Phrase("此业务经您受理或经办，不得评定或审批", "The case came through your hands: you may not assess or decide it"),
        Phrase("请由他人办理", "Somebody else must act")
      )
    case .notYetSigned:
      return (
        Phrase("您已签字", "You have signed already"),
        Phrase("所签内容有改动时才能再签", "Only a change of what was signed lets you sign again")
      )
    case .ownSecret:
      return (
        Phrase("签字须本人当场输入密码", "A signature takes the signer's own secret, now"),
        Phrase("请重新输入本人密码", "Give your own password again")
      )
    case .allSeatsSigned:
      let open = panelMembers.filter { seat in !signatures.contains { $0.staff == seat && stands($0) } }
      return (
        Phrase(
          "尚未签字：\(open.map(memberName).joined(separator: "、"))",
          "Not signed yet: \(open.joined(separator: ", "))"),
        Phrase("请其本人签字", "They sign themselves")
      )
    case .findingsAgree:
      return (
        Phrase("评定意见不一致", "The findings differ"),
        Phrase("由评定人合议后重签，或转医院评定", "A panel member has it discussed and signed anew, or sends it to a hospital")
      )
    case .standardMet: return (Phrase("结论不符合标准", "The standard is not met"), nil)
    case .standardNotMet: return (Phrase("结论符合标准", "The standard is met"), nil)
    case .resultComplete:
      return (resultProblem(act, in: circumstances) ?? Phrase("", ""), resultRemedy(act))
    case .noticeDue: return (Phrase("未成年人不公示", "Minors are not posted"), Phrase("请用「免公示」", "Use “No notice”"))
    case .noticeNotDue:
      return (Phrase("须公示", "Public notice is due"), Phrase("请先公示（办法第九条）", "Post the notice (Measures art. 9)"))
    case .noticePeriodRuns:
      return (
        Phrase("公示期已满", "The notice period is over"),
        Phrase("请在审核中说明", "Tell the reviewer, who can return or refuse the case")
      )
    case .noticePeriodOver:
      let last = noticeLastDay?.iso ?? ""
      return (
        Phrase("公示期到 \(last) 止，满 5 个工作日后方可结束", "The notice runs through \(last)"),
        Phrase("次日起可办", "Possible from the day after")
      )
    case .assessmentStands:
      return (
        Phrase("没有有效的评定结论", "No finding stands"),
        finding?.path == "panel"
          ? Phrase("签字后内容有改动：改回原文，或撤回重办", "The text changed after it was signed: put it back, or withdraw") : nil
      )
    case .deadlineAhead:
      return (
        Phrase(
          "补正期限 \(act.fields.text("deadline")) 已过", "The deadline \(act.fields.text("deadline")) has passed already"),
        Phrase("请填今天（\(circumstances.today)）或以后的日期", "Give today, \(circumstances.today), or a later day")
      )
    case .announcementOver:
      let last = deadline?.day.iso ?? ""
      return (
        Phrase("遗失公告到 \(last) 止，期满后方可补办", "The loss is announced through \(last); then the card is made"),
        Phrase("次日起可办", "Possible from the day after")
      )
    case .correctionExpired, .referralExpired, .objectionWindowClosed:
      let last = deadline?.day.iso ?? ""
      return (
        Phrase("期限到 \(last)，尚未届满", "The period runs through \(last)"), Phrase("次日起可办", "Possible from the day after")
      )
    case .collectorIdentified:
      let problem = IdentityCheck.check(act.fields.text("identity"), today: circumstances.today).problem
      if problem == nil {
        return (
          Phrase("领取人写的是申请人本人，号码却不是本人的", "The collector is said to be the applicant, but the number is not"),
          Phrase("请核对身份证；他人代领的，写代领人姓名", "Look at the card; for somebody else give that name")
        )
      }
      return (
        Phrase("领取人身份号码有误", "The collector's identity number is not valid"),
        problem?.advice ?? Phrase("请对照身份证更正", "Correct it from the identity card")
      )
    case .serialUnused:
      return (Phrase("此印刷序号已用过", "This serial has been used"), Phrase("请核对空白证卡", "Look at the blank again"))
    }
  }
}
