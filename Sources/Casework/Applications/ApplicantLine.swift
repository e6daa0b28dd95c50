/// One line of a list of applicants as somebody wrote it, from a village or a spreadsheet (features: 10).
public struct ApplicantLine: Hashable, Sendable {
  public let row: Int
  /// Cells under the codes of case fields; `note` for a remark.
  public let cells: [String: String]
  /// The fields that a workbook kept as numbers: long ones have lost digits.
  public let numberCells: Set<String>

  public init(row: Int, cells: [String: String], numberCells: Set<String> = []) {
    self.row = row
    self.cells = cells
    self.numberCells = numberCells
  }

  /// What the line says of an applicant.
  ///
  /// Throws `Refusal` where no draft can be made of it: nobody is named, or a number has lost digits for good. Any
  /// other mistake is kept as written, to be put right in the draft.
  public func applicant(for service: ServiceKind, today: Day) throws(Refusal) -> Applicant {
    for field in [CaseField.identity, .certificate, .guardianIdentity] {
      if let problem = damage(of: field, today: today) { throw problem }
    }
    var fields = Entries()
    for field in service.fields where !cell(field).isEmpty { fields[field.rawValue] = cell(field) }
    var warnings: [Refusal] = []
    if service.fields.contains(.category), !cell(.category).isEmpty {
      let category = DisabilityCategory(named: cell(.category))
      fields[CaseField.category.rawValue] = category.map { String($0.rawValue) }
      if category == nil { warnings.append(.categoryUnreadable(cell(.category))) }
    }
    guard !cell(.identity).isEmpty || !cell(.name).isEmpty || !cell(.certificate).isEmpty else { throw .nobodyNamed }
    warnings += identityWarnings(today)
    if Cleaning.name(cell(.name)).hasPrivateUse { warnings.append(.privateCharacter) }
    return Applicant(
      row: row, name: Cleaning.name(cell(.name)).text, fields: fields, note: Cleaning.field(cells["note"] ?? ""),
      person: person(today), warnings: warnings)
  }

  private func cell(_ field: CaseField) -> String { Cleaning.field(cells[field.rawValue] ?? "") }

  private func damage(of field: CaseField, today: Day) -> Refusal? {
    guard !cell(field).isEmpty else { return nil }
    let isNumber = numberCells.contains(field.rawValue)
    let isCertificate = field == .certificate
    return [IdentityProblem.excelFloat, .masked].first { problem in
      isCertificate
        ? CertificateCheck.check(cell(field), isNumberCell: isNumber, today: today).problem == .identity(problem)
        : IdentityCheck.check(cell(field), isNumberCell: isNumber, today: today).problem == problem
    }.map { Refusal($0.rawValue, field.input.name + Phrase("：", ": ") + $0.advice) }
  }

  private func identityWarnings(_ today: Day) -> [Refusal] {
    guard !cell(.identity).isEmpty else { return [] }
    let check = IdentityCheck.check(cell(.identity), today: today)
    if let problem = check.problem { return [Refusal(problem.rawValue, problem.advice)] }
    return check.warnings.filter { ![.cleaned, .fullWidth, .lowerX].contains($0) }
      .map { Refusal($0.rawValue, $0.advice) }
  }

  /// What tells this person from the others of the list: the number, or where none is given name, phone and address.
  private func person(_ today: Day) -> String {
    let check = IdentityCheck.check(cell(.identity), today: today)
    if let number = check.number { return number.text }
    let written = Cleaning.number(cell(.identity)).text
    if !written.isEmpty { return written }
    return [Cleaning.name(cell(.name)).text, cell(.certificate), cell(.phone), cell(.address)].joined(separator: "|")
  }
}

/// What one line of a list says of an applicant.
public struct Applicant: Hashable, Sendable {
  public let row: Int
  public let name: String
  public let fields: Entries
  public let note: String
  /// The same for two lines about one person.
  public let person: String
  public let warnings: [Refusal]
}

extension DisabilityCategory {
  /// Reads what lists write of a category, a grade behind it or not: 肢体, 4, 肢体残疾三级.
  fileprivate init?(named text: String) {
    if let exact = DisabilityCategory(chinese: text) {
      self = exact
      return
    }
    let contained = Self.allCases.filter { text.contains($0.name.chinese) }
    guard contained.count == 1, let only = contained.first else { return nil }
    self = only
  }
}

extension Refusal {
  fileprivate static let nobodyNamed = Refusal(
    "nobody_named", Phrase("此行没有姓名也没有号码", "This line has neither a name nor a number"))

  fileprivate static let privateCharacter = Refusal(
    "private_use_character", Phrase("姓名有自造字，请对照证件改正", "The name has private characters: correct it from the document"))

  fileprivate static func categoryUnreadable(_ text: String) -> Refusal {
    Refusal(
      "bad_category", Phrase("类别「\(text)」不认识，未填入", "The category “\(text)” is unknown and was left out"),
      remedy: Phrase("写作 视力、听力、言语、肢体、智力、精神、多重 或 1 至 7", "Write its name or 1 to 7"))
  }
}
