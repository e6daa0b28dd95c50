public import Casework
import GRDB

/// What became of one line of a list of applicants.
public struct ApplicantOutcome: Hashable, Sendable {
  public let row: Int
  public let name: String
  /// The draft made of it, or why none was.
  public let result: Result<Application, Refusal>
  /// What the draft still lacks.
  public let gaps: [Application.Gap]
  /// What is odd about the person or the numbers, and was drafted all the same.
  public let warnings: [Refusal]

  public var application: Application? { if case .success(let made) = result { made } else { nil } }
  public var refusal: Refusal? { if case .failure(let refusal) = result { refusal } else { nil } }
}

extension CaseStore {
  /// Makes a draft of every line of a list that names an applicant, in one transaction (features: 10).
  ///
  /// Throws `Refusal` where the person may open no case; a line that cannot be used is an outcome, not an error. The
  /// same list once more makes nothing, and then leaves no trace either.
  public func importApplicants(
    _ lines: [ApplicantLine], of file: ReceivedFile, as service: ServiceKind = .new, by session: Session
  ) throws -> [ApplicantOutcome] {
    try write { db in
      try require(Application.openings.flatMap(\.roles), of: session, in: db)
      let staff = try current(session, in: db)
      let sha256 = Digest.hex(Digest.sha256(file.bytes))
      var list = ApplicantList(service: service, sha256: sha256, drafted: try drafts(of: sha256, in: db))
      let outcomes = try lines.map { try outcome(of: $0, in: &list, by: session, staff: staff, db: db) }
      let made = outcomes.count { $0.application != nil }
      if made > 0 {
        try logAccess(
          "applicant_import", by: staff.id,
          data: ["file": file.name, "sha256": sha256, "rows": String(lines.count), "drafts": String(made)], in: db)
      }
      return outcomes
    }
  }

  private func outcome(
    of line: ApplicantLine, in list: inout ApplicantList, by session: Session, staff: StaffMember, db: Database
  ) throws -> ApplicantOutcome {
    var name = Cleaning.name(line.cells["name"] ?? "").text
    do {
      let applicant = try line.applicant(for: list.service, today: today)
      var data = try prepared(applicant.fields, of: list.service, in: db)
      if name.isEmpty { name = data.text("name") }
      try list.admit(applicant)
      if let draft = try draft(of: data.text("identity"), list.service, in: db) { throw Refusal.draftExists(draft) }
      data["import.sha256"] = list.sha256
      data["import.row"] = String(line.row)
      if !applicant.note.isEmpty { data["import.note"] = applicant.note }
      let made = try open(list.service, data, by: staff, in: db)
      let facts = try facts(for: Act(.accept), on: made, in: db)
      let circumstances = try circumstances(of: session, on: made, facts: facts, in: db)
      return ApplicantOutcome(
        row: line.row, name: name, result: .success(made), gaps: made.gaps(under: circumstances.policy, on: today),
        warnings: applicant.warnings + made.openingRefusals(in: circumstances)
          + made.warnings(under: circumstances.policy, on: today)
          .filter { $0.possibleFrom != nil || [.veryOld, .birthDiffers].contains($0.code) }
          .map { Refusal($0.code.rawValue, $0.words) })
    } catch let refusal as Refusal {
      return ApplicantOutcome(row: line.row, name: name, result: .failure(refusal), gaps: [], warnings: [])
    }
  }

  /// The cases that an earlier reading of the same list made, by row.
  private func drafts(of sha256: String, in db: Database) throws -> [Int: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT json_extract(body, '$."import.row"'), number FROM application
        WHERE json_extract(body, '$."import.sha256"') = ?
        """, arguments: [sha256])
    return Dictionary(
      rows.compactMap { row in Int(row[0] as String).map { ($0, row[1]) } }, uniquingKeysWith: { first, _ in first })
  }

  /// A draft of the same service that the person has already, whoever began it.
  private func draft(of identity: String, _ service: ServiceKind, in db: Database) throws -> String? {
    try String.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT number FROM application
          WHERE identity = ? AND identity <> '' AND service = '\(service.rawValue)' AND state = 'draft'
          """), arguments: [identity])
  }
}

/// A list of applicants while it is worked through.
private struct ApplicantList {
  let service: ServiceKind
  let sha256: String
  /// What an earlier reading of the same list made.
  let drafted: [Int: String]
  /// The row in which each person stood first.
  private var rows: [String: Int] = [:]

  init(service: ServiceKind, sha256: String, drafted: [Int: String]) {
    self.service = service
    self.sha256 = sha256
    self.drafted = drafted
  }

  /// Throws `Refusal` where the person or the line has been seen before.
  mutating func admit(_ applicant: Applicant) throws(Refusal) {
    if let row = rows[applicant.person] { throw .samePerson(row) }
    rows[applicant.person] = applicant.row
    if let number = drafted[applicant.row] { throw .alreadyImported(number) }
  }
}

extension Refusal {
  fileprivate static func alreadyImported(_ number: String) -> Refusal {
    Refusal(
      "already_imported",
      Phrase("此名单已导入过，此行即业务 \(number)", "This list was imported before; this line is case \(number)"))
  }

  fileprivate static func samePerson(_ row: Int) -> Refusal {
    Refusal(
      "same_person", Phrase("与第 \(row) 行是同一人", "The same person as in row \(row)"),
      remedy: Phrase("两行不一致的，请在该行的草稿中改正", "Where the two differ, correct the draft of that row"))
  }

  fileprivate static func draftExists(_ number: String) -> Refusal {
    Refusal(
      "draft_exists", Phrase("此人已有草稿 \(number)", "This person has the draft \(number) already"),
      remedy: Phrase("请在该草稿中继续", "Go on in that draft"))
  }
}
