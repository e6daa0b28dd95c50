import CaseStore
import Casework

extension Sweep {
  private func count(_ code: String) -> Int { Int(value(code, of: .import)) ?? 0 }

  /// - Parameter elsewhere: how many rows earlier lists of the quarter settle now.
  func importPairs(elsewhere: Int) -> [(String, JSON)] {
    [
      ("sweep", .string(number)), ("quarter", .string(quarter)),
      (
        "file",
        .object([
          "name": .string(fileName), "sha256": .string(value("sha256", of: .import)), "rows": .int(count("rows")),
          "encoding": .string(value("encoding", of: .import)), "format": .string(value("format", of: .import)),
          "passed_over": .int(count("passed_over")),
        ])
      ),
      ("source", sourceJSON(elsewhere: elsewhere)),
      ("classes", .pairs(SweepClass.allCases.map { ($0.rawValue, .int(count("class.\($0.rawValue)"))) })),
      ("near_nobody", .int(nearNobody)),
      ("proposals", .pairs(SweepProposal.allCases.map { ($0.rawValue, .int(count("proposal.\($0.rawValue)"))) })),
    ]
  }

  func importJSON(elsewhere: Int) -> JSON { .pairs(importPairs(elsewhere: elsewhere)) }

  /// What is kept about the file besides its rows.
  private func sourceJSON(elsewhere: Int) -> JSON {
    func lines(_ code: String) -> [String] { value(code, of: .import).split(separator: "\n").map(String.init) }
    func text(_ code: String) -> JSON { .optional(value(code, of: .import).isEmpty ? nil : value(code, of: .import)) }
    return .object([
      "office": .string(source.rawValue), "sender": text("sender"), "letter": text("letter"),
      "received": text("received"),
      "mapping": .strings(lines("mapping")), "sheets": .strings(lines("sheets")),
      "other_sheets": .strings(lines("other_sheets")), "same_rows": text("same_rows"),
      "same_rows_over": text("same_rows_over"), "same_rows_apart": text("same_rows_apart"),
      "same_rows_columns": .strings(lines("same_rows_columns")),
      "same_rows_texts": .bool(!value("same_rows_texts", of: .import).isEmpty),
      "known_rows": .int(count("known_rows")), "new_rows": .int(count("rows") - count("known_rows")),
      "repeated": .int(elsewhere),
      "known_before": .int(count("known_before")), "taken_back": .int(count("taken_back")),
      "missing": .int(count("missing")), "missing_of": text("missing_of"),
      "missing_done": .strings(
        missingDonePlaces),
      "moved_after_end": .int(endedRows.reduce(0) { $0 + $1.count }), "second_proof": text("second_proof"),
      "named_ended": .strings(namedEndedPlaces),
      "asked_before": .object([
        "rows": .int(count("before.rows")), "reject": .int(count("before.reject")), "hold": .int(count("before.hold")),
      ]),
      "title_doubts": .strings(titleDoubts.map(\.chinese)), "warnings": FileWarning.json(warnings),
      "unfamiliar": .array(unfamiliarColumns.map(\.json)),
    ])
  }

  private var warnings: [FileWarning] {
    FileWarning.all(in: Dictionary(uniqueKeysWithValues: entries.under("import.").pairs.map { ($0.code, $0.text) }))
  }

  /// What was odd in the file, and what an earlier sweep has already.
  private func aboutTheFile(elsewhere: Int) -> Phrase {
    var text = Phrase("", "")
    for told in [sameRows, secondProof].compactMap(\.self) { text = text + .verbatim("\n") + told }
    if let near = nearNobodyWords(nearNobody) { text = text + .verbatim("\n") + near }
    if count("known_rows") > 0 {
      text =
        text
        + Phrase(
          "\n本季度已有 \(count("known_rows")) 行，新 \(count("rows") - count("known_rows")) 行",
          "\nknown already this quarter: \(count("known_rows")), new: \(count("rows") - count("known_rows"))")
    }
    if elsewhere > 0 {
      text =
        text
        + Phrase(
          "\n其中须决定的 \(elsewhere) 行与本季度较早的名单完全相同，在那里办，此处不再问",
          "\n\(elsewhere) of those to decide are the same as in an earlier list of the quarter and not asked again"
        )
    }
    if count("known_before") > 0 {
      text =
        text
        + Phrase(
          "\n以前各季度已有 \(count("known_before")) 行", "\nknown from earlier quarters: \(count("known_before"))")
    }
    if let missing { text = text + .verbatim("\n") + missing }
    if let missingDone { text = text + .verbatim("\n") + missingDone }
    for told in [movedAfterEnd, namedEnded].compactMap(\.self) { text = text + .verbatim("\n") + told }
    if let takenBack { text = text + .verbatim("\n") + takenBack }
    if let asked = askedBefore { text = text + .verbatim("\n") + asked }
    for told in unfamiliarColumns.told + textsTold + titleDoubts { text = text + .verbatim("\n") + told }
    for warning in warnings {
      text = text + Phrase("\n" + warning.sentence(in: .chinese), "\n" + warning.sentence(in: .english))
    }
    return text
  }

  /// - Parameter now: as things are now, where they are no more as the import found them.
  func importText(_ now: SweepCount? = nil, elsewhere: Int) -> Phrase {
    let classes = SweepClass.allCases.map { ($0.name, count("class.\($0.rawValue)")) }
    let proposals = SweepProposal.allCases.map { ($0.name, count("proposal.\($0.rawValue)")) }
    return Phrase(
      """
      \(number) 读 \(count("rows")) 行，另略过标题、空行、合计行 \(count("passed_over"))
      分类：\(classes.map { "\($0.0.chinese) \($0.1)" }.joined(separator: "，"))
      建议：\(proposals.map { "\($0.0.chinese) \($0.1)" }.joined(separator: "，"))
      """,
      """
      \(number): \(count("rows")) rows read; titles, blank and total lines passed over: \(count("passed_over"))
      classes: \(classes.map { "\($0.0.english) \($0.1)" }.joined(separator: ", "))
      proposals: \(proposals.map { "\($0.0.english) \($0.1)" }.joined(separator: ", "))
      """) + .verbatim("\n") + (now ?? count).words + aboutTheFile(elsewhere: elsewhere)
  }

  var line: JSON {
    .object([
      "sweep": .string(number), "quarter": .string(quarter), "state": .string(state.rawValue),
      "since": .string(since.iso), "file": .string(fileName), "rows": .int(count("rows")),
    ])
  }

  func json(_ offers: [Offer<Sweep>], _ count: SweepCount, elsewhere: Int, in language: Language) -> JSON {
    .pairs(
      importPairs(elsewhere: elsewhere) + [
        ("count", count.json), ("state", .string(state.rawValue)), ("since", .string(since.iso)),
        ("importer", .string(importer)),
        ("deciders", .strings(deciders)), ("approver", .optional(approver)),
        (
          "allowed",
          .array(
            offers.map {
              .object([
                "event": .string($0.transition.move.rawValue), "ok": .bool($0.refusal == nil),
                "refusal": $0.refusal.map { $0.json(in: language) } ?? .null,
              ])
            })
        ),
      ])
  }
}

extension SweepRow {
  func json(in language: Language) -> JSON {
    .object([
      "row": .int(row), "class": .string(sweepClass.rawValue), "reason": .string(reason),
      "identity": .string(identity), "upgraded": .bool(isUpgraded), "certificate": .string(certificate),
      "candidates": .strings(candidates),
      "duplicate_of": duplicateOf.map(JSON.int) ?? .null, "kind": .string(kind.rawValue),
      "written_kind": .string(source.kind),
      "event_date": .optional(eventDate.day?.iso), "written_date": .string(eventDate.text),
      "proposal": .string(proposal.rawValue),
      "decision": .optional(decision?.rawValue), "decided_by": .optional(decidedBy),
      "decision_reason": .optional(decisionReason.map { Phrase.reason($0)(in: language) }),
      "date_given": .optional(given.date?.iso),
      "target_given": .optional(given.target), "told_apart": .strings(apart),
      "block": .optional(blocks.first?.rawValue),
      "signs": .array(evidence.map(\.json)), "outcome": .optional(outcome),
      "near": .array(near.map { $0.json(in: language) }), "seen_in": .optional(seenIn),
      "stands_in": elsewhere.map { place in
        .object([
          "sweep": .string(place.sweep), "row": .int(place.row), "state": .string(place.state.rawValue),
          "decision": .optional(place.decision?.rawValue),
        ])
      } ?? .null,
    ])
  }

  static let csvHeading = "row,class,reason,id_norm,cert,cands,dup_of,kind,event_date,proposal,decision"

  /// Every value is a code, a number or a date, so none needs quotes.
  var csv: String {
    [
      String(row), sweepClass.rawValue, reason, identity, certificate, candidates.joined(separator: "|"),
      duplicateOf.map(String.init) ?? "", kind.rawValue, eventDate.day?.iso ?? "", proposal.rawValue,
      decision?.rawValue ?? "",
    ].joined(separator: ",")
  }

  static func table(_ rows: [SweepRow], in language: Language) -> String {
    var table = TextTable(
      [
        Phrase("行", "row"), Phrase("姓名", "name"), Phrase("分类", "class"), Phrase("种类", "kind"),
        Phrase("日期", "date"), Phrase("证件", "certificate"), Phrase("建议", "proposal"), Phrase("决定", "decision"),
        Phrase("备注", "remark"), Phrase("注意", "beware"), Phrase("近似", "near"), Phrase("曾见于", "seen in"),
      ], in: language)
    for row in rows {
      table.append([
        String(row.row), row.names.printable(), row.sweepClass.name(in: language),
        row.source.kindWord(in: language).printable(),
        row.eventDate.text.printable(), Masking.certificate(row.target ?? row.certificate),
        row.proposedWords(in: language),
        row.decidedWords?(in: language).printable() ?? row.elsewhere?.mark(in: language) ?? "",
        row.source.remark(in: language).printable(), row.blocks.map { $0.name(in: language) }.joined(separator: "; "),
        row.near.first.map { "\(Masking.certificate($0.certificate)) \($0.words(in: language))" } ?? "",
        row.seenIn ?? "",
      ])
    }
    return table.text
  }

  /// The name of the list, and where the register's is another, that too.
  private var names: String {
    registerName.isEmpty || registerName == source.name ? source.name : "\(source.name) ≠ \(registerName)"
  }

  /// The decision with its reason and who took it.
  private var decidedWords: Phrase? {
    decision.map { decision in
      decision.name
        + .joined(
          [.reason(decisionReason ?? ""), .verbatim(decidedBy ?? "")].filter { $0 != Phrase("", "") }
            .map { Phrase("，", ", ") + $0 }, by: Phrase("", ""))
    }
  }
}

extension NearMatch {
  fileprivate func json(in language: Language) -> JSON {
    .object([
      "certificate": .string(certificate), "weight": .int(weight),
      "reasons": .array(
        reasons.map {
          .object([
            "field": .string($0.field.rawValue), "finding": .string($0.words(in: language)), "weight": .int($0.weight),
          ])
        }),
    ])
  }
}

extension SweepOutcome {
  func json(in language: Language) -> JSON {
    .object([
      "cancelled": .int(cancelled), "watched": .int(watched), "changed": .int(changed), "prepared": .int(prepared),
      "refused": refusedJSON(in: language),
      "already": alreadyJSON,
      "open_cases": .array(openCases.map { .object(["row": .int($0.row), "cases": .strings($0.cases)]) }),
    ])
  }

  /// What other lists have brought about before.
  var alreadyJSON: JSON { .array(already.map { .object(["row": .int($0.row), "sweep": .string($0.sweep)]) }) }

  func refusedJSON(in language: Language) -> JSON {
    .array(refused.map { .object(["row": .int($0.row), "refusal": $0.refusal.json(in: language)]) })
  }

  func text(in language: Language) -> String {
    let head = Phrase(
      "注销 \(cancelled)，迁出计时 \(watched)，变更待办 \(changed)，拒绝 \(refused.count)",
      "\(cancelled) cancelled, \(watched) watched, \(changed.counted("change")) noted, \(refused.count) refused")
    let lines = refused.map {
      Phrase("  第 \($0.row) 行：", "  row \($0.row): ")(in: language) + $0.refusal.explanation(in: language)
    }
    let open = openCases.map { row, cases in
      Phrase(
        "  第 \(row) 行：本人的或代办的业务仍在办 \(cases.joined(separator: "、"))，请撤回，代办的换人",
        "  row \(row): own cases, or those acted in for others, are open: \(cases.joined(separator: ", "))")(
          in: language)
    }
    return ([head(in: language)] + alreadyDone.map { "  " + $0(in: language) } + lines + open).joined(separator: "\n")
  }
}
