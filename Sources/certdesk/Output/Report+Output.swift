import CaseStore
import Casework

extension Figures {
  /// The figures with their keys as cli.md has them; what that page does not name stands behind.
  func json(_ report: PeriodReport?, _ files: [ExportedFile] = []) -> JSON {
    var pairs: [(String, JSON)] = [("period", .string(period.text)), ("opening", .int(opening))]
    for line in [ReportLine.issued, .renewed, .reissued, .changed, .movedIn, .movedOut] {
      pairs.append((line.rawValue, .int(self[line])))
    }
    pairs.append(
      (
        "cancelled",
        .pairs(CancellationReason.allCases.map { ($0.rawValue, .int(self["cancelled.\($0.rawValue)"])) })
      ))
    pairs += [
      ("frozen", .int(self[.frozen])), ("closing", .int(closing)), ("balanced", .bool(isBalanced)),
      ("by_category", division("by_category")), ("by_grade", division("by_grade")),
    ]
    for line in [ReportLine.takenOver, .restored, .takenBack, .replaced, .spoiled, .unfrozen] {
      pairs.append((line.rawValue, .int(self[line])))
    }
    for code in ["by_state", "by_both", "by_township", "by_village", "by_age", "by_sex"] {
      pairs.append((code, division(code)))
    }
    pairs.append(("sweeps", .array(period.quarters.map(sweeps))))
    pairs.append(("imbalances", .strings(imbalances.map(\.chinese))))
    pairs.append(("signed", report.map(\.line) ?? .null))
    if !files.isEmpty { pairs.append(("files", .array(files.map(\.json)))) }
    return .pairs(pairs)
  }

  private func division(_ code: String) -> JSON {
    .pairs(group(code).sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })
  }

  private func sweeps(_ quarter: Quarter) -> JSON {
    .pairs(
      [("quarter", .string(quarter.text))]
        + SweepFigure.allCases.map { ($0.rawValue, .int(self[$0, of: quarter])) })
  }
}

extension PeriodReport {
  var line: JSON {
    .object([
      "period": .string(number), "by": .string(value("by", of: .sign)), "at": .string(value("at", of: .sign)),
      "sha256": .string(value("sha256", of: .sign)),
      "corrected": entries["correct.at"].map(JSON.string) ?? .null,
    ])
  }

  /// What stands under the figures of a signed report.
  ///
  /// - Parameter names: what the members of the office are called.
  func signature(_ names: [StaffMember.ID: String]) -> Phrase? {
    guard state == .signed else { return nil }
    let (by, at, sha256) = (signer(names), signedAt, value("sha256", of: .sign))
    let signed = Phrase(
      "已由 \(by) 于 \(at) 签署，校验码 \(sha256)；以后的变化见更正表。",
      "Signed by \(by) at \(at), digest \(sha256); later changes stand in the correction.")
    guard !value("at", of: .correct).isEmpty else { return signed }
    let last = value("by", of: .correct)
    let (corrector, day, why) = (
      names[last] ?? last, value("at", of: .correct).minutes, value("reason", of: .correct)
    )
    return signed
      + Phrase(
        "最近的更正表由 \(corrector) 于 \(day) 签署：\(why)。", " The last correction was signed by \(corrector) at \(day): \(why)."
      )
  }
}

extension FigureCase {
  var json: JSON {
    .object([
      "certificate": .string(certificate.number), "name": .string(certificate.name),
      "identity": .string(certificate.identity), "figure": .string(code), "count": .int(count),
      "seq": event.map { .int(Int($0.seq)) } ?? .null, "event": .optional(event?.move),
      "day": .optional(event?.day.iso), "ground": .optional(ground), "state": .string(certificate.state.rawValue),
    ])
  }

  func text(in language: Language) -> String {
    let sign = count < 0 ? "−" : " "
    let what = event.map { "\($0.day)  \(Certificate.Move(rawValue: $0.move)?.name(in: language) ?? $0.move)" }
    return "\(sign) \(Masking.certificate(certificate.number))  \(certificate.name)  \(what ?? "")  \(ground ?? "")"
  }
}

extension FigureRow {
  /// The row as `sweep rows` gives it, behind the sweep it is of; of a whole sweep its own line.
  func json(in language: Language) -> JSON {
    guard let row else { return sweep.line }
    return .object(["sweep": .string(sweep.number), "name": .string(row.source.name), "found": row.json(in: language)])
  }

  func text(in language: Language) -> String {
    guard let row else { return "\(sweep.number)  \(sweep.fileName.printable())  \(sweep.state.name(in: language))" }
    let what = [
      row.sweepClass.name, row.decision?.name, row.outcomeWords,
    ].compactMap { $0?(in: language) }
    let place = Phrase("第 \(row.row) 行", "row \(row.row)")(in: language)
    let fields = [sweep.number, place, row.source.name, row.source.kindWord(in: language), row.eventDate.text]
    return (fields.map { $0.printable() } + [what.joined(separator: " ")]).joined(separator: "  ")
  }
}

extension [FigureDifference] {
  fileprivate var json: JSON {
    .array(map { .object(["figure": .string($0.code), "frozen": .int($0.frozen), "now": .int($0.now)]) })
  }

  fileprivate func chapter(_ code: String, _ title: Phrase) -> Paper.Chapter {
    Paper.Chapter(
      code, title, notes: contains { $0.code == "closing" } ? [Self.closingIsAsKnownSince] : [],
      [
        Paper.Column(Phrase("项目", "Line"), 30), Paper.Column(Phrase("原签署", "Signed"), 10, isNumber: true),
        Paper.Column(Phrase("现为", "Now"), 10, isNumber: true),
        Paper.Column(Phrase("增减", "Change"), 10, isNumber: true),
      ],
      map {
        [
          FigureName.name(of: $0.code), .verbatim(String($0.frozen)), .verbatim(String($0.now)),
          .verbatim(String($0.now - $0.frozen)),
        ]
      })
  }
}

extension [FigureDifference] {
  /// The same person stands in the correction and in the next period's lines: whoever reads both must not add them up.
  private static let closingIsAsKnownSince = Phrase(
    "「现为」的期末是照现在知道的情况重算的。下一期的报表仍以当时的登记册为期初，恢复、撤回等记在办理的那一期：同一件事两边各记一次，不要相加。",
    "The closing under “Now” is what it would have been, had this been known. The report of the next period still opens with "
      + "the register of that day and has the restoring or taking back among its own lines: do not add both up.")
}

extension SignedCorrection {
  fileprivate var json: JSON {
    .object([
      "by": .string(by), "at": .string(at.iso), "reason": .string(reason), "differences": differences.json,
      "events": .array(events.map { .int(Int($0)) }), "sweep_events": .array(sweepEvents.map { .int(Int($0)) }),
    ])
  }

  fileprivate func title(_ names: [StaffMember.ID: String]) -> Phrase {
    let seqs = Set((events + sweepEvents).map(Int.init)).sorted()
    let records = RowRanges.text(seqs).split(separator: ",").map(String.init)
    let (by, at) = (names[by] ?? by, at.iso.minutes)
    return Phrase(
      "\(by) 于 \(at) 签署：\(reason)（记录 \(records.joined(separator: "、"))）",
      "Signed by \(by) at \(at): \(reason) (events \(records.joined(separator: ", ")))")
  }
}

extension ReportCorrection {
  func json(isSigned: Bool) -> JSON {
    .object([
      "period": .string(report.number), "signed": .bool(isSigned), "differences": differences.json,
      "events": .array(events.map(\.json)),
      "taken_back": .array(
        ofSweeps.filter { $0.event?.move == Certificate.Move.sweepUndone.rawValue }.map(\.json)),
      "of_sweeps": .array(ofSweeps.map(\.json)),
      "sweeps": .array(
        sweeps.map {
          .object([
            "seq": .int(Int($0.seq)), "day": .string($0.day.iso), "event": .string($0.move.rawValue),
            "sweep": .string($0.sweep),
          ])
        }),
      "signed_corrections": .array(signed.map(\.json)),
    ])
  }

  /// - Parameter names: what the members of the office are called.
  func paper(_ names: [StaffMember.ID: String]) -> Paper {
    let changed = differences.chapter("differences", Phrase("数字", "Figures"))
    let made = Paper.Chapter(
      "events", Phrase("由这些记录引起", "Made by these events"),
      [
        Paper.Column(Phrase("记录", "Event"), 10), Paper.Column(Phrase("日期", "Day"), 12),
        Paper.Column(Phrase("办理", "Move"), 14), Paper.Column(Phrase("残疾人证号", "Certificate"), 24),
        Paper.Column(Phrase("姓名", "Name"), 12), Paper.Column(Phrase("依据", "Ground"), 24),
      ],
      sweeps.map { done in
        [
          .verbatim(String(done.seq)), .verbatim(done.day.iso), done.move.name, .verbatim(""), .verbatim(""),
          .verbatim(done.sweep),
        ]
      }
        + (events + ofSweeps).map { found in
          [
            .verbatim(found.event.map { String($0.seq) } ?? ""), .verbatim(found.event?.day.iso ?? ""),
            found.event.flatMap { Certificate.Move(rawValue: $0.move)?.name } ?? .verbatim(""),
            .verbatim(Masking.certificate(found.certificate.number)), .verbatim(found.certificate.name),
            .verbatim(found.ground ?? ""),
          ]
        })
    return Paper(
      Phrase("\(report.number) 报表更正表", "Correction to the report of \(report.number)"),
      [changed, made] + signed.enumerated().map { $1.differences.chapter("signed_\($0 + 1)", $1.title(names)) })
  }
}
