import Casework
import TerminalKit

extension FormField {
  /// So many categories there are besides “multiple”.
  static let mostParts = DisabilityCategory.parts.count

  /// The fields for the parts of a multiple disability: for each its category and its grade.
  static func parts(_ input: Casework.Input) -> [FormField] {
    let categories = DisabilityCategory.parts.map { Choice(String($0.rawValue), $0.name) }
    let grades = Grade.allCases.map { Choice(String($0.rawValue), $0.name) }
    let fields = (1...mostParts).flatMap { part in
      [
        FormField(
          "parts.\(part).category", Phrase("第 \(part) 项类别", "Part \(part): category"), .choice(categories, nil)),
        FormField("parts.\(part).grade", Phrase("第 \(part) 项等级", "Part \(part): grade"), .choice(grades, nil)),
      ]
    }
    return fields.map(\.hidden)
  }

  /// The fields for parts that were found elsewhere: for each the institution, its doctors and the day.
  static func partResults(_ institutions: [Institution]) -> [FormField] {
    DisabilityCategory.parts.flatMap { part in
      let choices = institutions.filter { $0.assesses([part]) }.map { Choice($0.code, .verbatim($0.name)) }
      let code = partResult(part)
      return [
        FormField(
          "\(code).institution", part.name + Phrase("另评于", ": found at"), .choice(choices, nil),
          hint: Phrase(
            "不是上面的机构、医生、日期评定的才选，退格清除", "only if not found by the institution, doctors and day above; Backspace clears")),
        FormField(
          "\(code).doctors", part.name + Phrase("评定医生", ": doctors"), .text(TextField(limit: 200)), isRequired: true),
        FormField(
          "\(code).date", part.name + Phrase("评定日期", ": assessed on"),
          .text(TextField(limit: 14, filter: .halfWidth)), isRequired: true),
      ]
    }.map(\.hidden)
  }

  /// What the fields begin with that tell where a part was found.
  static func partResult(_ part: DisabilityCategory) -> String { "part_results.\(part.rawValue)" }

  private var hidden: FormField {
    var hidden = self
    hidden.isShown = false
    return hidden
  }
}

extension Form {
  /// The parts that were given whole.
  var parts: [DisabilityPart] {
    (1...FormField.mostParts).compactMap { part in
      guard let category = Int(text("parts.\(part).category")).flatMap(DisabilityCategory.init(rawValue:)),
        let grade = Int(text("parts.\(part).grade")).flatMap(Grade.init(rawValue:))
      else { return nil }
      return DisabilityPart(category: category, grade: grade)
    }
  }

  /// As the store takes them: `1:2,4:3`.
  var partsText: String { parts.map { "\($0.category.rawValue):\($0.grade.rawValue)" }.joined(separator: ",") }

  var isMultiple: Bool { text("category") == String(DisabilityCategory.multiple.rawValue) }

  /// As the store takes them: `6:JS:王医生:2026-03-01`.
  var partResultsText: String {
    DisabilityCategory.parts.compactMap { part in
      let code = FormField.partResult(part)
      let institution = text("\(code).institution")
      guard !institution.isEmpty else { return nil }
      return [
        String(part.rawValue), institution, text("\(code).doctors").trimmed,
        Day.written(text("\(code).date").trimmed),
      ].joined(separator: ":")
    }.joined(separator: ", ")
  }

  /// Asks of each part given whether an institution listed for it found it elsewhere, and if so by whom and when.
  ///
  /// - Parameter day: that of the result; its doctors are offered until the day of the part is given.
  mutating func arrangePartResults(by lists: AssessorLists, on day: Day) {
    let given = isMultiple ? parts.map(\.category) : []
    for part in DisabilityCategory.parts {
      let code = FormField.partResult(part)
      show("\(code).institution", given.contains(part) && lists.institutions.contains { $0.assesses([part]) })
      let institution = text("\(code).institution")
      show("\(code).doctors", !institution.isEmpty)
      show("\(code).date", !institution.isEmpty)
      let found = Day(iso: Day.written(text("\(code).date").trimmed)) ?? day
      let known = lists.known(at: institution, on: found, for: [part])
      self["\(code).doctors"]?.takesSeveral = true
      self["\(code).doctors"]?.known = known
      self["\(code).doctors"]?.hint = known.isEmpty ? nil : FormField.doctorsListed
    }
  }

  /// Shows one part more than were given, and no less than the two that there must be.
  mutating func arrangeParts() {
    defer { computeGrade() }
    let isMultiple = isMultiple && text("grade") != "none"
    for part in 1...FormField.mostParts {
      let category = "parts.\(part).category"
      let before = part > 1 ? text("parts.\(part - 1).grade") : ""
      let isShown = isMultiple && (part <= 2 || !before.isEmpty)
      let chosen = self[category]?.value
      let isRepeated = (1..<part).contains { text("parts.\($0).category") == chosen }
      show(category, isShown)
      show("parts.\(part).grade", isShown)
      self[category]?.isRequired = part <= 2
      let isGiven = !text(category).isEmpty
      self["parts.\(part).grade"]?.isRequired = part <= 2 || isGiven
      let isDouble = isRepeated && isGiven
      self[category]?.problem = isDouble ? MultipleDisability.Problem.repeatedCategory.advice : nil
    }
  }

  /// The grade of the whole follows from its parts; that the standard is not met is the one other thing to be said.
  private mutating func computeGrade() {
    let found = MultipleDisability(parts)
    guard let grade = found.grade, found.problems(printed: grade).isEmpty, text("grade") != "none" else {
      self["grade"]?.hint = nil
      return
    }
    self["grade"]?.value = String(grade.rawValue)
    self["grade"]?.hint = found.words
  }
}

extension MultipleDisability {
  /// `视力 一级、肢体 三级：取最重的一项，一级`.
  var words: Phrase {
    let each = parts.map { $0.category.name + .verbatim(" ") + $0.grade.name }
    return .joined(each) + Phrase("：取最重的一项，", ": the most severe, ") + (grade?.name ?? .verbatim(""))
  }
}

extension DisabilityCategory {
  /// Those of which a multiple disability consists.
  fileprivate static let parts = allCases.filter { $0 != .multiple }
}
