extension SweepRow {
  /// Of somebody of whom the exact rules know nobody the one most like, unless a person has said who it is, or is not.
  public var nearest: NearMatch? {
    guard target == nil, candidates.isEmpty, certificate.isEmpty, decision != .reject else { return nil }
    return near.first { !apart.contains($0.certificate) }
  }
}

extension SweepMaterial {
  /// (a) number, reason, date and evidence of every cancelled certificate.
  var cancelledList: Paper.Chapter {
    let rows = done([.death]).map { done -> [Phrase] in
      let (row, certificate) = (done.row, done.certificate)
      return [
        .verbatim(certificate.number), .verbatim(certificate.name), certificate.disability,
        CancellationReason.death.name, dated(row),
        .verbatim(certificate.entries.text("cancel.on")),
        .joined([evidence(row), done.judgment?.words ?? Phrase("", "")], by: Phrase("；", "; ")),
        .listed([name(row.decidedBy), name(sweep.approver)]),
        .joined(
          [
            done.isTakenBack
              ? Phrase("已恢复 ", "restored ") + .verbatim(certificate.entries.text("restore.on")) : .verbatim(""),
            decidedSingly(row, certificate),
          ].filter { $0 != .verbatim("") }, by: Phrase("；", "; ")),
      ]
    }
    return Paper.Chapter(
      SweepPart.cancelled.rawValue, SweepPart.cancelled.name,
      [
        Column.certificate, Column.name, Column.disability, Paper.Column(Phrase("注销原因", "Reason"), 10),
        Paper.Column(Phrase("死亡日期", "Date of death"), 22), Paper.Column(Phrase("注销日期", "Cancelled on"), 12),
        Paper.Column(Phrase("依据", "Evidence"), 28), Paper.Column(Phrase("决定、确认", "Decided, confirmed"), 18),
        Paper.Column(Phrase("备注", "Remark"), 30),
      ], rows)
  }

  /// (b) moved holders with their two clocks, and whatever was frozen in the quarter.
  var movedList: Paper.Chapter {
    let moved = done([.moveOut]).map { done -> [Phrase] in
      let todo = done.certificate.entries.under("todo.watch_move.")
      return [
        .verbatim(done.certificate.number), .verbatim(done.certificate.name),
        done.ended.map { Phrase("迁出，证件", "Moved; certificate ") + $0 } ?? Phrase("迁出通知", "Move notice"),
        dated(done.row), .verbatim(done.isStillWatched ? todo.text("freeze_on") : ""),
        .verbatim(done.isStillWatched ? todo.text("cancel_on") : ""),
        .verbatim(done.certificate[.address]), evidence(done.row),
      ]
    }
    let frozen = frozen.map { certificate -> [Phrase] in
      let freeze = certificate.entries.under("freeze.")
      let reason = FreezeReason(rawValue: freeze.text("reason"))?.name ?? .verbatim(freeze.text("reason"))
      return [
        .verbatim(certificate.number), .verbatim(certificate.name), Phrase("冻结：", "Frozen: ") + reason,
        .verbatim(freeze.text("on")), .verbatim(freeze.text("review_on")), .verbatim(""),
        .verbatim(certificate[.address]), .verbatim(freeze.text("ground")),
      ]
    }
    return Paper.Chapter(
      SweepPart.moved.rawValue, SweepPart.moved.name,
      [
        Column.certificate, Column.name, Paper.Column(Phrase("事项", "What"), 20), Paper.Column(Phrase("日期", "Date"), 22),
        Paper.Column(Phrase("冻结或复核日", "Freeze or review on"), 14), Paper.Column(Phrase("注销日", "Cancel on"), 12),
        Column.address, Paper.Column(Phrase("依据", "Evidence"), 26),
      ], moved + frozen)
  }

  /// (c) and (d): police rows as they came, with what was found and decided.
  func list(of rows: [SweepRow], _ part: SweepPart) -> Paper.Chapter {
    let lines = rows.map { row -> [Phrase] in
      [
        .verbatim(String(row.row)), .verbatim(row.source.name), .verbatim(row.source.identity), row.source.kindName,
        .verbatim(row.eventDate.text),
        .joined([row.sweepClass.name] + row.blocks.map(\.name), by: Phrase("，", ", ")),
        row.nearest.map { Phrase("近似 ", "near ") + .verbatim($0.certificate) }
          ?? .listed(
            (row.given.target ?? row.certificate).isEmpty ? row.candidates : [row.given.target ?? row.certificate]),
        (row.nearest == nil ? .verbatim("") : Phrase("近似 ", "near ")) + .verbatim(names[row.row] ?? row.registerName),
        row.decision?.name ?? (row.needsDecision ? Phrase("未决定", "undecided") : .verbatim("")),
        .reason(row.decisionReason ?? ""), row.standing, .verbatim(row.source.address),
        row.source.remark,
      ]
    }
    return Paper.Chapter(
      part.rawValue, part.name,
      [
        Paper.Column(Phrase("行", "Row"), 6, isNumber: true), Column.name,
        Paper.Column(Phrase("名单号码", "Number given"), 20),
        Paper.Column(Phrase("种类", "Kind"), 10), Paper.Column(Phrase("日期", "Date"), 12),
        Paper.Column(Phrase("比对", "Finding"), 18), Column.certificate, Paper.Column(Phrase("登记册姓名", "Name held"), 12),
        Paper.Column(Phrase("决定", "Decision"), 10), Paper.Column(Phrase("理由", "Reason"), 16),
        Paper.Column(Phrase("结果", "Outcome"), 16), Column.address, Paper.Column(Phrase("备注", "Remark"), 20),
      ], lines)
  }

  /// (f) what other offices that pay by the register must know.
  var feed: Paper.Chapter {
    let lines = done([.death, .moveOut]).map { done -> [Phrase] in
      let certificate = done.certificate
      let change: Phrase =
        done.row.kind == .moveOut
        ? Phrase("户口迁出，证件", "Household moved, certificate ")
          + (done.ended ?? Phrase("仍有效", "still valid"))
        : done.isTakenBack
          ? Phrase("恢复（原注销有误）", "Restored (cancelled by mistake)")
          : done.row.cancelledFor
      let day = done.isTakenBack ? certificate.entries.text("restore.on") : certificate.entries.text("cancel.on")
      return [
        .verbatim(certificate.identity), .verbatim(certificate.name), .verbatim(certificate.number),
        certificate.category?.name ?? .verbatim(""), certificate.grade?.name ?? .verbatim(""),
        .verbatim(Village(of: certificate[.address]).township), change,
        // Programs read it: the day alone, and nobody's name.
        .verbatim(done.row.dayText),
        .verbatim(done.row.kind == .moveOut ? sweep.value("on", of: .apply) : day),
      ]
    }
    return Paper.Chapter(
      SweepPart.feed.rawValue, SweepPart.feed.name,
      [
        Paper.Column(Phrase("公民身份号码", "Identity"), 20), Column.name, Column.certificate,
        Paper.Column(Phrase("类别", "Category"), 8), Paper.Column(Phrase("等级", "Grade"), 8),
        Paper.Column(Phrase("乡镇", "Township"), 12), Paper.Column(Phrase("变更", "Change"), 24),
        Paper.Column(Phrase("事件日期", "Date of the event"), 12), Paper.Column(Phrase("生效日期", "In effect from"), 12),
      ], lines)
  }

  /// (g) how many were cancelled, by category, grade, township and reason.
  var summary: Paper.Chapter {
    struct Cell: Hashable {
      let category: Int
      let grade: Int
      let township: String
    }
    var counts: [Cell: Int] = [:]
    for done in done([.death]) where !done.isTakenBack {
      let held = done.certificate
      let cell = Cell(
        category: held.category?.rawValue ?? 0, grade: held.grade?.rawValue ?? 0,
        township: Village(of: held[.address]).township)
      counts[cell, default: 0] += 1
    }
    let sorted = counts.sorted {
      ($0.key.category, $0.key.grade, $0.key.township) < ($1.key.category, $1.key.grade, $1.key.township)
    }
    let lines = sorted.map { cell, count -> [Phrase] in
      [
        FigureName.member(of: "by_category", String(cell.category)),
        FigureName.member(of: "by_grade", String(cell.grade)),
        FigureName.member(of: "by_township", cell.township), CancellationReason.death.name, .verbatim(String(count)),
      ]
    }
    let total: [Phrase] = [
      Phrase("合计", "Total"), .verbatim(""), .verbatim(""), .verbatim(""), .verbatim(String(counts.values.reduce(0, +))),
    ]
    return Paper.Chapter(
      SweepPart.summary.rawValue, SweepPart.summary.name,
      notes: [placesOfRows] + (sweep.shareSubmitted.map { [$0.warning ?? $0.words] } ?? []) + sweep.textsOnPaper,
      [
        Paper.Column(Phrase("类别", "Category"), 14), Paper.Column(Phrase("等级", "Grade"), 10),
        Paper.Column(Phrase("乡镇", "Township"), 18), Paper.Column(Phrase("原因", "Reason"), 14),
        Paper.Column(Phrase("本数", "Number"), 10, isNumber: true),
      ], lines + [total])
  }

  /// When it happened: the police's date, or the one that somebody found out, with who that was.
  private func dated(_ row: SweepRow) -> Phrase {
    let day: Phrase = row.kind == .death ? row.datedDeath : .verbatim(row.dayText)
    guard row.given.date != nil else { return day }
    return day + Phrase("（\(name(row.decidedBy))核定）", " (found by \(name(row.decidedBy)))")
  }

  /// Of a row that somebody decided by itself: the name of the list where it is another, what spoke against it, and why it
  /// was accepted all the same.
  private func decidedSingly(_ row: SweepRow, _ certificate: Certificate) -> Phrase {
    guard row.isAcceptedSingly || !row.blocks.isEmpty else { return .verbatim("") }
    let name = row.source.name == certificate.name ? [] : [Phrase("名单作 ", "in the list: ") + .verbatim(row.source.name)]
    return .joined(
      (name + row.blocks.map(\.name) + [.reason(row.decisionReason ?? "")]).filter { $0 != .verbatim("") },
      by: Phrase("；", "; "))
  }

  private func evidence(_ row: SweepRow) -> Phrase {
    let list = row.source(in: sweep).list
    return Phrase(
      "\(list.chinese)「\(sweep.fileName)」第 \(row.row) 行", "\(list.english) “\(sweep.fileName)”, row \(row.row)")
  }

  enum Column {
    static let certificate = Paper.Column(Phrase("残疾人证号", "Certificate"), 24)
    static let name = Paper.Column(Phrase("姓名", "Name"), 12)
    static let disability = Paper.Column(Phrase("类别等级", "Category, grade"), 14)
    static let address = Paper.Column(Phrase("地址", "Address"), 28)
  }
}

extension SweepRow {
  /// What other offices are told of a death, with what its day is where that is another.
  fileprivate var cancelledFor: Phrase {
    switch source.deathKind {
    case .declared: Phrase("注销：宣告死亡", "Cancelled: declared dead")
    case .cremated: Phrase("注销：死亡（日期为火化日）", "Cancelled: death (the day is of the cremation)")
    case .died: Phrase("注销：死亡", "Cancelled: death")
    }
  }

  /// What came of it, or why nothing had to.
  fileprivate var standing: Phrase {
    if let outcomeWords { return outcomeWords }
    if let duplicateOf { return Phrase("与第 \(duplicateOf) 行重复", "the same as row \(duplicateOf)") }
    if sweepClass == .inactive, !isAskedThoughEnded { return Phrase("证件已失效，不需处理", "ended already, nothing to do") }
    if let elsewhere { return elsewhere.words }
    return needsDecision ? .verbatim("") : Phrase("不需处理", "nothing to do")
  }
}

extension Certificate {
  /// `肢体三级`.
  fileprivate var disability: Phrase {
    guard let category, let grade else { return .verbatim("") }
    return category.name + Phrase("", " ") + grade.name
  }
}
