/// One disability among those of a person, or the only one.
public struct DisabilityPart: Hashable, Codable, Sendable {
  public let category: DisabilityCategory
  public let grade: Grade

  public init(category: DisabilityCategory, grade: Grade) {
    self.category = category
    self.grade = grade
  }
}

/// The parts behind a certificate of category 7, and the rules they obey.
public struct MultipleDisability: Hashable, Sendable {
  public let parts: [DisabilityPart]

  public init(_ parts: [DisabilityPart]) { self.parts = parts }

  /// Reads `1:2,4:3`; `nil` for anything else.
  public init?(written text: some StringProtocol) {
    var parts: [DisabilityPart] = []
    for item in WrittenList.items(text) {
      let numbers = WrittenList.items(item, partedBy: ":：").map { Int($0) }
      guard numbers.count == 2, let category = numbers[0].flatMap(DisabilityCategory.init(rawValue:)),
        let grade = numbers[1].flatMap(Grade.init(rawValue:))
      else { return nil }
      parts.append(DisabilityPart(category: category, grade: grade))
    }
    self.init(parts)
  }

  /// The most severe grade among the parts, which is the one to print.
  public var grade: Grade? { parts.map(\.grade).min() }

  /// What speaks against these parts under the grade that is printed, in this order; empty when all is well.
  public func problems(printed: Grade) -> [Problem] {
    let categories = Set(parts.map(\.category))
    var problems: [Problem] = []
    if categories.contains(.multiple) { problems.append(.multipleWithin) }
    if categories.count < parts.count { problems.append(.repeatedCategory) }
    if categories.subtracting([.multiple]).count < 2 { problems.append(.tooFewCategories) }
    if let grade, grade != printed { problems.append(.otherGrade) }
    return problems
  }

  /// A broken rule of multiple disability.
  public enum Problem: String, CaseIterable, Sendable {
    case multipleWithin = "multiple_within"
    case repeatedCategory = "repeated_category"
    case tooFewCategories = "too_few_categories"
    case otherGrade = "other_grade"

    public var advice: Phrase {
      switch self {
      case .multipleWithin:
        Phrase("“多重”不能作为其中一项，请填写具体类别。", "“Multiple” cannot be one of the parts: name the categories.")
      case .repeatedCategory:
        Phrase("同一类别填写了两次，请保留一项。", "A category is named twice: keep one of them.")
      case .tooFewCategories:
        Phrase("多重残疾至少要有两个不同类别。", "Multiple disability takes at least two different categories.")
      case .otherGrade:
        Phrase("等级应为各项中最重的一级，请更正。", "The grade must be the most severe one among the parts: correct it.")
      }
    }
  }
}
