import CaseStore
import Casework

extension SweepCount {
  var json: JSON {
    .object([
      "read": .int(read), "matched": .int(matched), "to_ask": .int(toAsk), "not_ours": .int(notOurs), "bad": .int(bad),
      "closes": .bool(closes),
    ])
  }
}

extension SweepShare {
  var json: JSON { .object(["ending": .int(ending), "live": .int(live), "unusual": .bool(isUnusual)]) }
}

extension LifeSign {
  var json: JSON {
    .object([
      "sign": .string(block.rawValue), "day": .string(day), "source": .string(source), "detail": .string(detail),
      "person": .optional(person.isEmpty ? nil : person),
    ])
  }
}

extension SweepRowOutcome {
  static func table(in language: Language) -> TextTable {
    TextTable(
      [
        Phrase("行", "row"), Phrase("姓名", "name"), Phrase("种类", "kind"), Phrase("证件", "certificate"),
        Phrase("结果", "outcome"),
      ], in: language)
  }

  func add(to table: inout TextTable, _ printer: Printer) {
    table.append([
      String(row.row), (row.registerName.isEmpty ? row.source.name : row.registerName).printable(),
      row.source.kindWord(in: printer.language).printable(),
      Masking.certificate(row.target ?? ""), words(in: printer.language),
    ])
  }

  func json(in language: Language) -> JSON {
    let told: [(String, JSON)] =
      switch result {
      case .success(.cancelled): [("outcome", "cancelled")]
      case .success(.already(let sweep)): [("outcome", "already"), ("sweep", .string(sweep))]
      case .success(.watched(let freezeOn, let cancelOn, let replaced)):
        [
          ("outcome", "watched"), ("freeze_on", .optional(freezeOn?.iso)), ("cancel_on", .optional(cancelOn?.iso)),
        ] + (replaced.map { [("replaced", .string($0.place))] } ?? [])
      case .success(.noted(let prepared)): [("outcome", "noted"), ("case", .optional(prepared))]
      case .success(.clockEnded): [("outcome", "noted"), ("case", .null), ("clock_ended", .bool(true))]
      case .failure(let refusal): [("outcome", "refused"), ("refusal", refusal.json(in: language))]
      }
    return .pairs(
      [("row", .int(row.row)), ("kind", .string(row.kind.rawValue)), ("certificate", .optional(row.target))] + told)
  }
}

extension SweepRehearsal {
  /// - Parameter sweep: the one that is rehearsed.
  func json(of sweep: Sweep, in language: Language) -> JSON {
    .object([
      "cancelled": .int(outcome.cancelled), "watched": .int(outcome.watched), "changed": .int(outcome.changed),
      "prepared": .int(outcome.prepared), "freezes_due": .int(outcome.freezesDue),
      "refused": outcome.refusedJSON(in: language), "already": outcome.alreadyJSON, "rejected": .int(rejected),
      "held": .int(held),
      "undecided": .int(undecided), "untouched": .int(untouched), "share": share.json,
      "texts": sweep.textsJSON(in: language),
      "by_kind": .pairs(PoliceRecordKind.allCases.map { ($0.rawValue, .int(kinds[$0] ?? 0)) }),
      "by_refusal": .pairs(refusals.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) }),
    ])
  }
}

extension Sweep {
  /// What its list says beside the rows, and what was answered about it.
  func textsJSON(in language: Language) -> JSON { .strings(textsTold.map { $0(in: language) }) }
}

extension SweepRowStep {
  func json(in language: Language) -> JSON {
    .object([
      "at": .string(event.at.iso), "day": .string(event.day.iso), "event": .string(event.move.rawValue),
      "decision": .optional(decision?.rawValue), "actor": .string(event.staff), "name": .string(name),
      "second": .optional(event.second), "reason": .string(reasonWords(in: language)),
      "date": .optional(given.date?.iso), "target": .optional(given.target),
      "judgment": .optional(given.judgment?.number), "court": .optional(given.judgment?.court),
      "told_apart": .optional(event.toldApart), "possible_again": .optional(event.heldPossible),
    ])
  }
}

extension SweepUndoing {
  func json(in language: Language) -> JSON {
    .object([
      "undone": .int(undone.count), "withdrawn": .strings(withdrawn),
      "left": .array(left.map { .object(["row": .int($0.row), "refusal": $0.refusal.json(in: language)]) }),
      "corrections": .array(corrections.map(\.json)), "own_rows": .array(own.map { .int($0) }),
      "restored": .array(restored.map { .int($0) }),
      "agreed": .array(
        agreed.map { list in
          .object([
            "sweep": .string(list.sweep), "state": .string(list.state.rawValue),
            "rows": .array(list.rows.map { .int($0) }),
          ])
        }),
      "relying": .array(
        relying.map { list in
          .object([
            "sweep": .string(list.sweep), "state": .string(list.state.rawValue),
            "rows": .array(list.rows.map { .int($0) }),
          ])
        }),
    ])
  }

  func text(in language: Language) -> String {
    let head = Phrase(
      "已撤销 \(undone.count) 行，撤回备好的业务 \(withdrawn.count) 件，未撤销 \(left.count) 行，须更正 \(corrections.count) 处",
      "\(undone.count.counted("row undone", "rows undone")), \(withdrawn.count.counted("prepared case")) withdrawn, \(left.count.counted("row left", "rows left")), "
        + "\(corrections.count.counted("correction")) due")
    let lines = left.map {
      Phrase("  第 \($0.row) 行：", "  row \($0.row): ")(in: language) + $0.refusal.explanation(in: language)
    }
    let rest = Phrase(
      "尚有 \(left.count) 行未撤销，核销仍为「已执行」；照各行所说处理后，可再次整批撤销",
      "\(left.count.counted("row stays", "rows stay")) and the sweep stays applied; once what stands against them is settled, undo it again"
    )
    return
      ([head(in: language)] + (left.isEmpty ? [] : [rest(in: language)]) + lines
      + (restored.isEmpty ? [] : [restoredWords(in: language)]) + (own.isEmpty ? [] : [ownWords(in: language)])
      + (agreed.map(\.words) + relying.map(\.words)).map { $0(in: language) }
      + (corrections.isEmpty ? [] : [corrections.table(language)]))
      .joined(separator: "\n")
  }
}

extension SweepUndoing {
  fileprivate var restoredWords: Phrase {
    Phrase("第 ", "row ") + .rows(restored)
      + Phrase(" 行的证件已由业务恢复，不再撤销", ": the certificate was restored by a case, nothing is left to undo")
  }

  fileprivate var ownWords: Phrase {
    let rows = own.map(String.init)
    return Phrase(
      "第 \(rows.joined(separator: "、")) 行是办理人本人或亲属的，随整批撤销，日志中已写明",
      "row \(rows.joined(separator: ", ")) is about a relative of one of the two, undone with the whole: the log says so"
    )
  }
}

extension MoveDue {
  func json(on today: Day) -> JSON {
    .object([
      "certificate": .string(certificate.number), "name": .string(certificate.name),
      "state": .string(certificate.state(on: today).rawValue), "what": .string(what.rawValue), "due": .string(on.iso),
      "overdue": .bool(on <= today), "moved_on": .string(movedOn), "ground": .string(ground),
      "letter_from": .string(letterFrom.iso),
      "letter": letter.map { .object(["result": .string($0.result.rawValue), "day": .string($0.day.iso)]) } ?? .null,
      "address": .string(certificate[.address]), "phone": .string(certificate[.phone]),
    ])
  }
}

extension DueCorrection {
  var json: JSON {
    .object([
      "receiver": .string(receiver.rawValue), "certificate": .string(certificate), "name": .string(name),
      "what": .string(what.rawValue), "sent_on": .string(sentOn.iso), "file": .string(file),
    ])
  }
}

extension [DueCorrection] {
  func table(_ language: Language) -> String {
    var table = TextTable(
      [
        Phrase("须更正", "to correct"), Phrase("姓名", "name"), Phrase("残疾人证号", "certificate"), Phrase("已送", "sent"),
        Phrase("日期", "on"), Phrase("文件", "file"),
      ], in: language)
    for line in self {
      table.append([
        line.receiver.name(in: language), line.name, Masking.certificate(line.certificate),
        line.what.name(in: language),
        line.sentOn.iso, line.file,
      ])
    }
    return table.text
  }
}
