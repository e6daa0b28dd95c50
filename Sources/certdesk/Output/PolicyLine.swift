import Casework

/// One value of a setting as it is printed: the usual one, or one that was decided.
struct PolicyLine {
  let key: PolicyKey
  let value: String
  let change: PolicyChange?
  /// The last day on which it holds, as far as that is decided.
  let until: Day?
  let isReplaced: Bool

  /// The value that holds on a day.
  init(_ key: PolicyKey, on day: Day, in book: PolicyBook) {
    self.init(key, book.change(of: key, on: day), in: book)
  }

  init(_ change: PolicyChange, in book: PolicyBook) { self.init(change.key, change, in: book) }

  private init(_ key: PolicyKey, _ change: PolicyChange?, in book: PolicyBook) {
    self.key = key
    self.change = change
    value = change?.value ?? key.standard
    until = change.map { book.lastDay(of: $0) } ?? book.lastDayOfStandard(key)
    isReplaced = change.map { book.isReplaced($0) } ?? false
  }

  /// From the usual value on, by the days from which they hold; of one day as they were made.
  static func history(of key: PolicyKey, in book: PolicyBook) -> [PolicyLine] {
    [PolicyLine(key, nil, in: book)]
      + book.history(of: key).enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
      .map { PolicyLine($0.element, in: book) }
  }

  func json(in language: Language) -> JSON {
    .object([
      "key": .string(key.code), "value": key.value.json(value), "default": key.value.json(key.standard),
      "source": .string(key.source(in: language)), "since": .optional(change?.from.iso), "until": .optional(until?.iso),
      "set_by": .optional(change?.staff), "reason": .optional(change?.reason),
    ])
  }

  var historyJSON: JSON {
    .object([
      "key": .string(key.code), "value": key.value.json(value), "since": .optional(change?.from.iso),
      "until": .optional(until?.iso), "set_by": .optional(change?.staff), "set_on": .optional(change?.moment.day.iso),
      "reason": .optional(change?.reason), "replaced": .bool(isReplaced),
    ])
  }

  static func table(_ lines: [PolicyLine], in language: Language) -> String {
    var table = TextTable(
      [
        Phrase("设置", "key"), Phrase("现值", "value"), Phrase("默认", "default"), Phrase("自", "since"),
        Phrase("至", "until"), Phrase("设置人", "set by"), Phrase("名称", "name"), Phrase("来源", "source"),
        Phrase("依据", "reason"),
      ], in: language)
    for line in lines {
      let value = line.key.value
      let mark = line.isReplaced ? Phrase("（已被取代）", " (replaced)") : Phrase("", "")
      table.append([
        line.key.code, (value.words(line.value) + mark)(in: language), value.words(line.key.standard)(in: language),
        line.change?.from.iso ?? "", line.until?.iso ?? "", line.change?.staff ?? "", line.key.name(in: language),
        line.key.source(in: language), line.change?.reason ?? "",
      ])
    }
    return table.text
  }
}

extension PolicyValue {
  /// A kept value as JSON has it: null where a rule is off.
  func json(_ kept: String) -> JSON {
    let items = kept.split(separator: ",").map(String.init)
    switch self {
    case .number, .numberOrOff: return Int(kept).map(JSON.int) ?? .null
    case .yesNo: return .bool(kept == "true")
    case .numbers: return .array(items.compactMap { Int($0).map(JSON.int) })
    case .choice: return .string(kept)
    case .materials, .counties, .phones: return .strings(items)
    }
  }
}

extension CaseRules {
  var json: JSON {
    .object([
      "since": .string(opened.iso),
      "kept": .array(
        kept.map {
          .object([
            "key": .string($0.key.code), "value": $0.key.value.json($0.value), "now": $0.key.value.json($0.now),
          ])
        }),
    ])
  }
}
