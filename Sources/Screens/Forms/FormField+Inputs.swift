import Casework
import TerminalKit

/// What a form must know beyond the inputs to offer values for them.
struct FormSources: Sendable {
  var staff: [StaffMember] = []
  var institutions: [Institution] = []
  var demands: [MaterialDemand] = []
  var presented = Materials()
  var waived: [MaterialCode: String] = [:]
}

extension FormField {
  /// The fields with which a value that a move asks for is set; papers take one for each paper.
  static func fields(for input: Casework.Input, from sources: FormSources) -> [FormField] {
    switch input.kind {
    case .materials: sources.demands.flatMap { paper($0, from: sources) }
    case .waivers: []
    case .measurements: Measurement.allCases.map(measured)
    case .parts: parts(input)
    case .partResults: partResults(sources.institutions)
    default: [FormField(input.code, input.name, editor(for: input, from: sources), isRequired: input.isRequired)]
    }
  }

  private static func editor(for input: Casework.Input, from sources: FormSources) -> Editor {
    switch input.kind {
    case .text, .name, .file, .materials, .waivers, .measurements, .parts, .partResults: .text(TextField(limit: 200))
    case .longText, .reason: .area(TextArea(columns: 44, limit: 1000))
    case .identity: .text(TextField(limit: 30, filter: .halfWidth))
    case .day: .text(TextField(limit: 14, filter: .halfWidth))
    case .number, .count: .text(TextField(limit: 9, filter: .digits))
    case .confirmation: .tick(false)
    case .category:
      .choice(DisabilityCategory.allCases.map { Choice(String($0.rawValue), $0.name) }, nil)
    case .grade:
      .choice(
        Grade.allCases.map { Choice(String($0.rawValue), $0.name) } + [
          Choice("none", Phrase("不符合标准", "below the standard"))
        ], nil)
    case .choice(let choices): .choice(choices, nil)
    case .staff:
      .several(
        sources.staff.filter { $0.isActive && ($0.holds([.assessor]) || $0.sitsForChair) }.map { member in
          let isChair = member.holds([.chair])
          let post =
            isChair
            ? Phrase("（理事长）", " (chair)") : member.sitsForChair ? Phrase("（代理事长）", " (for the chair)") : Phrase("", "")
          return Choice(member.id, .verbatim(member.name) + post)
        }, [], at: 0)
    case .clerk:
      .choice(
        sources.staff.filter { $0.isActive && $0.holds([.clerk]) }.map { Choice($0.id, .verbatim($0.name)) }, nil)
    case .institution:
      .choice(
        sources.institutions.map { Choice($0.code, .verbatim($0.name)) }, nil)
    }
  }

  private static func paper(_ demand: MaterialDemand, from sources: FormSources) -> [FormField] {
    let states = [
      Choice("missing", Phrase("缺", "missing")), Choice("present", Phrase("已收", "received")),
      Choice("waived", Phrase("免交", "waived")),
    ]
    let reason = sources.waived[demand.code] ?? ""
    let isPresent = sources.presented[demand.code] >= demand.count
    let count = demand.count > 1 ? "×\(demand.count)" : ""
    var why = FormField(
      "waive.\(demand.code.rawValue)", Phrase("　免交理由", "  waived because"), .text(TextField(reason, limit: 100)),
      isRequired: true)
    why.isShown = !reason.isEmpty
    return [
      FormField(
        "paper.\(demand.code.rawValue)", demand.code.name + .verbatim(count),
        .choice(states, isPresent ? 1 : reason.isEmpty ? 0 : 2)), why,
    ]
  }
}

extension Form {
  /// Shows the reason of a waiver where a paper is waived.
  mutating func arrangePapers() {
    for field in fields where field.code.hasPrefix("paper.") {
      show("waive." + field.code.dropFirst(6), field.value == "waived")
    }
  }

  var hasPapers: Bool { fields.contains { $0.code.hasPrefix("paper.") } }

  /// The papers received, as the store takes them; others than those asked for are kept.
  func materials(besides presented: Materials, demands: [MaterialDemand]) -> Materials {
    var counts = presented.counts
    for demand in demands {
      let isPresent = text("paper.\(demand.code.rawValue)") == "present"
      counts[demand.code] = isPresent ? max(demand.count, presented[demand.code]) : nil
    }
    return Materials(counts)
  }

  /// `CODE:reason` for every paper waived; the marks that part them are taken out of the reasons.
  func waivers(_ demands: [MaterialDemand]) -> String {
    demands.filter { text("paper.\($0.code.rawValue)") == "waived" }.compactMap { demand in
      let reason = text("waive.\(demand.code.rawValue)").filter { !",，;；:：".contains($0) }
      return reason.isEmpty ? nil : "\(demand.code.rawValue):\(reason)"
    }.joined(separator: ",")
  }
}

extension Day {
  /// A date as people type it: `20260930`, `2026.9.30`, `2026年9月30日`; else the text as it is.
  static func written(_ text: String) -> String {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    let day: Day? =
      switch (parts.count, text.count) {
      case (3, _): Day(year: parts[0], month: parts[1], day: parts[2])
      case (1, 8): Day(year: parts[0] / 10_000, month: parts[0] / 100 % 100, day: parts[0] % 100)
      default: nil
      }
    return day?.iso ?? text
  }
}
