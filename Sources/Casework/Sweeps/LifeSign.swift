/// One thing that speaks against taking a row as it is, with its evidence: what, when, and where it stands.
public struct LifeSign: Hashable, Sendable {
  public let block: SweepBlock
  /// The day of the evidence, as it is written.
  public let day: String
  /// The number of the case or certificate, or the row of the file.
  public let source: String
  /// The service, the result of the call, who collected, the name of the other row.
  public let detail: String
  /// The certificate of the one it tells of, where the row may be about several people; else empty.
  public let person: String

  public init(_ block: SweepBlock, on day: String, source: String, detail: String = "", of person: String = "") {
    self.block = block
    self.day = day
    self.source = source
    self.detail = detail
    self.person = person
  }

  /// The same, told of one of several people.
  public func told(of person: String) -> LifeSign {
    LifeSign(block, on: day, source: source, detail: detail, of: person)
  }

  /// How an event tells that somebody knew of it.
  public var key: String { "\(block.rawValue) \(source) \(day)" }

  /// Whether the office itself, or the police, saw somebody act after the day of a death: not by a case that the office
  /// opened of itself, nor by one that was asked for before and is still under way.
  public func showsLife(after death: Day?) -> Bool {
    switch block {
    case .openCase:
      ServiceKind(rawValue: detail)?.isAskedByHolder == true
        && Day(iso: day).map { opened in death.map { opened > $0 } ?? true } == true
    case .appliedAfter, .signedAfter, .assessedAfter, .contactedAfter, .collectedAfter, .takenBack, .actedAfter,
      .movedAfter:
      true
    default: false
    }
  }

  /// The evidence in words.
  public var words: Phrase {
    guard !person.isEmpty else { return said }
    let card = Masking.certificate(person)
    return Phrase("如是证件 \(card) 的人：", "If it is the holder of \(card): ") + said
  }

  private var said: Phrase {
    let service = ServiceKind(rawValue: detail)?.name ?? .verbatim(detail)
    let card = Masking.certificate(source)
    switch block {
    case .endedForDeath:
      let by =
        isInAnotherList
        ? otherRow + Phrase("已照死亡\(after)注销此人的证件", " has ended the certificate of this person for a death\(of)")
        : Phrase("证件 \(card) 已因死亡\(after)注销", "\(card) was ended for a death\(of)")
      return by + said(beside: detail)
        + Phrase(
          "，而此行说的与死亡相反：人可能健在，请查明；健在的按行撤销或恢复证件，不属实的不同意并写明查明的情况",
          ", and the row says the contrary: find out; whoever lives gets the certificate back by undoing that row or restoring it, "
            + "else reject this row and say what was found")
    case .validAgain:
      return Phrase(
        "导入时证件已失效，现在证件 \(card) 又有效：请照现在的情形决定此行",
        "Ended at the import, yet \(card) is live again: decide the row as things are now")
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
    case .movedAfter:
      return otherRow
        + Phrase(
          "报此人 \(day) \(reported.chinese)，在报亡之后：人可能健在，查明后只同意一行",
          " reports of the same person: \(reported.english), \(day), after this death; find out who lives, accept one")
    case .cameBack:
      return Phrase(
        "此人迁出计时未停（\(day) 迁出，\(placed.chinese)；\(MoveClock.nextWords(of: detail).chinese)），此行报其迁回或迁出有误：查实的同意，执行后计时即止；不属实的不同意",
        "A clock runs for a move of \(day) (\(placed.english); \(MoveClock.nextWords(of: detail).english)), and the row says that the person came back or never moved: find out, accept it and the clock ends once applied, else reject it"
      )
    case .clockRuns:
      return Phrase(
        "已有迁出计时：自 \(day)（\(placed.chinese)），\(MoveClock.nextWords(of: detail).chinese)；同意后改按此行的日期重新计时、重新通知",
        "A clock runs since \(day) (\(placed.english)), \(MoveClock.nextWords(of: detail).english); accepting starts it anew from the day of this row, and the holder is told again"
      )
    case .clockEnded:
      return Phrase(
        "\(day) 的迁出（\(placed.chinese)）已办结：\(detail)；请查明是否又迁出，属实的同意后重新计时",
        "The move of \(day) (\(placed.english)) was settled: \(detail); find out whether the person moved again, accepting starts the clock anew"
      )
    case .declarantDead:
      let told =
        source.count < 18
        ? Phrase("名单第 \(source) 行", "row \(source) of the file") : Phrase("证件 \(card)", "certificate \(card)")
      return Phrase("申报人已于 \(day) 死亡：", "Whoever declared it died on \(day): ") + told
    case .ownDeclarant where !detail.isEmpty:
      return Phrase(
        "申报人写作「\(detail)」，就是本行的姓名，可能填错了栏",
        "The declarant is given as “\(detail)”, the name of the row: perhaps in the wrong column")
    case .ownDeclarant:
      return Phrase("申报人的号码就是本行的号码，可能填错了栏", "The declarant's number is that of the row: perhaps in the wrong column")
    case .sharedNumber:
      return Phrase(
        "登记册中此号码下有两个姓名的有效证件，请弄清是谁的", "The register has cards of two names under this number: find out whose it is")
    case .otherName where detail.isEmpty:
      return Phrase(
        "第 \(source) 行同号、同事由、同日期，没有写姓名，按重复行略去：查明写的是谁",
        "Row \(source) has the same number, kind and date but no name, and was passed over: find out whom it means")
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
      return otherRow
        + Phrase(
          "说同一人于 \(day) 死亡：两个日期不能都对，查明后只同意一行",
          " says that the same person died on \(day): both cannot be right, accept one of them")
    case .diedBefore:
      return otherRow
        + Phrase(
          "说此人 \(day) 已死亡，在此之前：两行不能都对，查明后只同意一行",
          " says that this person died on \(day), before it: both cannot be right, accept one of them")
    case .contraryRow, .contraryElsewhere:
      return otherRow + Phrase("报同一人：", " reports of the same person: ") + report
        + Phrase("，与此行相反：哪一行对，请一并查明", ", contrary to this row: find out which of them is right")
    case .missingLater:
      let list = Sweep.short(source)
      return Phrase(
        "较新的名单 \(list)（\(day)）已没有这一行：可能已由来文单位撤回或更正，请查明",
        "The newer list \(list) (\(day)) has this row no more: perhaps taken back or put right by the sender, find out")
    case .perhapsSame:
      return otherRow
        + Phrase("可能也是此人，报", " may be about the same person and reports: ") + report
        + Phrase("：请一并查明", "; look into both together")
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
      let remark = Denial.words(of: detail)
      return Phrase(
        "备注写作「\(remark.chinese)」，请向来文单位查明", "The remark says “\(remark.english)”: ask whoever sent the list")
    case .toldInRow:
      let remark = Denial.words(of: detail)
      return otherRow
        + Phrase(
          "的备注写着「\(remark.chinese)」：请看是不是也说此行，或向来文单位查明",
          " has the remark “\(remark.english)”: see whether it means this row too, or ask whoever sent the list")
    case .duplicateDoubt:
      let doubt = SweepBlock(rawValue: day).map { LifeSign($0, on: "", source: "", detail: detail).words }
      return Phrase(
        "第 \(source) 行报的是同一件事，按重复行略去，而那一行：", "Row \(source) reports the same and was passed over, yet there: ")
        + (doubt ?? .verbatim(detail))
    case .footnote where detail == ListText.coloured:
      return Phrase(
        "此行的颜色与多数行不同：请看原件是什么意思，或向来文单位查明",
        "The row is not coloured as most are: see in the file itself what that means, or ask whoever sent it")
    case .footnote:
      let told = Masking.numbers(in: detail)
      return Phrase(
        "名单的行外写着「\(told)」，请看是不是针对此行，或向来文单位查明",
        "Beside its rows the list says “\(told)”: see whether that is about this row, or ask whoever sent it")
    case .otherBirth:
      return Phrase(
        "名单写出生日期 \(detail)，与号码中的不同：查明是不是两个人",
        "The list gives \(detail) as the birth date, the number another: see whether they are two people")
    case .otherSex:
      return Phrase(
        "名单写性别「\(detail)」，与号码中的不同：查明是不是两个人",
        "The list says “\(detail)”, the number the other sex: see whether they are two people")
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

  private var after: String { day.isEmpty ? "" : "（\(day)）" }
  private var of: String { day.isEmpty ? "" : " of \(day)" }

  /// What a list says beside its rows.
  private func said(beside text: String) -> Phrase {
    text.isEmpty ? Phrase("", "") : Phrase("，名单行外写着「\(text)」", "; beside its rows the list says “\(text)”")
  }

  private var isInAnotherList: Bool { source.contains(":") }

  /// Another row of the file, or of another list.
  private var otherRow: Phrase {
    let parts = source.split(separator: ":").map(String.init)
    guard isInAnotherList, parts.count == 2 else { return Phrase("第 \(source) 行", "Row \(source)") }
    return Phrase("\(parts[0]) 第 \(parts[1]) 行", "Row \(parts[1]) of \(parts[0])")
  }

  /// The row that told of a move.
  private var placed: Phrase { isInAnotherList ? otherRow : .verbatim(source) }

  /// What the other row reports.
  private var reported: Phrase { PoliceRecordKind(rawValue: detail)?.name ?? .verbatim(detail) }

  /// The same with its day.
  private var report: Phrase { day.isEmpty ? reported : reported + .verbatim(" \(day)") }

  private var since: Phrase { day.isEmpty ? Phrase("", "") : Phrase("，\(day) 登记", ", opened \(day)") }
}

extension SweepRow {
  /// Everything that speaks against the row, the gravest first: what its date says, and what was found in the store.
  public var evidence: [LifeSign] {
    let signs = signsThatTell
    let told = signs.map(\.block)
    let own = block.flatMap { told.contains($0) ? nil : sign($0) }
    let judged =
      kind == .death && !certificate.isEmpty && block != .declaredDead && source.deathKind == .declared
      ? LifeSign(.declaredDead, on: eventDate.text, source: certificate) : nil
    // A death of somebody else has no date in the list: what is told is whose death it is.
    let isUntold = block.map { $0 != .deniedInNote } ?? false
    let another = isUntold && Denial.holds(.otherDead, in: source.note) ? sign(.deniedInNote) : nil
    let found = signs + [own, judged, another].compactMap { $0 }
    return SweepBlock.allCases.flatMap { block in found.filter { $0.block == block } }
  }

  /// What a sign of its own block quotes.
  public func detail(of block: SweepBlock) -> String {
    switch block {
    case .unclearKind: source.kind
    case .deniedInNote: source.note
    case .ownDeclarant: source.isDeclaredByName ? source.details[.declarant] ?? "" : ""
    case .otherBirth: source.birth.text
    case .otherSex: source.details[.sex] ?? ""
    default: ""
    }
  }

  /// Whether something shows that the person was seen after the death which the row reports.
  public var isAgainstLife: Bool { isAgainstLife(evidence) }

  /// The same with what was found of the person by now.
  public func isAgainstLife(_ evidence: [LifeSign]) -> Bool {
    kind == .death && evidence.contains { $0.showsLife(after: eventDate.day) }
  }

  /// Whether it was accepted as a death though something shows life after it.
  public var isAcceptedAgainstLife: Bool { decision == .accept && isAgainstLife }

  private func sign(_ block: SweepBlock) -> LifeSign {
    LifeSign(block, on: eventDate.text, source: certificate, detail: detail(of: block))
  }

  /// Why it may only be decided by itself; none where nothing speaks against it.
  public var blocks: [SweepBlock] {
    evidence.map(\.block).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
