public import Casework
import GRDB

extension CaseStore {
  /// The institutions known, or those that stand on the list on a day.
  public func institutions(on day: Day? = nil) throws -> [Institution] {
    try read { db in
      try MasterRecord.all(.institution, in: db).map(Institution.init(record:))
        .filter { institution in day.map(institution.listing.stands(on:)) ?? true }
    }
  }

  /// The lists of those who may assess, as they read now.
  public func assessorLists() throws -> AssessorLists {
    AssessorLists(institutions: try institutions(), doctors: try doctors())
  }

  /// The doctors known, of one institution or of all.
  public func doctors(of institution: String? = nil) throws -> [Doctor] {
    try read { db in
      try Self.doctors(in: db).filter { institution == nil || $0.institution == institution }
    }
  }

  static func doctors(in db: Database) throws -> [Doctor] {
    try MasterRecord.all(.doctor, in: db).map(Doctor.init(record:))
  }

  /// Adds an institution or changes what it is listed for; a suspension stays as it is.
  ///
  /// Throws `Refusal`.
  public func keep(_ institution: Institution, by session: Session) throws {
    guard !institution.code.isEmpty, !institution.name.isEmpty, !institution.categories.isEmpty else {
      throw Refusal(
        "institution_incomplete", Phrase("机构须有代码、名称和至少一个类别", "An institution needs a code, a name and a category"))
    }
    try changeList(
      .institution, institution.code, move: "add",
      data: listed(institution.name, institution.categories, institution.listing), by: session)
  }

  /// Puts a doctor on the list of an institution, or changes the entry; a suspension stays as it is.
  ///
  /// Throws `Refusal`.
  public func keep(_ doctor: Doctor, by session: Session) throws {
    let isOne = StaffList.ids(doctor.name) == [doctor.name]
    guard isOne, !doctor.name.contains("|"), !doctor.categories.isEmpty else {
      throw Refusal(
        "doctor_incomplete",
        Phrase("医生须有姓名（不含空格和标点）和至少一个类别", "A doctor needs a name without blanks or commas, and a category"))
    }
    guard let institution = try institutions().first(where: { $0.code == doctor.institution }) else {
      throw Refusal.noSuchInstitution(doctor.institution)
    }
    if let strange = doctor.categories.first(where: { !institution.categories.contains($0) }) {
      throw Refusal(
        "category_not_listed",
        Phrase(
          "「\(institution.name)」未列\(strange.name.chinese)类",
          "“\(institution.name)” is not listed for: \(strange.name.english)"))
    }
    var data = listed(doctor.name, doctor.categories, doctor.listing)
    data["institution"] = doctor.institution
    try changeList(.doctor, doctor.code, move: "add", data: data, by: session)
  }

  /// Takes an institution off the list for a time.
  public func suspend(institution code: String, _ suspension: Listing.Suspension, by session: Session) throws {
    try suspend(.institution, code, suspension, by: session)
  }

  /// Takes a doctor off the list for a time.
  public func suspend(_ doctor: Doctor, _ suspension: Listing.Suspension, by session: Session) throws {
    try suspend(.doctor, doctor.code, suspension, by: session)
  }

  /// Ends a suspension with yesterday, so that what lies behind keeps its truth.
  ///
  /// Throws `Refusal`.
  public func resume(institution code: String, reason: String, by session: Session) throws {
    try resume(.institution, code, reason: reason, by: session)
  }

  public func resume(_ doctor: Doctor, reason: String, by session: Session) throws {
    try resume(.doctor, doctor.code, reason: reason, by: session)
  }

  /// Every case in whose standing result the doctor is named.
  public func cases(assessedBy doctor: Doctor) throws -> [Application] {
    let sql = "SELECT \(Application.selection) FROM application WHERE instr(body, ?) > 0 ORDER BY id"
    return try read { db in
      let institution = try MasterRecord.find(.institution, doctor.institution, in: db).map(Institution.init(record:))
      return try Row.fetchAll(db, sql: sql, arguments: [doctor.name]).compactMap(Application.init(row:))
        .filter { !$0.shares(of: doctor, at: institution).isEmpty }
    }
  }

  private func suspend(
    _ kind: MasterRecord.Kind, _ code: String, _ suspension: Listing.Suspension, by session: Session
  ) throws {
    guard !suspension.reason.isEmpty else { throw Refusal.reasonForSuspension }
    guard Reason.isTold(by: suspension.reason) else { throw Refusal.reasonSaysNothing() }
    let from = suspension.from ?? today
    if let until = suspension.until, until < from { throw Refusal.daysTurned }
    try changeList(
      kind, code, move: "suspend",
      data: [
        "active": "", "suspended_from": from.iso, "suspended_until": suspension.until?.iso ?? "",
        "suspended_reason": suspension.reason,
      ], by: session, isKnown: true)
  }

  private func resume(_ kind: MasterRecord.Kind, _ code: String, reason: String, by session: Session) throws {
    guard !Cleaning.field(reason).isEmpty else { throw Refusal.reasonForResuming }
    guard Reason.isTold(by: reason) else { throw Refusal.reasonSaysNothing() }
    try changeList(
      kind, code, move: "resume",
      data: [
        "active": "", "suspended_until": today.adding(days: -1).iso, "resumed_reason": Cleaning.field(reason),
      ], by: session, isKnown: true)
  }

  private func listed(_ name: String, _ categories: [DisabilityCategory], _ listing: Listing) -> Entries {
    [
      "name": name, "categories": CategoryList.text(categories), "listed_from": listing.from?.iso ?? "",
      "listed_until": listing.until?.iso ?? "",
    ]
  }

  private func changeList(
    _ kind: MasterRecord.Kind, _ code: String, move: String, data: Entries, by session: Session, isKnown: Bool = false
  ) throws {
    try write { db in
      try require([.administrator, .supervisor], of: session, in: db)
      let found = try MasterRecord.find(kind, code, in: db)
      if isKnown, found == nil {
        throw kind == .doctor ? Refusal.noSuchDoctor(code) : Refusal.noSuchInstitution(code)
      }
      var data = data
      if move == "suspend", let found { data.merge(Listing.kept(from: found.entries, besides: data)) }
      try change(kind, code, move: move, by: session.staff.id, data: data, in: db)
    }
  }
}

extension Doctor {
  /// An institution's code and a name: two doctors of one name there are told apart by what is written behind it.
  var code: String { "\(institution)|\(name)" }

  init(record: MasterRecord) {
    let entries = record.entries
    self.init(
      institution: entries.text("institution"), name: entries.text("name"),
      categories: CategoryList.categories(entries.text("categories")), listing: Listing(entries))
  }
}

extension Institution {
  init(record: MasterRecord) {
    self.init(
      code: record.code, name: record.entries.text("name"),
      categories: CategoryList.categories(record.entries.text("categories")), listing: Listing(record.entries))
  }
}

extension Listing {
  /// Reads what the list says; `active` is how stores before this list said that an institution was suspended.
  fileprivate init(_ entries: Entries) {
    let day = { (code: String) in Day(iso: entries.text(code)) }
    let isSuspended = entries.text("active") == "no" || day("suspended_from") != nil || day("suspended_until") != nil
    self.init(
      from: day("listed_from"), until: day("listed_until"),
      suspension: isSuspended
        ? Suspension(
          from: day("suspended_from"), until: day("suspended_until"), reason: entries.text("suspended_reason")) : nil,
      earlier: entries.under(Self.earlierPrefix).pairs.map { pair in
        let told = pair.text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return Suspension(from: Day(iso: pair.code), until: Day(iso: told[0]), reason: told.count > 1 ? told[1] : "")
      })
  }

  private static let earlierPrefix = "suspended_before."

  /// The suspension that a new one would overwrite, kept beside it under its first day.
  fileprivate static func kept(from entries: Entries, besides data: Entries) -> Entries {
    let before = Listing(entries)
    guard let old = before.suspension, let from = old.from, from.iso != data.text("suspended_from") else { return [:] }
    return [earlierPrefix + from.iso: "\(old.until?.iso ?? "")|\(old.reason)"]
  }
}

extension Refusal {
  static func noSuchInstitution(_ code: String) -> Refusal {
    Refusal(
      "no_such_institution", Phrase("没有机构「\(code)」", "There is no institution “\(code)”"),
      remedy: Phrase("用 institution list 查看", "See institution list"))
  }

  static func noSuchDoctor(_ code: String) -> Refusal {
    let name = code.split(separator: "|").last.map(String.init) ?? code
    return Refusal(
      "no_such_doctor", Phrase("名册中没有医生「\(name)」", "There is no doctor “\(name)” on the list"),
      remedy: Phrase("用 doctor list 查看", "See doctor list"))
  }

  static let reasonForSuspension = Refusal(
    "reason_missing", Phrase("停评须写明理由", "A suspension takes a reason"))

  static let reasonForResuming = Refusal(
    "reason_missing", Phrase("恢复须写明理由", "Taking up again takes a reason"))

  static let daysTurned = Refusal(
    "bad_days", Phrase("止日不能早于起日", "The last day lies before the first"))
}
