import Casework
import Exchange

extension PoliceListPreview {
  var json: JSON {
    .pairs([
      (
        "file",
        .object([
          "name": .string(name), "format": .string(summary.format.rawValue),
          "encoding": .optional(summary.encoding?.rawValue), "rows": .int(summary.rows),
          "passed_over": .int(summary.passedOver.total), "mostly_foreign": .bool(isMostlyForeign),
          "mostly_outside": .bool(strayDates != nil), "suggested_quarter": .optional(strayDates?.suggested.text),
        ])
      ),
      (
        "sheets",
        .array(
          summary.parts.map {
            .object([
              "name": .string($0.sheet), "rows": .int($0.rows), "heading_line": .int($0.headingLine),
              "headings": .array($0.headings.map(Self.json)),
            ])
          })
      ),
      ("other_sheets", .strings(summary.otherSheets)), ("unknown", .strings(unknown)),
      (
        "texts",
        .array(
          summary.texts.map {
            .object(["place": .string($0.place.rawValue), "text": .string($0.text), "denial": .bool($0.isDenial)])
          })
      ), ("rows", .array(rows.map(\.json))), ("unfamiliar", .array(summary.unfamiliar.map(\.json))),
      ("warnings", FileWarning.json(FileWarning.all(in: findings))),
    ])
  }

  private static func json(_ heading: TableSummary.Heading) -> JSON {
    .object(["heading": .string(heading.text), "field": .optional(heading.field)])
  }

  func text(in language: Language) -> String {
    var lines = [summaryLine(in: language)]
    for part in summary.parts {
      let headings = part.headings.filter { !$0.text.isEmpty }.map { "\($0.text) → \($0.field ?? "?")".printable() }
      lines.append((part.sheet.isEmpty ? "" : "[\(part.sheet)] ") + Phrase.listed(headings)(in: language))
    }
    if !summary.otherSheets.isEmpty {
      lines.append((Phrase("未读的工作表：", "sheets not read: ") + .listed(summary.otherSheets))(in: language))
    }
    if !unknown.isEmpty {
      let names = Phrase.listed(unknown)
      lines.append(
        Phrase(
          "不认识的列：\(names.chinese)，可用 --map 列名=字段 指明",
          "columns not understood: \(names.english); name them with --map COLUMN=FIELD")(
            in: language))
    }
    var table = TextTable(
      [
        Phrase("行", "row"), Phrase("号码", "number"), Phrase("姓名", "name"), Phrase("出生", "born"), Phrase("类型", "kind"),
        Phrase("日期", "date"), Phrase("地址", "address"), Phrase("备注", "remark"),
      ], in: language)
    for row in rows {
      table.append([
        String(row.row), Masking.identity(row.identity.printable()), row.name.printable(), row.birth.text.printable(),
        row.kindName(in: language).printable(), row.eventDate.text.printable(), row.address.printable(),
        row.besides(in: language).printable(),
      ])
    }
    lines.append(table.text)
    lines += summary.unfamiliar.told.map { $0(in: language) }
    lines += FileWarning.all(in: findings).map { $0.sentence(in: language) }
    lines += summary.texts.map { $0.words(in: language) }
    if !textsToRead.isEmpty {
      lines.append(
        Phrase(
          "以上是名单行外的文字：都看过，不针对任何一行的，导入时加 --texts-read；否则有关各行逐行问",
          "that stands beside the rows: if it speaks against none of them, import with --texts-read; else they are asked one by one"
        )(in: language))
    }
    return lines.joined(separator: "\n")
  }

  private func summaryLine(in language: Language) -> String {
    let encoding = summary.encoding.map { " " + $0.rawValue } ?? ""
    return Phrase(
      "\(name)：\(summary.format.rawValue)\(encoding)，\(summary.rows) 行，另略过标题、空行、合计行 \(summary.passedOver.total)；未存",
      "\(name): \(summary.format.rawValue)\(encoding), \(summary.rows.counted("row")); titles, blank and total lines passed over: \(summary.passedOver.total); nothing stored"
    )(in: language)
  }
}

extension PoliceRow {
  var json: JSON {
    let number = identity.printable()
    var pairs: [(String, JSON)] = [
      ("row", .int(row)), ("identity", .string(number)), ("number_cell", .bool(identityIsNumberCell)),
      ("name", .string(name)), ("birth", .string(birth.text)), ("kind", .string(PoliceRecordKind(kind).rawValue)),
      ("kind_words", .string(kind)), ("event_date", .string(eventDate.text)), ("address", .string(address)),
      ("note", .string(note)),
    ]
    for detail in Detail.allCases {
      if let text = details[detail] { pairs.append((detail.rawValue, .string(text))) }
    }
    return .pairs(pairs)
  }
}

/// Something odd in a file, told once: what, how many rows, the first of them.
struct FileWarning {
  let kind: RowOddities.Kind
  let rows: Int
  let first: Int

  /// The warnings among what an import keeps about its file.
  static func all(in findings: [String: String]) -> [FileWarning] {
    RowOddities.Kind.allCases.compactMap { kind in
      let parts = (findings["warning.\(kind.rawValue)"] ?? "").split(separator: "@").compactMap { Int($0) }
      return parts.count == 2 ? FileWarning(kind: kind, rows: parts[0], first: parts[1]) : nil
    }
  }

  static func json(_ warnings: [FileWarning]) -> JSON {
    .pairs(
      warnings.map { ($0.kind.rawValue, .object(["rows": .int($0.rows), "first": .int($0.first)])) })
  }

  func sentence(in language: Language) -> String {
    Phrase(
      "注意：\(kind.name.chinese)，\(rows) 行，首见第 \(first) 行",
      "beware: \(kind.name.english), rows: \(rows), first: row \(first)")(
        in: language)
  }
}

extension UnfamiliarColumn {
  var json: JSON {
    .object([
      "column": .string(heading), "rows": .int(rows),
      "values": .array(wordings.map { .object(["text": .string($0.text), "rows": .int($0.rows)]) }),
    ])
  }
}

extension [UnfamiliarColumn] {
  /// Each with what it says, and how to have it passed over.
  var told: [Phrase] {
    isEmpty
      ? []
      : map(\.words) + [
        Phrase(
          "这些写法都与名单所报无关的，导入时加 --map 列名=unrelated（已导入的先放弃）",
          "if all of that tells nothing of what is reported, import with --map COLUMN=unrelated (abandon a sweep of it first)"
        )
      ]
  }
}
