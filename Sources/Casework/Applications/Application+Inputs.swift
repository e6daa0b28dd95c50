extension Application {
  /// What the moves ask for (cli: "Fields for --set").
  enum Ask {
    static let edit: [Input] =
      CaseField.allCases.map(\.input) + [feature.optional, evaluation.optional]
    static let feature = Input("feature", Phrase("明显残疾特征", "Visible feature"))
    static let evaluation = Input("evaluation", Phrase("评定说明", "Evaluation"), .longText)
    static let papers = [
      Input("materials", Phrase("已收材料", "Papers presented"), .materials, optional: true),
      Input("waived", Phrase("免交材料及理由", "Papers waived, with reasons"), .waivers, optional: true),
    ]
    /// Handed over at acceptance (domain: 3.2), or why not; the desk asks for one of both.
    static let receipt = [
      Input("receipt", Phrase("打印受理回执交申请人", "Receipt printed and handed over"), .confirmation, optional: true),
      Input("receipt_reason", Phrase("回执未交的理由", "Why the receipt was not handed over"), .reason, optional: true),
    ]
    /// Asked for where the sex given and the number differ.
    static let sexReason = Input(
      "sex_reason", Phrase("性别与身份号码不一致的理由", "Why the sex differs from the number"), .reason, optional: true)
    static let told = Input(
      "told", Phrase("补正通知书已交申请人", "Notice of correction handed over"), .confirmation, optional: true)
    static let acceptance =
      papers + receipt + [
        sexReason,
        lifting,
      ]
    /// Asked for where a rule holds unless two people decide otherwise (SOD-7).
    static let lifting = Input(
      "override",
      Phrase("突破限制的理由（一年内、已迁出、号码曾属他人）", "Ground for lifting the bar (one year, moved out, number of another)"),
      .reason,
      optional: true)
    static let sendBack = [
      Input("items", Phrase("需补正（空为全部）", "What is missing (empty: all)"), optional: true),
      Input("deadline", Phrase("补正期限", "Correct until"), .day, optional: true),
      Input("reason", Phrase("理由", "Reason"), .reason), told,
    ]
    static let successor = [Input("successor", Phrase("接办人", "Who takes it over"), .clerk)]
    static let rejection =
      [Input("ground", Phrase("不予受理的事由", "Ground of not accepting"), .choice(RejectionGround.choices))] + reason
    static let check = [
      Input("outcome", Phrase("核查结论", "What the check found"), .choice(CheckOutcome.choices)),
      Input("record", Phrase("核查记录", "Record of the check"), .longText),
      Input("document", Phrase("处理决定文号", "Number of the decision"), optional: true),
    ]
    static let reason = [Input("reason", Phrase("理由", "Reason"), .reason)]
    static let hospital = [Input("institution", Phrase("评定机构", "Institution"), .institution)]
    static let recusalAnswer = Input(
      "recusal_answer", Phrase("同姓同址，不回避的理由", "Same surname and address: why no recusal"), .reason, optional: true)
    static let direct = [
      Input("members", Phrase("评定人（含理事长）", "Panel, chair included"), .staff), feature, evaluation,
      Input("eyeballs_absent", Phrase("眼球缺失（仅视力类）", "Eyeballs absent (visual only)"), .confirmation, optional: true),
      recusalAnswer,
    ]
    static let otherMembers =
      [Input("members", Phrase("更换后的评定人（含理事长）", "The panel as it will be, chair included"), .staff), recusalAnswer]
      + reason
    static let minutes = [Input("minutes", Phrase("合议记录", "Minutes of the discussion"), .longText)]
    static let specialSeal = [
      Input("seal_number", Phrase("直评专用章编号", "Number of the special seal"), optional: true)
    ]
    static let appointment = [
      Input("date", Phrase("约定评定日期", "Day agreed"), .day), Input("place", Phrase("地点", "Place"), optional: true),
      Input("reason", Phrase("情况说明", "What is known"), .reason, optional: true),
    ]
    static let signature = [
      Input("category", Phrase("评定类别", "Category found"), .category),
      Input("grade", Phrase("评定等级", "Grade found"), .grade),
      Input("measurements", Phrase("测量值及肢体条款", "Measurements, limb clause"), .measurements, optional: true),
      Input("opinion", Phrase("评定意见", "Opinion"), .longText),
    ]
    static let result = [
      Input("form", Phrase("评定表编号", "Form number")),
      Input("institution", Phrase("评定机构", "Institution"), .institution),
      Input("doctors", Phrase("评定医生", "Doctors"), .name),
      Input("date", Phrase("评定日期", "Assessed on"), .day),
      Input("category", Phrase("评定类别", "Category found"), .category),
      Input("grade", Phrase("评定等级", "Grade found"), .grade),
      Input("parts", Phrase("多重残疾各项（如 1:2,4:3）", "Parts of a multiple disability (1:2,4:3)"), .parts, optional: true),
      Input(
        "part_results",
        Phrase("在别处评定的各项（如 6:JS:王医生:2026-03-01）", "Parts found elsewhere (6:JS:Wang:2026-03-01)"), .partResults,
        optional: true),
      Input("measurements", Phrase("测量值", "Measurements"), .measurements, optional: true),
      Input("sealed", Phrase("评定表已盖章", "Sealed form seen"), .confirmation),
    ]
    static let answer = [Input("answer", Phrase("补正说明", "What was corrected"), .longText, optional: true)]
    static let reminder = [Input("reminder", Phrase("催告记录", "Reminder sent"))]
    static let lastCall = [reminder[0].optional]
    static let place = [Input("place", Phrase("公示地点（村、社区）", "Posted at (village, community)"))]
    static let objection = [
      Input("objector", Phrase("异议人", "Objector"), .name), Input("content", Phrase("异议内容", "Objection"), .longText),
      Input("received", Phrase("收到日期（不是今天的）", "Received on, if not today"), .day, optional: true),
    ]
    static let checkRecord = [Input("record", Phrase("核查记录", "Record of the check"), .longText)]
    /// Whatever the outcome of the check: where the days are over by then, nobody asks for the proof again.
    static let unfounded = checkRecord + evidence.map(\.optional)
    static let evidence = [Input("evidence", Phrase("公示照片或记录", "Photo or record of the notice"))]
    static let approval = [
      Input("materials", Phrase("材料齐全", "Papers complete"), .confirmation),
      Input("procedure", Phrase("程序合规", "Procedure kept"), .confirmation),
      Input("conclusion", Phrase("结论无误", "Conclusion right"), .confirmation),
      Input("notice", Phrase("公示无异议或不需公示", "Notice without objection, or not due"), .confirmation),
      Input(
        "override", Phrase("经手、决定过仍批准的理由", "Why the own hands or decision approve it"), .reason,
        optional: true),
      Input(
        "reason", Phrase("报亡后有活动、仍注销的理由", "Why it ends in spite of life after the death"), .reason,
        optional: true),
    ]
    static let serial = [Input("serial", Phrase("证卡印刷序号", "Serial of the blank"))]
    static let seals = [
      Input("approval_seal", Phrase("批准栏已盖章", "Approval seal applied"), .confirmation),
      Input("steel_seal", Phrase("照片已压钢印", "Steel seal applied"), .confirmation),
      Input("base_entry", Phrase("已录入国家基础库", "Entered in the national base"), .confirmation),
    ]
    static let oldCard = Input(
      "old_card", Phrase("旧证", "Old card"), .choice(OldCard.choices), optional: true)
    static let delivery = [
      Input("delivered", Phrase("通知书已送达", "Letter delivered"), .confirmation), oldCard,
      Input("base_entry", Phrase("已在国家基础库标注", "Marked in the national base"), .confirmation, optional: true),
    ]
    static let undelivered = [
      Input("undelivered", Phrase("原通知书作废，不送达", "The letter is void and not delivered"), .confirmation), oldCard,
    ]
    static let collection = [
      Input("collector", Phrase("领取人", "Collected by"), .name),
      Input("identity", Phrase("领取人身份号码", "Collector's identity number"), .identity),
      Input("posting", Phrase("邮寄单号", "Posting number"), optional: true),
      Input("letter", Phrase("代领委托书已收", "Letter of the holder seen"), .confirmation, optional: true), oldCard,
      Input(
        "reason", Phrase("领取人存疑仍交付的理由", "Why it is handed over in spite of a doubt"), .reason, optional: true),
    ]
    static let archiving = [
      Input("pages", Phrase("页数", "Pages"), .count), Input("shelf", Phrase("架位", "Shelf mark")),
    ]
    static let forwarding = [
      Input("letter", Phrase("移送函号", "Letter of hand-over")),
      Input("pages", Phrase("移送页数", "Pages handed over"), .count, optional: true),
    ]
    /// What the file of another county says of its assessment and notice.
    static let arrival = forwarding + papers + foreignFinding + foreignNotice + [sexReason, lifting]
    /// What the other county's file says of an assessment; nothing where none was due.
    static let foreignFinding = [
      Input("institution", Phrase("评定机构", "Institution"), optional: true),
      Input("form", Phrase("评定表编号", "Form number"), optional: true),
      Input("doctors", Phrase("评定医生", "Doctors"), optional: true),
      Input("date", Phrase("评定日期", "Assessed on"), .day, optional: true),
      Input("category", Phrase("评定类别", "Category found"), .category, optional: true),
      Input("grade", Phrase("评定等级", "Grade found"), .grade, optional: true),
      Input("parts", Phrase("多重残疾各项（如 1:2,4:3）", "Parts of a multiple disability (1:2,4:3)"), .parts, optional: true),
    ]
    /// When and where the receiving county posted the notice (domain: 2).
    static let foreignNotice = [
      Input("notice_from", Phrase("受理县公示起", "Notice posted from"), .day, optional: true),
      Input("notice_to", Phrase("受理县公示止", "Notice posted to"), .day, optional: true),
      Input("notice", Phrase("公示地点、证明", "Where posted, what proves it"), optional: true),
    ]
    static let receiving = [
      Input("complete", Phrase("材料完整", "File complete"), .confirmation),
      Input("signature", Phrase("移送单位签章有效", "Signature of the sending office holds"), .confirmation),
    ]
    static let settled = [
      Input("outcome", Phrase("户籍地办理结果", "Outcome at the deciding county")),
      Input("letter", Phrase("回函号", "Letter")),
    ]
    static let cityReview = [Input("document", Phrase("市级审批文号", "Document of the prefecture"))]
    static let objectionToResult = [
      Input("request", Phrase("书面申请", "Written request"), .longText),
      Input("delivered", Phrase("结论送达日期", "Conclusion delivered on"), .day, optional: true),
      Input("level", Phrase("受理单位", "Federation asked")),
    ]
    static let reassessment = [
      Input("document", Phrase("结论文号", "Document number")),
      Input("institution", Phrase("评定机构", "Institution")),
      Input("date", Phrase("评定日期", "Assessed on"), .day),
      Input("category", Phrase("评定类别", "Category found"), .category),
      Input("grade", Phrase("评定等级", "Grade found"), .grade),
      Input("parts", Phrase("多重残疾各项（如 1:2,4:3）", "Parts of a multiple disability (1:2,4:3)"), .parts, optional: true),
    ]
    static let handingOver = [
      Input("delivered", Phrase("送达日期", "Handed over on"), .day),
      Input("to", Phrase("签收人、送达方式", "To whom, how"), optional: true),
      Input("reason", Phrase("更正理由（改已登记的日期）", "Why another day than recorded"), .reason, optional: true),
    ]
    static let question = [
      Input("question", Phrase("请示内容", "Question"), .longText),
      Input("to", Phrase("请示何人", "Whom"), optional: true),
    ]
    static let adviceGiven = [Input("advice", Phrase("答复", "Answer"), .longText)]
    static let paper = [
      Input(
        "code", Phrase("材料", "Paper"),
        .choice(MaterialCode.allCases.map { Input.Choice($0.rawValue, $0.name) })),
      Input("count", Phrase("件数", "How many"), .number, optional: true),
      Input(
        "form", Phrase("原件或复印件", "Original or copy"),
        .choice([Input.Choice("original", Phrase("原件", "original")), Input.Choice("copy", Phrase("复印件", "copy"))])),
      Input("pages", Phrase("页数", "Pages"), .count, optional: true),
      Input("shelf", Phrase("架位", "Shelf mark"), optional: true),
      Input("scan", Phrase("扫描文件", "Scanned file"), .file, optional: true),
    ]
    static let request = [Input("request", Phrase("撤回理由（书面申请）", "Why it is withdrawn (written request)"), .reason)]
  }
}

extension Input {
  var optional: Input { Input(code, name, kind, optional: true) }
}
