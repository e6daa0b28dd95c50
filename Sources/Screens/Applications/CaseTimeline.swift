import CaseStore
import Casework

extension CaseFacts {
  /// What happened, the newest first.
  var timeline: [FactLine] {
    runs.reversed().compactMap { run in
      guard let entry = run.last else { return nil }
      let move = Application.Move(rawValue: entry.move)?.name ?? .verbatim(entry.move)
      let second = entry.second.map { "、\(name(of: $0))" } ?? ""
      let who = Phrase.verbatim("  \(name(of: entry.actor))\(second)")
      let told = entry.move == Application.Move.edit.rawValue ? edited(in: run) : told(by: entry)
      let more = told == Phrase("", "") ? told : Phrase("：", ": ") + told
      return FactLine(.verbatim("\(entry.day) \(entry.at.clock)"), move + who + more)
    }
  }

  /// The events, those together by which one person filled in field after field on one day.
  private var runs: [[LogEntry]] {
    history.reduce(into: []) { runs, entry in
      if let last = runs.last?.last, last.move == Application.Move.edit.rawValue, entry.move == last.move,
        entry.actor == last.actor, entry.day == last.day
      {
        runs[runs.count - 1].append(entry)
      } else {
        runs.append([entry])
      }
    }
  }

  /// The fields that were filled in, and of those that were written anew old and new (features: 66).
  private func edited(in run: [LogEntry]) -> Phrase {
    guard let first = run.first, let last = run.last else { return Phrase("", "") }
    let anew = changes(after: first.sequence - 1, through: last.sequence).filter { $0.old != Phrase("", "") }
    let names = anew.map(\.name)
    return .joined(
      anew.map { $0.name + .verbatim(" ") + $0.inShort } + [fields(of: run, besides: names)], by: Phrase("；", "; "))
  }

  private func fields(of entries: [LogEntry], besides told: [Phrase] = []) -> Phrase {
    let given = CaseField.allCases.filter { field in entries.contains { $0.data[field.rawValue] != nil } }
    let papers = entries.contains { $0.data["materials"] != nil || $0.data["waived"] != nil }
    let names = given.map { application.service.input(for: $0).name }.filter { !told.contains($0) }
    return .joined(names + (papers ? [Phrase("材料", "Papers")] : []))
  }

  /// What an event tells that people want to read; sealed opinions stay sealed.
  private func told(by entry: LogEntry) -> Phrase {
    let data = entry.data
    if entry.move == Application.Move.open.rawValue { return fields(of: [entry]) }
    if entry.move == Application.Move.panelSign.rawValue, application.isSealed(eventAt: entry.sequence) {
      return Phrase("", "")
    }
    let codes = [
      "delivered", "was", "as", "items", "ground", "outcome", "reason", "under", "minutes", "recusal_answer",
      "sex_reason", "seal_number",
      "institution", "members",
      "successor", "receipt_reason", "doctors", "part_results", "category",
      "grade", "opinion", "place", "objector", "content",
      "record", "evidence", "answer", "question", "to", "advice", "serial", "collector", "shelf", "request", "override",
      "could_decide",
    ]
    let list = listed(by: entry)
    let isInList = list != Phrase("", "") && data.text("items").isListOfPapers
    let parts = codes.filter { !isInList || $0 != "items" }
      .compactMap { code in data[code].map { shown($0, code) } }
    return .joined([list] + parts, by: Phrase("；", "; "))
  }

  private func shown(_ text: String, _ code: String) -> Phrase {
    switch code {
    // One is the day of a letter, the other a tick.
    case "delivered" where text == "yes": Phrase("通知书已送达", "letter delivered")
    case "delivered": Phrase("送达 \(text)", "handed over on \(text)")
    case "could_decide": Application.couldDecide(text)
    case "was": Phrase("原登记 \(text)", "recorded before: \(text)")
    case "as": CollectorPart(rawValue: text)?.name ?? .verbatim(text)
    case "ground": RejectionGround(rawValue: text)?.name ?? .verbatim(text)
    case "outcome": CheckOutcome(rawValue: text)?.name ?? .verbatim(text)
    case "institution": .verbatim(institutions[text] ?? text)
    case "part_results": ResultShare.words(elsewhere: text, institutions)
    case "successor": .verbatim(name(of: text))
    case "members": .listed(StaffList.ids(text).map(name(of:)))
    case "category": Int(text).flatMap(DisabilityCategory.init(rawValue:))?.name ?? .verbatim(text)
    case "grade": Grade.phrase(text)
    default: .verbatim(text)
    }
  }
}

extension String {
  /// Whether it names papers by their codes and nothing else.
  fileprivate var isListOfPapers: Bool {
    split { ",，、; ".contains($0) }.allSatisfy { MaterialCode(rawValue: $0.uppercased()) != nil }
  }
}

extension Grade {
  /// A grade as the store keeps it: 1 to 4, or `none`.
  static func phrase(_ code: String) -> Phrase {
    Int(code).flatMap(Grade.init(rawValue:))?.name ?? Phrase("不符合标准", "standard not met")
  }
}
