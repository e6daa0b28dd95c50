/// Something that whoever approves a case decides on, under its label.
public struct DecidedFact: Hashable, Sendable {
  public let label: Phrase
  public let text: Phrase
  /// Whether it is free text, of which the beginning is enough where the rest can be read elsewhere.
  public let isLong: Bool
  /// Whether it says that nothing is recorded.
  private let isOpen: Bool

  /// `迁往地：广东省深圳市`, of free text the beginning.
  public var words: Phrase {
    label + Phrase("：", ": ") + (isLong ? Phrase(text.chinese.quoted(60), text.english.quoted(60)) : text)
  }

  /// The text alone where it speaks for itself: `没有登记` does not, so it stands behind its label.
  public var brief: Phrase { isOpen ? label + Phrase("", " ") + text : text }

  init(_ label: Phrase, _ text: Phrase, isLong: Bool = false) {
    self.init(label, text, isLong: isLong, isOpen: false)
  }

  private init(_ label: Phrase, _ text: Phrase, isLong: Bool, isOpen: Bool) {
    self.label = label
    self.text = text
    self.isLong = isLong
    self.isOpen = isOpen
  }

  static func notRecorded(_ label: Phrase) -> DecidedFact {
    DecidedFact(label, Phrase("没有登记", "not recorded"), isLong: false, isOpen: true)
  }
}

/// What an approval decides, said before all else to whoever approves, at the desk and by command (features: 56).
extension Application {
  /// The matter itself, who acts for the applicant, and the card as it is now.
  ///
  /// - Parameter revealed: whether numbers are to be read whole.
  public func decided(amid around: Surroundings, on today: Day, revealed: Bool = false) -> [DecidedFact] {
    matter(amid: around, revealed: revealed) + helpers + held(amid: around, on: today, revealed: revealed)
  }

  /// What was found, what the register will say otherwise, where to and since when, on what ground.
  public func matter(amid around: Surroundings, revealed: Bool = false) -> [DecidedFact] {
    let found =
      (finding.map { [DecidedFact(Finding.name, $0.words)] } ?? [])
      + (firstFinding.map { [DecidedFact(Finding.firstName, $0.words)] } ?? [])
    let changed = changes(from: around.certificate).map {
      DecidedFact(service.input(for: $0.field).name, $0.words(revealed: revealed))
    }
    let told = Self.told.filter { !self[$0].isEmpty || asksWhen($0) }.map { field in
      let name = service.input(for: field).name
      return self[field].isEmpty
        ? .notRecorded(name)
        : DecidedFact(
          name, words(of: field, revealed: revealed), isLong: [.reason, .doubt, .evidence].contains(field))
    }
    return found + foundElsewhere(amid: around) + changed + told
  }

  /// Which parts of the finding were found elsewhere: where, by whom and when.
  public func foundElsewhere(amid around: Surroundings) -> [DecidedFact] {
    let names = Dictionary(
      around.lists.institutions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    return findingShares.filter(\.isElsewhere).map { share in
      DecidedFact(share.name + Phrase("评定", " found by"), share.words(names))
    }
  }

  /// The card as it is now: number, disability with its parts, state, validity.
  public func held(amid around: Surroundings, on today: Day, revealed: Bool = false) -> [DecidedFact] {
    guard let held = around.certificate else { return [] }
    let number = revealed ? held.number : Masking.certificate(held.number)
    let valid =
      held[.validTo].isEmpty ? Phrase("", "") : Phrase("有效期至 \(held[.validTo])", "valid to \(held[.validTo])")
    return [
      DecidedFact(
        Phrase("现证", "Card now"),
        .joined(
          [.verbatim(number), held.disabilityInFull, held.state(on: today).name, valid], by: .verbatim("  ")))
    ]
  }

  /// The fields that make a case what it is.
  private static let told: [CaseField] = [
    .destination, .origin, .reason, .eventDate, .validFrom, .validTo, .keptCertificate, .reviewDate, .document,
    .announcedOn, .evidence, .doubt,
  ]

  /// Whether its being empty is said as well: of a loss, when it was and when it was announced (domain: 2.4).
  private func asksWhen(_ field: CaseField) -> Bool {
    service == .reissue && [.eventDate, .announcedOn].contains(field)
  }

  private func words(of field: CaseField, revealed: Bool) -> Phrase {
    switch field {
    case .destination: .verbatim(destinationName)
    case .origin: .verbatim(originName)
    case .reason: cancellationReason?.name ?? freezeReason?.name ?? .verbatim(self[.reason])
    case .keptCertificate: .verbatim(revealed ? self[field] : Masking.certificate(self[field]))
    default: .verbatim(self[field])
    }
  }

  /// Guardian and agent, each with the relation.
  private var helpers: [DecidedFact] {
    let parts: [(Phrase, CaseField, CaseField)] = [
      (Phrase("监护人", "Guardian"), .guardianName, .guardianRelation),
      (Phrase("代理人", "Agent"), .agentName, .agentRelation),
    ]
    return parts.filter { !self[$0.1].isEmpty }.map { label, name, relation in
      DecidedFact(label, .verbatim(self[name] + (self[relation].isEmpty ? "" : "（\(self[relation])）")))
    }
  }
}

extension Finding {
  public static let name = Phrase("评定结论", "Finding")
  /// What an earlier finding is called beside the one that stands.
  public static let firstName = Phrase("首次结论", "First finding")

  /// `多重 一级（视力 二级、肢体 一级）（医院评定）`.
  public var words: Phrase {
    let path = AssessmentPath(rawValue: path)?.name
    return category.name + .verbatim(" ") + (grade?.name ?? Phrase("不符合标准", "standard not met"))
      + MultipleDisability.words(written: parts)
      + (path.map { Phrase("（", " (") + $0 + Phrase("）", ")") } ?? Phrase("", ""))
  }
}

extension Certificate {
  /// `肢体 三级`, of a multiple disability with its parts.
  public var disabilityInFull: Phrase {
    .joined([category?.name, grade?.name].compactMap { $0 }, by: .verbatim(" "))
      + MultipleDisability.words(written: self[.parts])
  }
}

extension MultipleDisability {
  /// `（视力 二级、肢体 一级）`; as it is written where it cannot be read, and nothing where there is none.
  public static func words(written text: String) -> Phrase {
    guard !text.isEmpty else { return Phrase("", "") }
    let parts = MultipleDisability(written: text)?.parts.map { $0.category.name + .verbatim(" ") + $0.grade.name }
    return Phrase("（", " (") + (parts.map { .joined($0) } ?? .verbatim(text)) + Phrase("）", ")")
  }
}
