extension Application {
  /// What is said where the assessment, its panel or its institution stand in the way.
  func assessmentWords(
    for requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?) {
    let facts = circumstances.facts
    switch requirement {
    case .onAssessmentDay:
      return (
        facts.assessmentDay.map { Phrase("评定日 \($0) 还没到", "The assessment day, \($0), lies ahead") }
          ?? Phrase("此件不在评定日名单上", "The case is on the list of no assessment day"),
        Phrase("在「评定日」名单中勾到场", "Tick who came on the list of the day")
      )
    case .assessmentDue:
      return (
        Phrase("「\(service.name.chinese)」此件不需评定", "This “\(service.name.english)” takes no assessment"),
        Phrase(
          "请用「免评定」；存疑的，请审核主管在审核中退回补正，再填写存疑理由",
          "Use “No assessment”; in doubt, the supervisor returns it from the review, and the clerk gives the ground")
      )
    case .noAssessmentDue:
      let ground = assessmentGround(in: circumstances) ?? service.name
      return (
        Phrase("须先评定：\(ground.chinese)", "An assessment is due: \(ground.english)"),
        Phrase("请派指定机构评定", "Refer the applicant to an institution")
      )
    case .institutionListed:
      let found = institutionProblem(act, in: circumstances)
      return (found?.problem.sentence ?? Phrase("", ""), found?.remedy)
    case .doctorsListed:
      return (
        doctorsProblem(act, in: circumstances)?.sentence ?? Phrase("", ""),
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
        Phrase("须三名评定人，其中一位理事长，经手人回避", "Three assessors, one of them the chair, none who took the case in")
      )
    case .recusalAnswered:
      let names = Phrase.listed(unanswered(among: facts.named, by: act.move).map(\.name))
      return (
        Phrase("「\(names.chinese)」与申请人同姓同址", "“\(names.english)”: the applicant's surname and address"),
        Phrase("换人，或写明不须回避的理由（recusal_answer）", "Choose another, or say why there is no kinship (recusal_answer)")
      )
    case .seatNotLocked: return (Refusal.seatLocked.message, Refusal.seatLocked.remedy)
    case .delegationRuns:
      return (
        Phrase("代理事长签字的授权已不在有效期", "The delegation under which this seat signs for the chair does not run"),
        Phrase(
          "续办授权（staff delegate）、更换评定人，或转医院评定",
          "Delegate again (staff delegate), replace the assessor, or send the case to a hospital")
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
        Phrase("评定人：", "Panel: ") + .listed(panelMembers.map(memberName))
      )
    case .notAcceptor:
      return handsWords(act, in: circumstances)
    case .notAssessor:
      return (
        Phrase("您评定了此件：除理事长本人外，评定人不得审批", "You assessed this case: but for the chair himself, no assessor decides it"),
        Phrase("请另一位审核主管或理事长办理", "Another supervisor or the chair decides it")
      )
    case .signedSeatsKept:
      return (
        Phrase("只换还没有签字的席位", "Only a seat that has not signed is replaced"),
        Phrase("已签字的评定人都留在名单里，换上一位没有签的", "Keep everybody who has signed, and replace one who has not")
      )
    case .nobodySigned: return (Refusal.wasSeen.message, Refusal.wasSeen.remedy)
    case .notYetSigned:
      return (
        Phrase("您已签字", "You have signed already"),
        Phrase("所签内容有改动时才能再签", "Only a change of what was signed lets you sign again")
      )
    case .ownSecret:
      let asked = Refusal.giveOwnSecret(requirement.rawValue, to: Phrase("签字", "A signature"), circumstances.staff)
      return (asked.message, asked.remedy)
    case .ownSecretToEnd:
      let ending = Phrase("决定注销、冻结", "Deciding to cancel or freeze")
      let asked = Refusal.giveOwnSecret(requirement.rawValue, to: ending, circumstances.staff)
      return (asked.message, asked.remedy)
    case .allSeatsSigned:
      let open = panelMembers.filter { seat in !signatures.contains { $0.staff == seat && stands($0) } }
      return (
        Phrase("尚未签字：", "Not signed yet: ") + .listed(open.map(memberName)),
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
      return (resultProblem(act, in: circumstances)?.sentence ?? Phrase("", ""), resultRemedy(act))
    case .notYetAssessed:
      return (
        Phrase("此件已有评定结论", "The case has been assessed"),
        Phrase("对结论有异议的，按复评或公示异议办理", "Whoever doubts the finding objects to it")
      )
    default: return (Phrase("没有有效的评定结论", "No finding stands"), findingRemedy)
    }
  }

  private var findingRemedy: Phrase? {
    switch finding?.path {
    case "panel": Phrase("签字后内容有改动：改回原文，或撤回重办", "The text changed after it was signed: put it back, or withdraw")
    case nil where state == .returnedReview:
      Phrase(
        "请「\(Move.chooseHospital.name.chinese)」；没有疑问的，删去存疑理由",
        "Use “\(Move.chooseHospital.name.english)”; without a doubt, take its ground out")
    case nil:
      Phrase(
        "由审核主管或理事长退回补正，办证员再派指定机构评定",
        "The supervisor or the chair returns it; then the clerk refers the applicant to an institution")
    default: nil
    }
  }
}
