extension Application {
  public subscript(field: CaseField) -> String { entries.text(field.rawValue) }

  public var applicant: String { self[.name] }

  /// The applicant's number, where one was given that passes every check.
  public var identity: IdentityNumber? { IdentityNumber(self[.identity]) }

  public var birth: Day? { identity?.birth ?? Day(iso: self[.birth]) }

  public func isMinor(on day: Day) -> Bool { birth.map { $0.age(on: day) < 18 } ?? false }

  public var claimedCategory: DisabilityCategory? { Int(self[.category]).flatMap(DisabilityCategory.init(rawValue:)) }

  /// Who made a move last, and on which business date.
  public func staff(of move: Move) -> StaffMember.ID? { entries["\(move.rawValue).by"] }
  public func day(of move: Move) -> Day? { entries["\(move.rawValue).on"].flatMap { Day(iso: $0) } }
  public func value(_ code: String, of move: Move) -> String { entries.text("\(move.rawValue).\(code)") }

  /// The latest day of the step at hand, and whether it rests on a calendar that is not yet published.
  public var deadline: (day: Day, isProvisional: Bool)? {
    entries["deadline"].flatMap { Day(iso: $0) }.map { ($0, entries["deadline_provisional"] != nil) }
  }

  /// That day in words, with its mark where it rests on a guess (domain: 8).
  public var lastDay: Phrase? {
    deadline.map { .verbatim($0.day.iso) + ($0.isProvisional ? .provisional : .verbatim("")) }
  }

  /// The same with what it is the last day of: where a period only runs out, its name.
  public var dueWords: Phrase? {
    let rule = clock?.rule
    let what = rule.flatMap { $0.isWaiting ? $0.name + Phrase("至 ", " until ") : nil } ?? Phrase("最迟 ", "by ")
    return lastDay.map { what + $0 }
  }

  /// Whether somebody is late; a period that only has to run out makes nobody late.
  public func isOverdue(on day: Day) -> Bool {
    (clock?.rule ?? CaseClock(running: state))?.isWaiting != true && hasPassed(on: day)
  }

  /// Whether the period that runs is over.
  func hasPassed(on day: Day) -> Bool { deadline.map { $0.day < day } ?? false }

  /// Papers as ticked while the case is filled in, as presented with the submission, and at acceptance.
  public var materials: Materials {
    let ticked = entries.text("materials")
    let submitted = value("materials", of: .submit)
    let isFilledIn = state == .draft || state == .returned
    let told = [value("materials", of: .accept)] + (isFilledIn ? [ticked, submitted] : [submitted, ticked])
    let presented = told.lazy.compactMap { Materials($0) }.first { !$0.counts.isEmpty } ?? Materials()
    return presented.adding(laterPapers).adding(Materials(papers.mapValues(\.count)))
  }

  /// The papers registered one by one, with shelf mark and scan (features: 5).
  public var papers: [MaterialCode: RegisteredPaper] {
    let all = entries.under("paper.")
    return all.isEmpty
      ? [:]
      : MaterialCode.allCases.reduce(into: [:]) { papers, code in
        let kept = all.under("\(code.rawValue)|")
        if !kept.isEmpty { papers[code] = RegisteredPaper(kept) }
      }
  }

  /// Where the scans of this case were read, by the key under which their present bytes are handed to the store.
  public var scanPlaces: [String: String] {
    papers.reduce(into: [:]) { places, paper in
      if !paper.value.scan.isEmpty { places[Self.scanKey(paper.key)] = paper.value.scan }
    }
  }

  public static func scanKey(_ code: MaterialCode) -> String { "scan.\(code.rawValue)" }

  /// The county that receives the case, and the one that decides it (跨省通办); empty where it is this office.
  public var acceptingCounty: String { self[.acceptingCounty] }
  public var decidingCounty: String { self[.decidingCounty] }

  public var waivers: [MaterialCode: String] {
    let told = [entries.text("waived")] + ([.submit, .accept] + Self.laterPaperMoves).map { value("waived", of: $0) }
    return told.compactMap { Materials.waivers($0) }.reduce(into: [:]) { $0.merge($1) { _, later in later } }
  }

  /// The conclusion of the assessment; `grade` is `nil` where the standard is not met.
  public var finding: Finding? { finding(under: "finding.") }

  /// What was found before a founded objection or a higher level had it looked at again, kept to the end beside the
  /// later one.
  public var firstFinding: Finding? {
    finding(under: "\(Move.objectionFounded.rawValue).first.") ?? finding(under: "first_finding.")
  }

  func finding(under prefix: String, path: AssessmentPath? = nil) -> Finding? {
    let kept = entries.under(prefix)
    guard let category = Int(kept.text("category")).flatMap(DisabilityCategory.init(rawValue:)) else { return nil }
    return Finding(
      category: category, grade: Int(kept.text("grade")).flatMap(Grade.init(rawValue:)), parts: kept.text("parts"),
      path: path?.rawValue ?? kept.text("path"))
  }

  /// Who has it in hand: the acceptor, or before acceptance whoever opened it.
  public var owner: StaffMember.ID {
    entries["owner"] ?? staff(of: .accept) ?? staff(of: .receiveForwarded) ?? entries.text("opened_by")
  }

  /// The question on which nobody has answered yet (features: 58); the clock runs on.
  public var openQuestion: String? { entries["question"] }

  public var panelMembers: [StaffMember.ID] { StaffList.ids(value("members", of: .chooseDirect)) }

  /// The institution to which the applicant was last sent.
  public var institution: String {
    lastReferral.map { value("institution", of: $0) } ?? ""
  }

  /// The day on which the notice period ends, counted from the posting.
  public var noticeLastDay: Day? { Day(iso: value("last_day", of: .postNotice)) }

  public var certificateNumber: String { value("certificate", of: .print) }

  /// Whether the applicant needs a guardian, and why (Measures article 9).
  ///
  /// What the assessment found counts as well, also as one part of a multiple disability.
  public func guardianGround(on day: Day) -> Phrase? {
    if isMinor(on: day) { return Phrase("申请人未满 18 周岁", "The applicant is a minor") }
    let mental: Set<DisabilityCategory?> = [.intellectual, .psychiatric]
    let held = Finding.categories(of: entries.text("held_parts"))
    if mental.contains(claimedCategory) || ((finding?.categories ?? []) + held).contains(where: mental.contains) {
      return Phrase("智力或精神残疾", "The category is intellectual or psychiatric")
    }
    return nil
  }

  /// Whether it is not known before the assessment that a guardian is due: of what a multiple disability consists.
  public func guardianIsPerhapsDue(on day: Day) -> Bool {
    holderAsks && claimedCategory == .multiple && finding == nil && entries.text("held_parts").isEmpty
      && self[.guardianName].isEmpty && guardianGround(on: day) == nil
  }
}

/// What an assessment concluded (评定结论).
public struct Finding: Hashable, Sendable {
  public let category: DisabilityCategory
  public let grade: Grade?
  public let parts: String
  /// `panel` or `hospital`: renewal may ask for it.
  public let path: String

  /// The category found, or for a multiple disability those of its parts.
  public var categories: [DisabilityCategory] {
    category == .multiple ? Self.categories(of: parts) : [category]
  }

  /// The grades found, by category.
  var grades: [DisabilityCategory: Grade] {
    guard category == .multiple else { return grade.map { [category: $0] } ?? [:] }
    let pairs = WrittenList.items(parts).compactMap { part -> (DisabilityCategory, Grade)? in
      let numbers = WrittenList.items(part, partedBy: ":：").compactMap { Int($0) }
      guard numbers.count == 2, let category = DisabilityCategory(rawValue: numbers[0]),
        let grade = Grade(rawValue: numbers[1])
      else { return nil }
      return (category, grade)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The categories of parts written `1:2,4:3`; of a register taken over, where a grade may be missing.
  static func categories(of parts: String) -> [DisabilityCategory] {
    WrittenList.items(parts).compactMap { part in
      WrittenList.items(part, partedBy: ":：").first.flatMap { Int($0) }.flatMap(DisabilityCategory.init(rawValue:))
    }
  }
}

/// Staff as written in one field: `li,wang,zhao`.
public enum StaffList {
  public static func ids(_ text: some StringProtocol) -> [StaffMember.ID] {
    WrittenList.items(text)
  }
}
