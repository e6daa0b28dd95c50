import Casework
import TerminalKit

extension FormField {
  /// So many categories there are besides “multiple”.
  static let mostParts = DisabilityCategory.allCases.count - 1

  /// The fields for the parts of a multiple disability: for each its category and its grade.
  static func parts(_ input: Casework.Input) -> [FormField] {
    let categories = DisabilityCategory.allCases.filter { $0 != .multiple }
      .map { Choice(String($0.rawValue), $0.name) }
    let grades = Grade.allCases.map { Choice(String($0.rawValue), $0.name) }
    let fields = (1...mostParts).flatMap { part in
      [
        FormField(
          "parts.\(part).category", Phrase("第 \(part) 项类别", "Part \(part): category"), .choice(categories, nil)),
        FormField("parts.\(part).grade", Phrase("第 \(part) 项等级", "Part \(part): grade"), .choice(grades, nil)),
      ]
    }
    return fields.map { field in
      var hidden = field
      hidden.isShown = false
      return hidden
    }
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
