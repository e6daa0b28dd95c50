/// Why a row may only be decided by itself, with a reason (domain: 5.1); the gravest first.
public enum SweepBlock: String, CaseIterable, Sendable {
  case endedForDeath = "ended_for_death"
  case validAgain = "valid_again"
  case openCase = "open_case"
  case appliedAfter = "applied_after"
  case signedAfter = "signed_after"
  case assessedAfter = "assessed_after"
  case contactedAfter = "contacted_after"
  case collectedAfter = "collected_after"
  case issuedAfter = "issued_after"
  case takenBack = "taken_back"
  case actedAfter = "acted_after"
  case movedAfter = "moved_after"
  case cameBack = "came_back"
  case clockRuns = "clock_runs"
  case clockEnded = "clock_ended"
  case declarantDead = "declarant_dead"
  case ownDeclarant = "own_declarant"
  case sharedNumber = "shared_number"
  case otherName = "other_name"
  case otherLive = "other_live"
  case otherDeath = "other_death"
  case diedBefore = "died_before"
  case contraryRow = "contrary_row"
  case contraryElsewhere = "contrary_elsewhere"
  case missingLater = "missing_later"
  case perhapsSame = "perhaps_same"
  case applicant
  case kinSameWeek = "kin_same_week"
  case spouseSameWeek = "spouse_same_week"
  case declaredDead = "declared_dead"
  case movedWithin = "moved_within"
  case numberTaken = "number_taken"
  case oddNumber = "odd_number"
  case futureDate = "future_date"
  case oddDate = "odd_date"
  case unclearKind = "unclear_kind"
  case deniedInNote = "denied_in_note"
  case toldInRow = "told_in_row"
  case duplicateDoubt = "duplicate_doubt"
  case footnote
  case otherBirth = "other_birth"
  case otherSex = "other_sex"
  case refusedBefore = "refused_before"
  case perhapsCut = "perhaps_cut"

  /// Short enough for a column of a list: the sentence with the evidence stands beside it wherever there is room.
  public var name: Phrase {
    switch self {
    case .endedForDeath: Phrase("证件已因死亡注销，可能错销", "Ended, yet alive?")
    case .validAgain: Phrase("证件又有效了", "Valid again")
    case .openCase: Phrase("有在办业务", "Open case")
    case .appliedAfter: Phrase("死亡日期后申请过业务", "Applied later")
    case .signedAfter: Phrase("死亡日期后签过字", "Signed later")
    case .assessedAfter: Phrase("死亡日期后评定过", "Seen later")
    case .contactedAfter: Phrase("死亡日期后联系到本人", "Spoken to")
    case .collectedAfter: Phrase("死亡日期后领过证", "Collected")
    case .issuedAfter: Phrase("死亡日期后发过证", "Issued later")
    case .takenBack: Phrase("曾执行，后撤回", "Taken back")
    case .actedAfter: Phrase("死亡日期后替他人办过事", "Acted later")
    case .movedAfter: Phrase("死亡日期后又报户口变动", "Moved later")
    case .cameBack: Phrase("报其迁回，迁出计时未停", "Came back?")
    case .clockRuns: Phrase("已有迁出计时", "Clock runs")
    case .clockEnded: Phrase("迁出计时已办结", "Clock was ended")
    case .declarantDead: Phrase("申报人已先死亡", "Dead witness")
    case .ownDeclarant: Phrase("申报人就是本人", "Own witness")
    case .sharedNumber: Phrase("两人共用一个号码", "Two people")
    case .otherName: Phrase("同号另有一个姓名", "Other name")
    case .otherLive: Phrase("此人另有有效证件", "Second card")
    case .otherDeath: Phrase("同一人另有死亡日期", "Other date")
    case .diedBefore: Phrase("在此之前已报死亡", "Died before")
    case .contraryRow: Phrase("另一行与此相反", "Contrary row")
    case .contraryElsewhere: Phrase("另一份名单与此相反", "Contrary list")
    case .missingLater: Phrase("较新的名单已没有此行", "Missing now")
    case .perhapsSame: Phrase("另一行可能也是此人", "Perhaps same")
    case .applicant: Phrase("在办业务的申请人或监护人", "Applicant")
    case .kinSameWeek: Phrase("同姓同址者同周报亡", "Kin died too")
    case .spouseSameWeek: Phrase("疑为配偶者同周报亡", "Spouse too")
    case .declaredDead: Phrase("宣告死亡，须看判决", "By a court")
    case .movedWithin: Phrase("迁往地在本县", "Moved within")
    case .numberTaken: Phrase("新号码已在册", "Number taken")
    case .oddNumber: Phrase("新号码不可用", "Odd number")
    case .futureDate: Phrase("日期在将来", "Future date")
    case .oddDate: Phrase("日期缺失或不合理", "Odd date")
    case .unclearKind: Phrase("事由写法不明", "Unclear kind")
    case .deniedInNote: Phrase("备注对此有疑", "Remark")
    case .toldInRow: Phrase("另一行的备注可能说的是此人", "Told elsewhere")
    case .duplicateDoubt: Phrase("重复行对此有疑", "Repeated row")
    case .footnote: Phrase("名单行外的文字可能与此有关", "Text beside")
    case .otherBirth: Phrase("出生日期与号码不符", "Other birth")
    case .otherSex: Phrase("性别与号码不符", "Other sex")
    case .refusedBefore: Phrase("以前未同意", "Refused once")
    case .perhapsCut: Phrase("末行可能不完整", "Perhaps cut")
    }
  }
}
