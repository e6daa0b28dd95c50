/// One row of a police file as it was read, before it is compared with the register.
public struct PoliceRow: Hashable, Sendable {
  /// 1 for the first row under the headings.
  public let row: Int
  /// The identity cell, and whether a spreadsheet kept it as a number.
  public let identity: String
  public let identityIsNumberCell: Bool
  public let name: String
  public let birth: EventDate
  public let kind: String
  public let eventDate: EventDate
  public let address: String
  public let note: String
  /// What the row says besides, where the file has columns for it.
  public let details: [Detail: String]

  /// What some lists say besides; the raw values are those of the columns (`--map`).
  public enum Detail: String, CaseIterable, Sendable {
    case formerIdentity = "old_identity"
    case newIdentity = "new_identity"
    case formerName = "old_name"
    case newName = "new_name"
    case destination = "dest"
    case station
    case document
    case declarant
    case declarantIdentity = "declarant_identity"
    /// Only where it is not the sex that the identity cell tells.
    case sex
  }

  public init(
    row: Int, identity: String, identityIsNumberCell: Bool = false, name: String, birth: EventDate = .missing,
    kind: String, eventDate: EventDate, address: String = "", note: String = "", details: [Detail: String] = [:]
  ) {
    self.row = row
    self.identity = identity
    self.identityIsNumberCell = identityIsNumberCell
    self.name = name
    self.birth = birth
    self.kind = kind
    self.eventDate = eventDate
    self.address = address
    self.note = note
    self.details = details
  }
}

extension PoliceRow {
  /// The sex of a column, where it is not that of the number.
  var sexTold: Sex? { details.isEmpty ? nil : details[.sex].flatMap { Sex(chinese: $0) } }

  /// Whether whoever declared it bears the name of the person of the row.
  var isDeclaredByName: Bool {
    guard !details.isEmpty, let declarant = details[.declarant], !declarant.isEmpty, !name.isEmpty else { return false }
    return Cleaning.name(declarant).text == Cleaning.name(name).text
  }

  /// Whether the identity cell tells the sex that stands in a column, so that nothing need be kept of it.
  public static func tellsSex(_ identity: String, as written: String) -> Bool {
    let digits = identity.utf8
    // Said of nearly every row of a list with the column.
    let told = written == "男" ? Sex.male : written == "女" ? .female : Sex(chinese: written)
    guard digits.count == IdentityNumber.length, let sex = told else { return false }
    let place = digits[digits.index(digits.startIndex, offsetBy: IdentityNumber.length - 2)]
    return (48...57).contains(place) && (place % 2 == 1 ? Sex.male : .female) == sex
  }
}

/// What a police row reports (domain: 5.1).
public enum PoliceRecordKind: String, CaseIterable, Sendable {
  case death
  case moveOut = "move_out"
  case moveWithin = "move_within"
  case identityChanged = "identity_changed"
  case nameChanged = "name_changed"
  case other

  /// Reads what the file writes.
  public init(_ text: String) { self = RecordWords(text).kind }

  public var name: Phrase {
    switch self {
    case .death: Phrase("死亡", "Death")
    case .moveOut: Phrase("迁出", "Moved out")
    case .moveWithin: Phrase("县内移居", "Moved within")
    case .identityChanged: Phrase("号码变更", "Number changed")
    case .nameChanged: Phrase("姓名变更", "Name changed")
    case .other: Phrase("其他", "Other")
    }
  }
}

/// How a row compares with the register (cli: "Classes of a sweep row").
public enum SweepClass: String, CaseIterable, Sendable {
  case exact
  case nameMismatch = "name_mismatch"
  case inactive, candidate, none, duplicate, malformed

  public var name: Phrase {
    switch self {
    case .exact: Phrase("完全相符", "Exact")
    case .nameMismatch: Phrase("姓名不符", "Name differs")
    case .inactive: Phrase("证件已失效", "Already ended")
    case .candidate: Phrase("疑似", "Candidate")
    case .none: Phrase("不在册", "Not ours")
    case .duplicate: Phrase("重复行", "Duplicate row")
    case .malformed: Phrase("号码有误", "Bad number")
    }
  }
}

/// What the program proposes for a row; a person decides.
public enum SweepProposal: String, CaseIterable, Sendable {
  case cancel
  case watchMove = "watch_move"
  case changeIdentity = "change_identity"
  case changeName = "change_name"
  case review, none

  public var name: Phrase {
    switch self {
    case .cancel: Phrase("注销", "Cancel")
    case .watchMove: Phrase("迁出计时", "Watch the move")
    case .changeIdentity: Phrase("改号码", "Change the number")
    case .changeName: Phrase("改姓名", "Change the name")
    case .review: Phrase("人工核对", "A person looks")
    case .none: Phrase("无需处理", "Nothing")
    }
  }
}
