/// Why a row may only be decided by itself, with a reason (domain: 5.1); the gravest first.
public enum SweepBlock: String, CaseIterable, Sendable {
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
  case declarantDead = "declarant_dead"
  case ownDeclarant = "own_declarant"
  case sharedNumber = "shared_number"
  case otherName = "other_name"
  case otherLive = "other_live"
  case otherDeath = "other_death"
  case diedBefore = "died_before"
  case contraryRow = "contrary_row"
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
  case footnote
  case otherBirth = "other_birth"
  case otherSex = "other_sex"
  case refusedBefore = "refused_before"
  case perhapsCut = "perhaps_cut"

  public var name: Phrase {
    switch self {
    case .openCase: Phrase("有在办业务", "An open case")
    case .appliedAfter: Phrase("死亡日期后申请过业务", "Applied after the death")
    case .signedAfter: Phrase("死亡日期后签过字", "Signed after the death")
    case .assessedAfter: Phrase("死亡日期后评定过", "Assessed after the death")
    case .contactedAfter: Phrase("死亡日期后联系到本人", "Spoken to after the death")
    case .collectedAfter: Phrase("死亡日期后领过证", "Collected after the death")
    case .issuedAfter: Phrase("死亡日期后发过证", "Issued after the death")
    case .takenBack: Phrase("曾执行，后撤回", "Carried out before, and taken back")
    case .actedAfter: Phrase("死亡日期后替他人办过事", "Acted for another after the death")
    case .movedAfter: Phrase("死亡日期后又报户口变动", "A move or change reported after the death")
    case .declarantDead: Phrase("申报人已先死亡", "The declarant was dead before")
    case .ownDeclarant: Phrase("申报人就是本人", "Declared by the person itself")
    case .sharedNumber: Phrase("两人共用一个号码", "Two people share the number")
    case .otherName: Phrase("同号另有一个姓名", "The number under another name too")
    case .otherLive: Phrase("此人另有有效证件", "Another live certificate")
    case .otherDeath: Phrase("同一人另有死亡日期", "Another date of death")
    case .diedBefore: Phrase("在此之前已报死亡", "Reported dead before it")
    case .contraryRow: Phrase("另一行与此相反", "Another row says otherwise")
    case .missingLater: Phrase("较新的名单已没有此行", "A newer list has it no more")
    case .perhapsSame: Phrase("另一行可能也是此人", "Another row may be about the same person")
    case .applicant: Phrase("在办业务的申请人或监护人", "Applicant or guardian of an open case")
    case .kinSameWeek: Phrase("同姓同址者同周报亡", "Kin reported dead the same week")
    case .spouseSameWeek: Phrase("疑为配偶者同周报亡", "A likely spouse reported dead the same week")
    case .declaredDead: Phrase("宣告死亡，须看判决", "Declared dead: see the judgment")
    case .movedWithin: Phrase("迁往地在本县", "Moved within the county")
    case .numberTaken: Phrase("新号码已在册", "The new number is held already")
    case .oddNumber: Phrase("新号码不可用", "An unusable new number")
    case .futureDate: Phrase("日期在将来", "A date in the future")
    case .oddDate: Phrase("日期缺失或不合理", "An odd date")
    case .unclearKind: Phrase("事由写法不明", "Unclear words for the kind")
    case .deniedInNote: Phrase("备注对此有疑", "The remark speaks against it")
    case .footnote: Phrase("名单行外的文字可能与此有关", "A text beside the rows may be about it")
    case .otherBirth: Phrase("出生日期与号码不符", "The birth date differs from the number")
    case .otherSex: Phrase("性别与号码不符", "The sex differs from the number")
    case .refusedBefore: Phrase("以前未同意", "Not accepted before")
    case .perhapsCut: Phrase("末行可能不完整", "The last line may be cut short")
    }
  }
}
