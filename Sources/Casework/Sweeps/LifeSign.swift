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
  case declarantDead = "declarant_dead"
  case ownDeclarant = "own_declarant"
  case sharedNumber = "shared_number"
  case otherName = "other_name"
  case otherLive = "other_live"
  case otherDeath = "other_death"
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
    case .declarantDead: Phrase("申报人已先死亡", "The declarant was dead before")
    case .ownDeclarant: Phrase("申报人就是本人", "Declared by the person itself")
    case .sharedNumber: Phrase("两人共用一个号码", "Two people share the number")
    case .otherName: Phrase("同号另有一个姓名", "The number under another name too")
    case .otherLive: Phrase("此人另有有效证件", "Another live certificate")
    case .otherDeath: Phrase("同一人另有死亡日期", "Another date of death")
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
    case .refusedBefore: Phrase("以前未同意", "Not accepted before")
    case .perhapsCut: Phrase("末行可能不完整", "The last line may be cut short")
    }
  }
}

/// One thing that speaks against taking a row as it is, with its evidence: what, when, and where it stands.
public struct LifeSign: Hashable, Sendable {
  public let block: SweepBlock
  /// The day of the evidence, as it is written.
  public let day: String
  /// The number of the case or certificate, or the row of the file.
  public let source: String
  /// The service, the result of the call, who collected, the name of the other row.
  public let detail: String

  public init(_ block: SweepBlock, on day: String, source: String, detail: String = "") {
    self.block = block
    self.day = day
    self.source = source
    self.detail = detail
  }

  /// How an event tells that somebody knew of it.
  public var key: String { "\(block.rawValue) \(source) \(day)" }

  /// The evidence in words.
  public var words: Phrase {
    let service = ServiceKind(rawValue: detail)?.name ?? .verbatim(detail)
    let card = Masking.certificate(source)
    switch block {
    case .openCase:
      return Phrase("在办业务 \(source)（\(service.chinese)）", "Open case \(source) (\(service.english))") + since
    case .appliedAfter:
      return Phrase(
        "\(day) 申请\(service.chinese)，业务 \(source)", "Applied on \(day): \(service.english), case \(source)")
    case .signedAfter: return Phrase("\(day) 本人声明，证件 \(card)", "A statement of \(day), certificate \(card)")
    case .assessedAfter: return Phrase("\(day) 到场评定，业务 \(source)", "Assessed in person on \(day), case \(source)")
    case .contactedAfter:
      let result = ContactResult(rawValue: detail)?.name ?? .verbatim(detail)
      return Phrase("\(day) 联系：\(result.chinese)，证件 \(card)", "Called on \(day): \(result.english), \(card)")
    case .collectedAfter:
      return Phrase("\(day) 领取证件 \(card)，领取人 \(detail)", "\(card) collected on \(day) by \(detail)")
    case .issuedAfter: return Phrase("证件 \(card) 于 \(day) 核发", "\(card) issued on \(day)")
    case .takenBack where isInAnotherList:
      return Phrase("", "The same row was carried out before: ") + otherRow
        + Phrase("曾执行同一事由，\(day) 撤回：\(detail)", ", taken back on \(day): \(detail)")
    case .takenBack:
      return Phrase(
        "证件 \(card) 曾因报亡注销，\(day) 撤回：\(detail)", "\(card) was cancelled for death and taken back on \(day): \(detail)")
    case .actedAfter:
      let part = PartForAnother(rawValue: detail)?.name ?? .verbatim(detail)
      return Phrase(
        "\(day) 作为\(part.chinese)替他人办理业务 \(source)", "Acted on \(day) for another as \(part.english), case \(source)")
    case .declarantDead:
      let told =
        source.count < 18
        ? Phrase("名单第 \(source) 行", "row \(source) of the file") : Phrase("证件 \(card)", "certificate \(card)")
      return Phrase("申报人已于 \(day) 死亡：", "Whoever declared it died on \(day): ") + told
    case .ownDeclarant:
      return Phrase("申报人的号码就是本行的号码，可能填错了栏", "The declarant's number is that of the row: perhaps in the wrong column")
    case .sharedNumber:
      return Phrase(
        "登记册中此号码下有两个姓名的有效证件，请弄清是谁的", "The register has cards of two names under this number: find out whose it is")
    case .otherName:
      return Phrase(
        "第 \(source) 行同号、同事由、同日期，姓名作 \(detail)，按重复行略去：查明是不是两个人",
        "Row \(source) has the same number, kind and date under the name \(detail) and was passed over: find out whether they are two people"
      )
    case .otherLive:
      return Phrase(
        "另有有效证件 \(card)：此行只注销一本，请查明是否同一人，另一本另办注销",
        "\(card) is live too: the row ends one alone; see whether it is the same person, and cancel the other by a case"
      )
    case .otherDeath:
      return Phrase(
        "第 \(source) 行说同一人于 \(day) 死亡：两个日期不能都对，查明后只同意一行",
        "Row \(source) says that the same person died on \(day): both cannot be right, accept one of them")
    case .applicant:
      let person = ReportedDeath.Person(rawValue: detail)?.name ?? .verbatim(detail)
      return Phrase(
        "是在办业务 \(source) 的\(person.chinese)：请转告经办人查明",
        "The \(person.english) of the open case \(source): tell whoever has it in hand")
    case .kinSameWeek:
      return otherRow
        + Phrase(" \(detail) 同姓同址，\(day) 也报死亡", ", \(detail), same address, died \(day)")
    case .spouseSameWeek:
      return otherRow
        + Phrase(
          " \(detail) 同址、异性、年龄相近，\(day) 也报死亡", ", \(detail), same address, other sex, of like age, died \(day)")
    case .declaredDead:
      return Phrase(
        "宣告死亡由法院判决，请查看判决书，同意时写明文号和法院",
        "A court declares somebody dead: see the judgment, and give its number and the court with accepting")
    case .movedWithin:
      return Phrase(
        "迁往地在本县，属县内移居：查实后只改地址，不计半年、一年",
        "It leads into our own county: once that is sure only the address changes, and no clock runs")
    case .numberTaken:
      return Phrase(
        "新号码在册，证件 \(card)，姓名 \(detail)：查明是否同一人",
        "The new number stands in the register: \(card), \(detail); see whether it is the same person")
    case .oddNumber:
      return Phrase(
        "名单所写的新号码校验不过，或与原号码相同", "The new number that the list gives fails a check, or is the old one")
    case .futureDate: return Phrase("日期 \(day) 在将来", "The date \(day) lies in the future")
    case .oddDate:
      if day.isEmpty { return Phrase("没有日期", "No date") }
      return day.contains(where: \.isNumber)
        ? Phrase("日期 \(day) 不合理", "The date \(day) cannot be right")
        : Phrase("没有日期，名单写作「\(day)」", "No date: the list says “\(day)”")
    case .unclearKind:
      return Phrase("事由写作「\(detail)」，请弄清报的是什么", "The list says “\(detail)”: find out what it reports")
    case .deniedInNote:
      return Phrase("备注写作「\(detail)」，请向来文单位查明", "The remark says “\(detail)”: ask whoever sent the list")
    case .perhapsCut:
      return Phrase(
        "文件末尾没有换行，最后一格可能没有传完：请与来文单位核对这一行",
        "The file ends without a line end, and its last cell may be cut short: check the row with the sender")
    case .refusedBefore:
      let answer = SweepDecision(rawValue: day)?.name ?? .verbatim(day)
      return otherRow + Phrase("报的是同一件事，当时定为「", " reported the same and was answered “") + answer
        + (detail.isEmpty ? Phrase("」", "”") : Phrase("」：\(detail)", "”: \(detail)"))
    }
  }

  private var isInAnotherList: Bool { source.contains(":") }

  /// Another row of the file, or of another list.
  private var otherRow: Phrase {
    let parts = source.split(separator: ":").map(String.init)
    guard isInAnotherList, parts.count == 2 else { return Phrase("第 \(source) 行", "Row \(source)") }
    return Phrase("\(parts[0]) 第 \(parts[1]) 行", "Row \(parts[1]) of \(parts[0])")
  }

  private var since: Phrase { day.isEmpty ? Phrase("", "") : Phrase("，\(day) 登记", ", opened \(day)") }
}

extension SweepRow {
  /// Everything that speaks against the row, the gravest first: what its date says, and what was found in the store.
  public var evidence: [LifeSign] {
    let told = signs.map(\.block)
    let own = block.flatMap { told.contains($0) ? nil : sign($0) }
    let judged =
      kind == .death && !certificate.isEmpty && block != .declaredDead && source.deathKind == .declared
      ? LifeSign(.declaredDead, on: eventDate.text, source: certificate) : nil
    let found = signs + [own, judged].compactMap { $0 }
    return SweepBlock.allCases.flatMap { block in found.filter { $0.block == block } }
  }

  private func detail(of block: SweepBlock) -> String {
    switch block {
    case .unclearKind: source.kind
    case .deniedInNote: source.note
    default: ""
    }
  }

  private func sign(_ block: SweepBlock) -> LifeSign {
    LifeSign(block, on: eventDate.text, source: certificate, detail: detail(of: block))
  }

  /// Why it may only be decided by itself; none where nothing speaks against it.
  public var blocks: [SweepBlock] {
    evidence.map(\.block).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
