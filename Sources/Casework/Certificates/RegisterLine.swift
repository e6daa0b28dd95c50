/// One line of an existing register, as it is taken over.
public struct RegisterLine: Sendable {
  public let row: Int
  /// Cells by field: `certificate name sex ethnicity identity birth address category grade issued valid_to state phone`.
  public let cells: [String: String]
  public let numberCells: Set<String>

  public init(row: Int, cells: [String: String], numberCells: Set<String> = []) {
    self.row = row
    self.cells = cells
    self.numberCells = numberCells
  }

  /// What the line says, or why nothing in it can be used.
  public enum Reading: Sendable {
    case entry(RegisterEntry)
    case rejected(String)
  }

  /// Only a line without a usable certificate number is rejected; whatever else is odd is kept with a warning.
  ///
  /// - Parameter counties: the codes of this county, the present one and those that it had before.
  public func reading(today: Day, counties: Set<String>, dates: (String, Bool) -> EventDate) -> Reading {
    let check = CertificateCheck.check(
      cell("certificate"), isNumberCell: numberCells.contains("certificate"), today: today)
    guard let number = check.number else { return .rejected(check.problem?.code ?? "empty") }
    var warnings: [String] = []
    var entries: Entries = ["number": number.text, "identity": number.identity.text]
    let name = Cleaning.name(cell("name"))
    if name.hasPrivateUse { warnings.append("private_use_character") }
    if name.text.isEmpty { warnings.append("no_name") }
    entries["name"] = name.text
    for field in ["ethnicity", "address", "phone"] where !cell(field).isEmpty {
      entries[field] = Cleaning.field(cell(field))
    }
    readPerson(number, into: &entries, warnings: &warnings, dates: dates, today: today)
    readDisability(number, into: &entries, warnings: &warnings)
    readDates(into: &entries, warnings: &warnings, dates: dates, today: today)
    if !counties.isEmpty && !counties.contains(number.identity.district) { warnings.append("other_district") }
    let written = Cleaning.name(cell("state")).text
    let standing = RegisterEntry.Standing(written)
    if standing == nil { warnings.append("unknown_state") }
    return .entry(
      RegisterEntry(row: row, entries: entries, standing: standing ?? .valid, warnings: warnings))
  }

  private func cell(_ field: String) -> String { cells[field] ?? "" }

  private func readPerson(
    _ number: CertificateNumber, into entries: inout Entries, warnings: inout [String],
    dates: (String, Bool) -> EventDate, today: Day
  ) {
    let identity = IdentityCheck.check(
      cell("identity"), isNumberCell: numberCells.contains("identity"), today: today)
    if !cell("identity").isEmpty && identity.number != number.identity { warnings.append("identity_differs") }
    let birth = dates(cell("birth"), numberCells.contains("birth"))
    if birth != .missing && birth.day != number.identity.birth { warnings.append("birth_differs") }
    entries["birth"] = number.identity.birth.iso
    let sex = Sex(chinese: cell("sex"))
    if let sex, sex != number.identity.sex { warnings.append("sex_differs") }
    entries["sex"] = (sex ?? number.identity.sex).rawValue
  }

  private func readDisability(
    _ number: CertificateNumber, into entries: inout Entries, warnings: inout [String]
  ) {
    let category = DisabilityCategory(chinese: cell("category"))
    let grade = Grade(chinese: cell("grade"))
    if category.map({ $0 != number.category }) ?? false || grade.map({ $0 != number.grade }) ?? false {
      warnings.append("category_differs")
    }
    entries["category"] = String(number.category.rawValue)
    entries["grade"] = String(number.grade.rawValue)
    if number.category == .multiple { warnings.append("multiple_without_parts") }
  }

  private func readDates(
    into entries: inout Entries, warnings: inout [String], dates: (String, Bool) -> EventDate, today: Day
  ) {
    let issued = dates(cell("issued"), numberCells.contains("issued"))
    let validTo = dates(cell("valid_to"), numberCells.contains("valid_to"))
    if let day = issued.day { entries["valid_from"] = day.iso }
    if let day = validTo.day ?? issued.day?.adding(years: 10) { entries["valid_to"] = day.iso }
    let isOdd =
      issued.day == nil || validTo.day == nil || (issued.day.map { $0 > today } ?? false)
      || (issued.day.flatMap { from in validTo.day.map { $0 < from } } ?? false)
    if isOdd { warnings.append("odd_date") }
  }
}

/// A line of the register that can be taken over.
public struct RegisterEntry: Sendable {
  public let row: Int
  public let entries: Entries
  public let standing: Standing
  public let warnings: [String]

  /// What the register writes of a certificate.
  public enum Standing: Hashable, Sendable {
    case valid, lost, frozen, movedOut, cancelled, void

    init?(_ text: String) {
      switch text {
      case "有效", "正常", "到期", "过期", "已过期": self = .valid
      case "挂失": self = .lost
      case "冻结": self = .frozen
      case "迁出", "已迁出": self = .movedOut
      case "死亡", "已死亡", "已故": self = .cancelled
      case let ended where ended.hasSuffix("注销") && !ended.contains("未"): self = .cancelled
      case "作废": self = .void
      default: return nil
      }
    }
  }

  public var number: String { entries.text("number") }
  public var identity: String { entries.text("identity") }
  public var name: String { entries.text("name") }

  /// The same line, which names another live certificate of its holder.
  public func naming(_ other: String) -> RegisterEntry {
    var entries = entries
    entries[Certificate.Field.secondLive.rawValue] = other
    return RegisterEntry(row: row, entries: entries, standing: standing, warnings: warnings)
  }

  /// A void certificate was replaced where its holder has another one, else spoiled.
  public func state(holderHasAnother: Bool) -> Certificate.State {
    switch standing {
    case .valid: .valid
    case .lost: .lost
    case .frozen: .frozen
    case .movedOut: .movedOut
    case .cancelled: .cancelled
    case .void: holderHasAnother ? .replaced : .spoiled
    }
  }
}
