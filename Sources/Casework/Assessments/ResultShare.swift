/// What one institution found of a result, by its own doctors, on its own day (Measures article 6).
///
/// A result is one share, that of the institution referred to; each part of a multiple disability that was found
/// elsewhere is another one.
public struct ResultShare: Hashable, Sendable {
  /// The code of the institution; of another county's file its name.
  public let institution: String
  public let doctors: [String]
  /// `nil` where none is given that can be read.
  public let date: Day?
  public let categories: [DisabilityCategory]
  /// Whether it is a part that was found elsewhere.
  public let isElsewhere: Bool

  /// Whose what was found is: first the share of the institution referred to, then each part found elsewhere.
  ///
  /// - Parameter fields: what was given with a result, or is kept of it.
  public static func all(of fields: Entries) -> [ResultShare] {
    let elsewhere = elsewhere(written: fields.text("part_results")) ?? []
    let parts = MultipleDisability(written: fields.text("parts"))?.parts.map(\.category) ?? []
    let found = Int(fields.text("category")).flatMap(DisabilityCategory.init(rawValue:))
    let own = found == .multiple && !parts.isEmpty ? parts : [found].compactMap { $0 }
    let rest = own.filter { category in !elsewhere.contains { $0.categories == [category] } }
    return [
      ResultShare(
        institution: fields.text("institution"), doctors: StaffList.ids(fields.text("doctors")),
        date: Day(iso: fields.text("date")), categories: rest, isElsewhere: false)
    ] + elsewhere
  }

  /// Whose this part is.
  static func of(_ part: DisabilityCategory, in fields: Entries) -> ResultShare {
    let shares = all(of: fields)
    return shares.first { $0.isElsewhere && $0.categories == [part] } ?? shares[0]
  }

  /// Reads `6:JS:王医生、李医生:2026-03-01, 1:…`: of each part its category, the institution's code, the doctors and the
  /// day; `nil` for anything else.
  static func elsewhere(written text: String) -> [ResultShare]? {
    var written: [String] = []
    // Doctors are parted by the same marks as parts are: a part begins where a category stands before a colon.
    for item in WrittenList.items(text) {
      let first = item.first.map(String.init) ?? ""
      if Int(first) != nil, item.dropFirst().first.map({ ":：".contains($0) }) ?? false {
        written.append(item)
      } else if let last = written.popLast() {
        written.append("\(last),\(item)")
      } else {
        return nil
      }
    }
    let shares = written.compactMap(ResultShare.init(elsewhere:))
    return shares.count == written.count ? shares : nil
  }

  private init?(elsewhere item: String) {
    let values = WrittenList.items(item, partedBy: ":：")
    guard values.count == 4, let category = Int(values[0]).flatMap(DisabilityCategory.init(rawValue:)),
      let date = Day(iso: values[3])
    else { return nil }
    self.init(
      institution: values[1], doctors: StaffList.ids(values[2]), date: date, categories: [category],
      isElsewhere: true)
  }

  private init(
    institution: String, doctors: [String], date: Day?, categories: [DisabilityCategory], isElsewhere: Bool
  ) {
    self.institution = institution
    self.doctors = doctors
    self.date = date
    self.categories = categories
    self.isElsewhere = isElsewhere
  }

  /// What a refusal names where a value of it is wrong: the field, or that of the part found elsewhere.
  func field(_ code: String) -> String {
    isElsewhere ? categories.map { "part_results.\($0.rawValue).\(code)" }.joined() : code
  }

  /// What is said of it, under the name of the part where it was found elsewhere.
  func about(_ sentence: Phrase) -> Phrase { isElsewhere ? name + Phrase("：", ": ") + sentence : sentence }

  var name: Phrase { .joined(categories.map(\.name)) }

  /// `市精神病医院  王医生  2026-03-01`.
  ///
  /// - Parameter institutions: the names of the institutions by their codes.
  public func words(_ institutions: [String: String]) -> Phrase {
    let told = [institutions[institution] ?? institution] + [doctors.joined(separator: "、"), date?.iso ?? ""]
    return .joined(told.filter { !$0.isEmpty }.map { .verbatim($0) }, by: .verbatim("  "))
  }

  /// The parts found elsewhere of what an event or a result tells: `精神：市精神病医院  王医生  2026-03-01`.
  public static func words(elsewhere text: String, _ institutions: [String: String]) -> Phrase {
    guard let shares = elsewhere(written: text) else { return .verbatim(text) }
    return .joined(shares.map { $0.about($0.words(institutions)) }, by: Phrase("；", "; "))
  }
}

extension Application {
  /// Whose the finding is that stands: one share, or besides it one for each part found elsewhere; empty without a finding.
  public var findingShares: [ResultShare] { findingMove.map { ResultShare.all(of: given(with: $0)) } ?? [] }

  /// The parts of the finding that stands, where it is one of a multiple disability, each with whose it is.
  public var findingParts: [(part: DisabilityPart, share: ResultShare)] {
    guard let finding, finding.category == .multiple, let move = findingMove else { return [] }
    return MultipleDisability(written: finding.parts)?.parts.map {
      ($0, ResultShare.of($0.category, in: given(with: move)))
    } ?? []
  }

  /// The day of the finding that stands: of parts found on several days that of the oldest.
  public var findingDay: Day? { findingShares.compactMap(\.date).min() ?? findingMove.flatMap { day(of: $0) } }

  /// The values given with a move when it was made last.
  func given(with move: Move) -> Entries { entries.under("\(move.rawValue).") }

  /// The move by which the finding that stands was recorded.
  private var findingMove: Move? {
    let moves = Move.allCases.filter { $0.path != nil && $0.path?.rawValue == finding?.path }
    return moves.first { day(of: $0) != nil } ?? moves.first
  }

  /// What is wrong with the parts that are said to be found elsewhere, or `nil`.
  func elsewhereProblem(_ fields: Entries) -> Phrase? {
    let named = ResultShare.all(of: fields).filter(\.isElsewhere).flatMap(\.categories)
    let parts = partsFound(fields).map(\.category)
    if let twice = named.first(where: { category in named.count { $0 == category } > 1 }) {
      return Phrase("\(twice.name.chinese)写了两次", "\(twice.name.english) is named twice")
    }
    if let stray = named.first(where: { !parts.contains($0) || $0 == .multiple || parts == [$0] }) {
      return Phrase(
        "\(stray.name.chinese)不是多重残疾各项之一（parts）", "\(stray.name.english) is none of the parts of a multiple disability"
      )
    }
    guard !named.isEmpty, Set(parts).subtracting(named).isEmpty else { return nil }
    return Phrase(
      "至少一项须由所派机构「\(institution)」评定",
      "One part at least must be found by “\(institution)”, which the applicant was referred to")
  }

  /// The part that this institution found before somebody objected to it with reason, or `nil` (domain: 3.2).
  func objectedPart(_ share: ResultShare) -> DisabilityCategory? {
    guard day(of: .objectionFounded) != nil else { return nil }
    let before = given(with: .recordResult)
    let found = partsFound(before).map(\.category)
    return share.categories.first { category in
      found.contains(category) && ResultShare.of(category, in: before).institution == share.institution
    }
  }
}
