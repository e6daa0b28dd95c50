/// What is odd in the rows of a file without being wrong: told once for the file, never a reason to refuse it.
public struct RowOddities: Sendable {
  /// The codes are those of the import's event and of JSON.
  public enum Kind: String, CaseIterable, Sendable {
    case privateUse = "private_use"
    case control
    case formula
    case foreignAddress = "foreign_address"
    case outsideQuarter = "outside_quarter"
    case numberCell = "number_cell"
    case lostDigits = "lost_digits"
    case valuedFormula = "valued_formula"
    case unvaluedFormula = "unvalued_formula"
    case hiddenRow = "hidden_row"
    case perhapsCut = "perhaps_cut"

    public var name: Phrase {
      switch self {
      case .privateUse: Phrase("含自造字", "private-use characters")
      case .control: Phrase("含控制字符", "control characters")
      case .formula: Phrase("像公式的文字，按文字保存", "text like a formula, kept as text")
      case .foreignAddress: Phrase("地址在外县", "an address of another county")
      case .outsideQuarter: Phrase("日期不在所选季度", "a date outside the quarter")
      case .numberCell: Phrase("号码被表格存成数字，末几位已丢", "a number that a spreadsheet has cut short")
      case .lostDigits: Phrase("号码末三位为 000，可能被表格改过", "a number ending 000, which a spreadsheet may have made")
      case .valuedFormula: Phrase("由公式算出，按存下的结果读入", "made by a formula: the value that the file keeps is read")
      case .unvaluedFormula:
        Phrase(
          "公式没有存下结果，按空白读入，请用表格软件打开另存再导入", "a formula without its value, read as empty: open and save the file anew")
      case .perhapsCut:
        Phrase("文件末尾没有换行，最后一格可能没有传完，请核对末行", "no line end, and the last cell may be cut short: check the last line")
      case .hiddenRow: Phrase("被筛选或隐藏，也已读入", "hidden or filtered out, read all the same")
      }
    }
  }

  public private(set) var counts: [Kind: Int] = [:]
  /// The first row of each kind.
  public private(set) var first: [Kind: Int] = [:]
  /// How many rows name a county, and an address of another one.
  public private(set) var rowsWithCounty = 0
  public private(set) var foreignExample = ""

  private var counties: CountyCheck
  private var dates: QuarterCheck
  private var lost: (count: Int, first: Int) = (0, 0)
  private var mark = RowsMark()

  /// - Parameters:
  ///   - counties: the counties whose people the office knows.
  ///   - quarter: the quarter that the file is said to be of.
  public init(counties: [String], quarter: Quarter? = nil) {
    self.counties = CountyCheck(known: counties)
    dates = QuarterCheck(quarter)
  }

  /// How many rows have an address of another county.
  public var foreignRows: Int { counts[.foreignAddress] ?? 0 }

  /// Whether most rows are about people of another county: that is asked about before anything is stored.
  public var isMostlyForeign: Bool { rowsWithCounty >= 5 && foreignRows * 2 > rowsWithCounty }

  /// What speaks against the quarter: that is asked about before anything is stored.
  public var strayDates: StrayDates? { dates.stray }

  /// The quarter in which most dates lie, where a quarter was asked about at all.
  public var quarterOfDates: Quarter? { dates.most }

  public mutating func add(_ row: PoliceRow) {
    mark.add(row)
    if let day = row.eventDate.day { dates.add(day, row.row) }
    if row.identityIsNumberCell, row.identity.utf8.count >= 16 { note(.numberCell, row.row) }
    if row.identity.utf8.count == 18, row.identity.utf8.suffix(3).allSatisfy({ $0 == 48 }) {
      lost = (lost.count + 1, lost.count == 0 ? row.row : lost.first)
    }
    var found = Oddness()
    for text in [row.name, row.address, row.note, row.kind] { found.look(at: text) }
    if found.isPrivate { note(.privateUse, row.row) }
    if found.isControl { note(.control, row.row) }
    if found.isFormula { note(.formula, row.row) }
    if row.address.isEmpty { return }
    switch counties.place(of: row.address) {
    case .unknown: break
    case .ours: rowsWithCounty += 1
    case .foreign:
      rowsWithCounty += 1
      if foreignExample.isEmpty { foreignExample = row.address }
      note(.foreignAddress, row.row)
    }
  }

  /// What a sheet says of a row besides its values.
  public mutating func add(row: Int, isHidden: Bool, hasFormulaWithoutValue: Bool, hasFormula: Bool = false) {
    if isHidden { note(.hiddenRow, row) }
    if hasFormulaWithoutValue { note(.unvaluedFormula, row) }
    if hasFormula { note(.valuedFormula, row) }
  }

  /// The last row, where its last cell may be cut short.
  public mutating func addPerhapsCut(_ row: Int?) {
    if let row { note(.perhapsCut, row) }
  }

  /// What the import's event keeps, once all rows have been seen.
  public func told() -> [String: String] {
    var told = ["rows_mark": mark.text]
    if let stray = strayDates { told["warning.\(Kind.outsideQuarter.rawValue)"] = "\(stray.rows)@\(stray.first)" }
    for (kind, count) in counts { told["warning.\(kind.rawValue)"] = "\(count)@\(first[kind] ?? 0)" }
    // About one number in a thousand ends so by chance.
    if lost.count >= 3, lost.count * 200 > mark.rows {
      told["warning.\(Kind.lostDigits.rawValue)"] = "\(lost.count)@\(lost.first)"
    }
    return told
  }

  private mutating func note(_ kind: Kind, _ row: Int) {
    counts[kind, default: 0] += 1
    if first[kind] == nil { first[kind] = row }
  }
}

/// What one row's texts hold.
private struct Oddness {
  var isPrivate = false
  var isControl = false
  var isFormula = false

  /// Most texts are Han and digits, which are passed over byte by byte.
  mutating func look(at text: String) {
    var isRare = false
    for byte in text.utf8 where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte >= 0xEE {
      isRare = true
    }
    switch text.utf8.first {
    case 61, 64: isFormula = true
    case 43, 45: if text.utf8.contains(where: { $0 > 57 || $0 == 40 }) { isFormula = true }
    default: break
    }
    guard isRare else { return }
    for scalar in text.unicodeScalars {
      if scalar.isPrivateUse { isPrivate = true }
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: break
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: isControl = true
      default: break
      }
    }
  }
}

/// Whether an address is of a known county; the same county comes again and again, so its spelling is remembered.
private struct CountyCheck: Sendable {
  enum Place { case ours, foreign, unknown }

  private static let mostRemembered = 256
  private let known: [String]
  private var remembered: [(spelling: [UInt8], isOurs: Bool)] = []

  init(known: [String]) { self.known = known }

  mutating func place(of address: String) -> Place {
    if known.isEmpty { return .unknown }
    for (spelling, isOurs) in remembered where address.utf8.starts(with: spelling) { return isOurs ? .ours : .foreign }
    let county = Village.county(of: address)
    guard county.contains(where: { "县区旗市".contains($0) }), let last = county.last, "县区旗市".contains(last) else {
      return .unknown
    }
    let isOurs = known.contains { county.hasSuffix($0) || $0.hasPrefix(county) || OwnCounty.isShort(county, for: $0) }
    if remembered.count < Self.mostRemembered, !known.contains(where: { $0 != county && $0.hasPrefix(county) }) {
      remembered.append((Array(county.utf8), isOurs))
      remembered.sort { $0.spelling.count > $1.spelling.count }
    }
    return isOurs ? .ours : .foreign
  }
}

/// A mark of what the rows say, in whatever order and format they come: equal lists have equal marks.
private struct RowsMark: Sendable {
  private(set) var rows = 0
  private var sum: UInt64 = 0
  private var mixed: UInt64 = 0

  mutating func add(_ row: PoliceRow) {
    rows += 1
    let hash = Fingerprint.of(Cleaning.number(row.identity).text, row.name, row.kind, row.eventDate.text)
    sum = sum &+ hash
    mixed = mixed &+ hash &* (hash | 1)
  }

  var text: String { "\(rows)-\(String(sum, radix: 16))-\(String(mixed, radix: 16))" }
}
