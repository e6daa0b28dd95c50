import CaseStore
import Casework
import TerminalKit

/// What was read and how it compares, what is to be watched, and what comes next; the count always closes.
struct SweepSummary {
  let sweep: Sweep
  let progress: SweepProgress
  let mayDecide: Bool
  let session: Session

  /// All of it, the texts beside the rows to their end.
  var whole: [FactLine] { [file, count, classes] + before + sweep.textFacts + warnings + elsewhere + next + [origin] }

  /// The same where nothing turns it.
  var inShort: [FactLine] {
    [file, count, classes] + before + sweep.textFacts.prefix(3).map(\.inShort) + warnings + elsewhere + next + [origin]
  }

  /// What stands above the rows where there is little room; the key leads to all that is only named.
  func folded(key: Key) -> [FactLine] {
    let named = before + sweep.textFacts.prefix(1) + warnings
    let others = elsewhere + [file, classes, origin]
    // Several lines may have one label: the place and the time in a title.
    let names = { (lines: [FactLine]) in
      var told: Set<Phrase> = []
      return Phrase.joined(lines.map(\.label).filter { told.insert($0).inserted })
    }
    let worst: Style = named.contains { $0.style == .danger } ? .danger : named.isEmpty ? .faint : .warning
    return [
      count.inShort(rows: 1),
      (next.first ?? origin).inShort(rows: 1),
      FactLine(
        .verbatim(key.label),
        .joined(
          (named.isEmpty ? [] : [Phrase("请看 ", "read ") + names(named)]) + [Phrase("另有 ", "also ") + names(others)],
          by: Phrase("；", "; ")), worst
      ).inShort(rows: 1),
    ]
  }

  private var file: FactLine {
    let encoding = [sweep.value("format", of: .import), sweep.value("encoding", of: .import)].joined(separator: " ")
    let passed = Int(sweep.value("passed_over", of: .import)) ?? 0
    return FactLine(
      Phrase("文件", "File"),
      Phrase(
        "\(sweep.fileName)（\(encoding)），略过 \(passed) 行",
        "\(sweep.fileName) (\(encoding)), \(passed.counted("line")) passed over")
    )
  }

  private var count: FactLine {
    FactLine(
      Phrase("名单", "Count"), sweep.count(doubtful: progress.doubtful, numbers: progress.doubtfulNumbers).words)
  }

  private var classes: FactLine {
    FactLine(
      Phrase("比对", "Classes"),
      .joined(
        SweepClass.allCases.compactMap { sweepClass -> Phrase? in
          let count = sweep.value("class.\(sweepClass.rawValue)", of: .import)
          return count.isEmpty ? nil : sweepClass.name + .verbatim(" \(count)")
        }))
  }

  private var before: [FactLine] {
    [sweep.askedBefore].compactMap { $0 }.map { asked in
      FactLine(Phrase("以前", "Before"), sweep.isBeingDecided ? asked + Phrase("；← F5", "; ← F5") : asked)
    }
  }

  private var warnings: [FactLine] {
    [
      (Phrase("撤回过", "Taken back"), sweep.takenBack, .warning), (Phrase("同一份", "Same"), sweep.sameRows, .warning),
      (Phrase("少了", "Missing"), sweep.missing, .warning), (Phrase("查错办", "Mistake?"), sweep.missingDone, .danger),
      (Phrase("查错销", "Alive?"), sweep.movedAfterEnd, .danger),
      (Phrase("查错销", "Alive?"), sweep.namedEnded, .danger),
      (Phrase("有新情况", "News"), .acceptedBefore(progress.acceptedBefore), .danger),
      (Phrase("另单未同意", "Refused"), progress.refusedWords, .warning),
      (Phrase("相近", "Near"), sweep.nearNobodyWords(progress.nearNobody), .warning),
    ].compactMap { (label: Phrase, text: Phrase?, style: Style) in text.map { FactLine(label, $0, style) } }
      + sweep.titleDoubts.map { FactLine(Phrase("标题", "Title"), $0, .warning) }
      + sweep.unfamiliarColumns.map { FactLine(Phrase("生疏列", "Column"), $0.words, .warning) }
  }

  private var elsewhere: [FactLine] {
    [progress.elsewhereWords].compactMap { $0 }.map { FactLine(Phrase("另单", "Earlier"), $0) }
      + [sweep.secondProof].compactMap { $0 }.map { FactLine(Phrase("佐证", "Proof"), $0, .good) }
  }

  private var next: [FactLine] {
    [sweep.next(progress, mayDecide: mayDecide, for: session)].compactMap { $0 }
      .map { FactLine(Phrase("下一步", "Next"), $0, .key) }
  }

  private var origin: FactLine { FactLine(Phrase("来源", "Origin"), sweep.originInShort) }
}

extension Sweep {
  /// What was answered about what its list says outside of its rows, then each of these texts.
  var textFacts: [FactLine] {
    (textsTold.suffix(1) + textsTold.dropLast()).map { FactLine(Phrase("行外", "Beside"), $0, .warning) }
  }

  /// Whether rows are decided in its state.
  var isBeingDecided: Bool { Self.transitions.contains { $0.move == .decide && $0.from.contains(state) } }

  /// What comes next and who does it; `nil` where nothing does.
  func next(_ progress: SweepProgress, mayDecide: Bool, for session: Session) -> Phrase? {
    guard let row = Self.forward.first(where: { $0.from.contains(state) }) else {
      return state == .applied ? Phrase("已执行，F6 看结果", "carried out: F6 for the outcome") : nil
    }
    let waiting = progress.undecidedDoubtful + progress.undecidedSure
    if waiting > 0, isBeingDecided {
      guard mayDecide else {
        return Phrase(
          "\(row.roles.names.chinese)核对，还有 \(waiting) 行未决定",
          "\(row.roles.names.english) decide, \(waiting.counted("row is", "rows are")) undecided")
      }
      return .joined([progress.oneByOne, progress.together], by: Phrase("；", "; "))
    }
    if waits(for: session.staff) {
      return Phrase(
        "\(isBeingDecided ? "都已决定，" : "")按 F2 \(row.move.name.chinese)",
        "\(isBeingDecided ? "all decided: " : "")F2 to \(row.move.name.english.lowercased())")
    }
    return Phrase(
      "等\(row.roles.names.chinese)\(row.move.name.chinese)",
      "waits for “\(row.move.name.english)” by: \(row.roles.names.english)")
  }
}

extension SweepProgress {
  /// How many rows are asked in an earlier list of the quarter.
  fileprivate var elsewhereWords: Phrase? {
    guard elsewhere > 0 else { return nil }
    return Phrase(
      "\(elsewhere) 行与本季度较早的名单相同，在那里办，此处不再问",
      "\(elsewhere.counted("row is", "rows are those")) of an earlier list of the quarter: not asked again")
  }

  /// How many accepted rows somebody refused elsewhere.
  fileprivate var refusedWords: Phrase? {
    guard acceptedAlthoughRefused > 0 else { return nil }
    return Phrase(
      "已同意的 \(acceptedAlthoughRefused) 人在别的名单中未同意或所报相反：请单独看过，否则执行时被拒",
      "\(acceptedAlthoughRefused) accepted here were refused or contradicted in another list: look at each, else they will be refused"
    )
  }

  fileprivate var oneByOne: Phrase {
    guard undecidedDoubtful > 0 else { return Phrase("", "") }
    return Phrase(
      "F4 逐行看 \(doubtful) 行（剩 \(undecidedDoubtful)）",
      "F4: \(doubtful.counted("row")) one by one (\(undecidedDoubtful) left)")
  }

  fileprivate var together: Phrase {
    guard undecidedSure > 0 else { return Phrase("", "") }
    return Phrase("F5 成批决定没有疑点的 \(undecidedSure) 行", "F5: \(undecidedSure) together")
  }
}
