extension SweepDecision {
  /// What an office does most often to find out; the words are kept with the decision.
  public func usualReasons(for row: SweepRow) -> [Phrase] {
    switch self {
    case .accept:
      [
        Phrase("已电话向家属核实", "family confirmed by phone"), Phrase("已向派出所核实", "police station confirmed"),
        Phrase("已入户核实", "confirmed by a visit"), Phrase("有死亡证明或火化证明", "death or cremation certificate seen"),
      ] + (row.source.note.isEmpty ? [] : [Phrase("名单备注已说明", "the file's remark explains it")])
    // Who lives gets the certificate back, and nothing else; that is no rejection.
    case .reject where row.blocks.contains(.endedForDeath):
      [
        Phrase("确已死亡，已向派出所核实", "dead indeed, police station confirmed"),
        Phrase("确已死亡，已电话向家属核实", "dead indeed, family confirmed by phone"),
        Phrase("派出所答复此行系误发", "the police station says the row was sent by mistake"),
      ]
    case .reject:
      // Whose number and name agree is the same person; of two deaths of one person one may be the right one.
      (row.blocks.contains(.otherDeath) ? [Phrase("以另一行的日期为准", "the other row has the right day")] : [])
        + (row.sweepClass == .exact ? [] : [Phrase("不是同一人", "not the same person")]) + [
          Phrase("本人健在，已电话核实", "alive, reached by phone"),
          Phrase("本人健在，已入户核实", "alive, visited"), Phrase("公安已更正", "corrected by the police"),
          Phrase("不是本县持证人", "holds no certificate here"),
        ]
    case .open:
      [Phrase("按错了", "pressed by mistake"), Phrase("查明仍可能是此人", "may be this one after all")]
    case .hold:
      [
        Phrase("电话无人接听", "nobody answered the phone"), Phrase("等派出所答复", "waiting for the police station"),
        Phrase("等家属来办", "waiting for the family"), Phrase("下村时核实", "to be checked on a village visit"),
      ]
    }
  }
}

extension SweepRow {
  /// Whether a reason for accepting it says what was found out: more than a usual one, and more than a word.
  public func isFinding(_ reason: String) -> Bool {
    let usual = SweepDecision.accept.usualReasons(for: self).flatMap { [$0.chinese, $0.english] }
    let own = usual.reduce(reason) { $0.replacing($1, with: "") }
    return own.count { $0.isLetter || $0.isNumber } >= Self.shortestFinding
  }

  private static let shortestFinding = 3
}

extension Refusal {
  /// A death accepted although the person was seen after it.
  public static func findingMissing(_ row: SweepRow) -> Refusal {
    let signs = row.evidence.filter { $0.showsLife(after: row.eventDate.day) }.map(\.words)
    return Refusal(
      "finding_missing",
      Phrase("第 \(row.row) 行报亡之后此人有活动：", "Something shows life after the death of row \(row.row): ")
        + .joined(signs, by: Phrase("；", "; ")),
      remedy: Phrase("请在理由中写明怎样查明的，只写「已核」不够", "Say in the reason how it was found out; a word is not enough"))
  }
}
