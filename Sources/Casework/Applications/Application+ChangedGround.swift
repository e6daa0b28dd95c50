extension Application.Requirement {
  /// What the ground of a case must fulfil, asked again wherever it can have been exchanged since the acceptance.
  static let ofTheGround: [Self] = [.rightPerson, .daysPossible, .documentGiven, .duplicateNamed, .movedElsewhere]
}

/// What was changed after the acceptance: it stays possible, and is shown to whoever decides.
extension Application {
  /// The fields that make a case what it is.
  private static let ground: [CaseField] = [
    .name, .category, .reason, .eventDate, .keptCertificate, .destination, .origin, .validFrom, .validTo,
  ]

  private static func code(of field: CaseField) -> String { "was.\(field.rawValue)" }

  /// What such a field said when the case was accepted, kept with the first change of it.
  func changeEntries(of act: Act<Application>) -> Entries {
    guard [.panel, .returnedReview].contains(state) else { return [:] }
    return Self.ground.reduce(into: Entries()) { told, field in
      let code = Self.code(of: field)
      guard let now = act.fields[field.rawValue], now != self[field], entries[code] == nil else { return }
      told[code] = self[field].isEmpty ? nil : self[field]
    }
  }

  var changeWarnings: [Warning] {
    Self.ground.compactMap { field in
      guard let before = entries[Self.code(of: field)], before != self[field] else { return nil }
      let input = service.input(for: field)
      let (old, new) = (Self.words(for: before, in: input), Self.words(for: self[field], in: input))
      return Warning(
        code: .changedAfterAcceptance,
        sentence: Phrase(
          "受理后改动\(input.name.chinese)：「\(old.chinese)」改为「\(new.chinese)」",
          "\(input.name.english) changed after acceptance from “\(old.english)” to “\(new.english)”"),
        possibleFrom: nil, source: Phrase("受理时核对的是原内容", "what was checked at acceptance said otherwise"))
    }
  }

  private static func words(for text: String, in input: Input) -> Phrase {
    switch input.kind {
    case .choice(let choices): choices.first { $0.code == text }?.name ?? .verbatim(text)
    case .category: Int(text).flatMap(DisabilityCategory.init(rawValue:))?.name ?? .verbatim(text)
    default: .verbatim(text.count > 20 ? text.prefix(20) + "…" : text)
    }
  }
}
