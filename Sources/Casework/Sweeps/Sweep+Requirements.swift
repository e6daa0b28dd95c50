/// What the store looks up for an act on a sweep.
public struct SweepFacts: Hashable, Sendable {
  /// The rows an act is about.
  public var chosen: [Int] = []
  /// Row numbers named that the file does not have.
  public var strangers: [Int] = []
  /// Chosen rows that need a look of their own.
  public var chosenBlocked: [SweepRow] = []
  /// Rows from which whoever acts is kept.
  public var own = OwnRows.none
  /// What speaks against accepting the chosen row because another one is accepted, and whether that was carried out.
  public var contrary: [LifeSign] = []
  public var contraryIsDone = false
  /// The certificate that a death has ended and against whose end the chosen row speaks.
  public var ended: EndedForDeath?
  /// Whether the row is the last one that undoing the whole sweep had left.
  public var isLastLeft = false
  /// What was decided on the chosen row after it was shown to whoever decides now.
  public var overtaken: OvertakenRow?
  /// Chosen rows on which somebody else's decision stands, where whoever decides now has not been shown it.
  public var decidedByOthers: [OvertakenRow] = []
  /// Where earlier lists of the quarter settle chosen rows.
  public var elsewhere: [RowElsewhere] = []
  /// The numbers of later lists that have left rows to this one and can no longer decide them.
  public var relying: [String] = []
  /// Chosen rows that were not carried out, or have been undone.
  public var notCarriedOut: [Int] = []
  /// Chosen rows of a death or a move that tell no date by which one could go.
  public var undated: [Int] = []
  /// Chosen rows that report a declared death.
  public var judged: [Int] = []
  /// Chosen rows on which a decision stands.
  public var decided: [Int] = []
  /// Whether the certificate named for a row is none of those whom it may be about.
  public var targetIsStrange = false
  /// Whether nobody has said that the row is not about the certificate of which that is taken back.
  public var targetIsNotApart = false
  /// Cases prepared for the rows an act is about, on which nobody has worked yet.
  public var preparedCases = 0
  /// Rows that could not be taken back when the whole sweep was.
  public var left: [Int] = []
  /// Rows that need a person and have no decision yet.
  public var undecided: [Int] = []

  public init() {}
}

extension Sweep {
  public func meets(
    _ requirement: Requirement, _ act: Act<Sweep>, in circumstances: Circumstances<SweepFacts>
  ) -> Bool {
    let facts = circumstances.facts
    return switch requirement {
    case .rowsOfThisSweep: !facts.chosen.isEmpty && facts.strangers.isEmpty
    case .notOwnRows: facts.own.rows.isEmpty
    case .notContrary: facts.contrary.isEmpty
    case .notEnded: facts.ended == nil
    case .notDecidedMeanwhile: facts.overtaken == nil
    case .notDecidedByAnother: facts.decidedByOthers.isEmpty
    case .notElsewhere: facts.elsewhere.isEmpty || act.isDeciding(.open)
    case .notReliedUpon: facts.relying.isEmpty
    case .blockedRowsSingly:
      // What is left alone does no harm: several doubtful rows may share one reason for that.
      facts.chosenBlocked.isEmpty
        || ((facts.chosen.count == 1 || !act.isDeciding(.accept)) && !act.fields.text("reason").isEmpty)
    case .givenForOneRow:
      act.given == SweepGiven()
        || (facts.chosen.count == 1 && (act.isDeciding(.accept) || act.isAboutOne))
    case .undecidedForOne: !act.isAboutOne || facts.decided.isEmpty
    case .dateGiven: facts.undated.isEmpty || act.given.date != nil
    case .dateNotInFuture: act.given.date.map { $0 <= circumstances.today } ?? true
    case .judgmentGiven: facts.judged.isEmpty || act.given.judgment?.isWhole ?? false
    case .targetIsCandidate: !facts.targetIsStrange
    case .targetIsApart: !facts.targetIsNotApart
    case .allDecided: facts.undecided.isEmpty
    case .notImporterNorDecider:
      circumstances.staff.id != importer && !deciders.contains(circumstances.staff.id)
    case .ownSecret: circumstances.secretGiven
    case .sameQuarter: appliedOn.map { Quarter(of: $0) == Quarter(of: circumstances.today) } ?? false
    case .twoPersons: circumstances.second.map { $0.id != circumstances.staff.id } ?? false
    case .rowsCarriedOut: facts.notCarriedOut.isEmpty
    case .clerkForCases:
      facts.preparedCases == 0 || circumstances.staff.holds([.clerk]) || circumstances.second?.holds([.clerk]) ?? false
    case .nothingStays: facts.left.isEmpty
    case .somethingStays: !facts.left.isEmpty
    case .lastLeft: facts.isLastLeft
    case .notLastLeft: !facts.isLastLeft
    }
  }

  public func refusal(
    for requirement: Requirement, _ act: Act<Sweep>, in circumstances: Circumstances<SweepFacts>
  ) -> Refusal {
    let facts = circumstances.facts
    return switch requirement {
    case .rowsOfThisSweep:
      .noSuchRows(facts.strangers)
    case .blockedRowsSingly:
      Refusal(
        requirement.rawValue,
        facts.whySingly + Phrase("；同意须逐行，都要写明理由", ""),
        remedy: Phrase(
          "同意的请单独选这一行；不同意、留待的几行可共用一个理由", "Accept each by itself; several may be rejected or held, always with a reason")
      )
    case .notDecidedMeanwhile:
      facts.overtaken.map(Refusal.decidedMeanwhile) ?? Refusal(requirement.rawValue, requirement.name)
    case .notOwnRows: .ownRows(facts.own)
    case .notContrary: .contraryAccepted(facts.contrary, isDone: facts.contraryIsDone)
    case .notEnded: facts.ended?.refusal ?? Refusal(requirement.rawValue, requirement.name)
    case .notDecidedByAnother: .decidedByAnother(facts.decidedByOthers)
    case .notElsewhere: .standsElsewhere(facts.elsewhere)
    case .notReliedUpon: .reliedUpon(facts.relying)
    case .givenForOneRow:
      Refusal(
        requirement.rawValue,
        Phrase(
          "日期、判决书只能在同意单独一行时写明，证件只能在决定单独一行时写明",
          "A date or a judgment goes with accepting one single row, a certificate with deciding one"),
        remedy: Phrase("请逐行决定", "Decide the rows one by one"))
    case .undecidedForOne:
      Refusal(
        requirement.rawValue,
        Phrase(
          "第 \(facts.decided.map(String.init).joined(separator: "、")) 行已经决定，不能再分别定是不是某一位",
          "Row \(facts.decided.map(String.init).joined(separator: ", ")) is decided: nobody is told apart on it any more"
        ),
        remedy: Phrase("请先收回此行的决定", "Take the decision on it back first"))
    case .dateGiven:
      Refusal(
        requirement.rawValue,
        Phrase(
          "第 \(facts.undated.map(String.init).joined(separator: "、")) 行的日期缺失、不合理、在将来或早于发证，不能照办",
          "The date of row \(facts.undated.map(String.init).joined(separator: ", ")) is missing, impossible, to come or before the issue"
        ),
        remedy: Phrase(
          "请查实后写明真实日期（--date 2026-07-01）；早于发证的日期属实的，照写一次",
          "Find the real date and give it (--date 2026-07-01); one before the issue that is true is given again"))
    case .dateNotInFuture:
      Refusal(
        requirement.rawValue,
        Phrase("日期 \(act.fields.text("date")) 在将来", "The date \(act.fields.text("date")) lies in the future"),
        remedy: Phrase("请写今天（\(circumstances.today)）或以前的日期", "Give today, \(circumstances.today), or an earlier day"))
    case .judgmentGiven:
      Refusal(
        requirement.rawValue,
        Phrase(
          "第 \(facts.judged.map(String.init).joined(separator: "、")) 行是宣告死亡，须看判决书",
          "Row \(facts.judged.map(String.init).joined(separator: ", ")) reports a declared death: the judgment must be seen"
        ),
        remedy: Phrase(
          "请看判决书，写明文号和法院（--judgment、--court）",
          "See the judgment, and give its number and the court (--judgment, --court)"))
    case .targetIsApart:
      Refusal(
        requirement.rawValue,
        Phrase(
          "此行没有定过不是证件 \(Masking.certificate(act.fields.text("target"))) 的人",
          "Nobody has said that the row is not about \(Masking.certificate(act.fields.text("target")))"),
        remedy: Phrase("用 sweep history 查看", "See sweep history"))
    case .targetIsCandidate:
      Refusal(
        requirement.rawValue,
        Phrase(
          "证件 \(Masking.certificate(act.fields.text("target"))) 不是此行可能的人，或已定不是",
          "\(Masking.certificate(act.fields.text("target"))) is none of those whom the row may be about, or told apart"),
        remedy: Phrase("用 sweep rows --json 查看疑似、近似的证件", "See candidates and near ones in sweep rows --json"))
    case .allDecided:
      Refusal(
        requirement.rawValue,
        Phrase("还有 \(facts.undecided.count) 行未决定", "\(facts.undecided.count.counted("row is", "rows are")) undecided"),
        remedy: Phrase(
          "第 \(facts.undecided.prefix(10).map(String.init).joined(separator: "、")) 行等，请先决定",
          "Decide rows \(facts.undecided.prefix(10).map(String.init).joined(separator: ", ")) …"))
    case .notImporterNorDecider:
      Refusal(
        requirement.rawValue,
        Phrase("导入或决定过此名单的人不得确认（SOD-5）", "Whoever imported or decided rows may not confirm (SOD-5)"),
        remedy: Phrase("请另一位审核主管确认", "Another supervisor confirms"))
    case .ownSecret:
      Refusal.giveOwnSecret(requirement.rawValue, to: Phrase("此步", "This"), circumstances.staff)
    case .sameQuarter:
      Refusal(
        requirement.rawValue,
        Phrase(
          "整批撤销只能在执行的同一季度内（执行于 \(value("on", of: .apply))）",
          "A whole sweep is undone in the quarter in which it was applied, on \(value("on", of: .apply))"),
        remedy: Phrase("可逐行撤销", "Undo it row by row"))
    case .twoPersons:
      Refusal(
        requirement.rawValue, Phrase("撤销须两人决定", "Undoing is the decision of two people"),
        remedy: Phrase("请另一人作为第二人当场输入密码", "Somebody else stands for it with the own password"))
    case .rowsCarriedOut: .notCarriedOut(facts.notCarriedOut)
    case .clerkForCases:
      Refusal(
        requirement.rawValue,
        Phrase(
          "备好的业务 \(facts.preparedCases) 件要一并撤回，两人中须有一位办证员",
          "\(facts.preparedCases.counted("prepared case is", "prepared cases are")) withdrawn with it: one of the two must be a clerk"
        ),
        remedy: Phrase("请一位办证员作为第二人当场输入密码", "A clerk stands for it as the second person"))
    case .nothingStays:
      Refusal(
        requirement.rawValue,
        Phrase("有 \(facts.left.count) 行不能撤销", "\(facts.left.count.counted("row stays", "rows stay"))"))
    case .somethingStays: Refusal(requirement.rawValue, Phrase("各行都已撤销", "Every row was taken back"))
    case .lastLeft, .notLastLeft: Refusal(requirement.rawValue, requirement.name)
    }
  }
}

extension Act<Sweep> {
  var given: SweepGiven { SweepGiven(fields) }

  func isDeciding(_ decision: SweepDecision) -> Bool { fields.text("decision") == decision.rawValue }

  /// Whether it says of one person alone that a row is not about it, or takes that back.
  var isAboutOne: Bool {
    (isDeciding(.reject) || isDeciding(.open)) && given.target != nil && given.date == nil && given.judgment == nil
  }
}

extension Sweep {
  /// Throws `Refusal` where the file has no such row.
  public func require(row: Int) throws(Refusal) {
    let rows = Int(value("rows", of: .import)) ?? 0
    if !(1...max(1, rows)).contains(row) { throw .noSuchRows([row]) }
  }
}

extension Refusal {
  /// Row numbers that the file does not have; none where nothing was chosen.
  public static func noSuchRows(_ rows: [Int]) -> Refusal {
    Refusal(
      Sweep.Requirement.rowsOfThisSweep.rawValue,
      rows.isEmpty
        ? Phrase("没有选中任何行", "No row was chosen")
        : Phrase(
          "名单中没有第 \(rows.map(String.init).joined(separator: "、")) 行",
          "The file has no row \(rows.map(String.init).joined(separator: ", "))"),
      remedy: Phrase("用 sweep rows 查看行号", "See sweep rows"))
  }

  /// Rows of a sweep for which nothing was done, so that nothing about them can be undone or told.
  public static func notCarriedOut(_ rows: [Int]) -> Refusal {
    Refusal(
      Sweep.Requirement.rowsCarriedOut.rawValue,
      Phrase(
        "第 \(rows.map(String.init).joined(separator: "、")) 行没有执行过，或已撤销",
        "Nothing was done for row \(rows.map(String.init).joined(separator: ", ")), or it was undone"),
      remedy: Phrase("用 sweep rows 查看各行结果", "See the outcomes in sweep rows"))
  }
}
