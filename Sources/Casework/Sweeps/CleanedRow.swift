/// A police row in the form in which it is compared, and what its own file says of it.
public struct CleanedRow: Sendable {
  public let source: PoliceRow
  /// The number, where it is valid, and its eighteen characters, else nothing.
  public let number: IdentityNumber?
  public let identity: String
  public let problem: IdentityProblem?
  public let name: String
  public let kind: PoliceRecordKind
  /// Whether its words leave open what it reports.
  let isKindUnclear: Bool
  /// Of a death, whether a court declared it.
  let isDeclared: Bool
  /// Who declared a death, where the file tells a valid number of that person.
  public let declarant: IdentityNumber?
  /// An earlier row of the file with the same number, kind and date.
  public let duplicateOf: Int?

  /// The birth date by which a person is looked for whose number the register does not hold: the row's, else the number's.
  public var birth: Day? { source.birth.day ?? number?.birth }
}

/// Cleans the rows of one file, in its order (domain: 4.5).
public struct RowCleaning: Sendable {
  private let today: Day
  private var kinds: [String: RecordWords] = [:]
  private var declared = DeclaredDeaths()
  /// The first row of each number and report.
  private var seen = RowIndex()
  private var reports: [Report: UInt32] = [:]
  /// Deaths by address and surname: the first with its day as the mark, and all of them where there are several.
  private var firstDeaths = RowIndex()
  private var deaths: [UInt64: [Death]] = [:]

  /// Rows that report something else of a number than an earlier row.
  public private(set) var secondReports: [SecondReport] = []

  /// Rows passed over as the same as an earlier one, though they bear another name.
  public private(set) var otherNames: [OtherName] = []

  /// Remarks that take something back, perhaps not of their own row alone.
  public private(set) var remarksAboutOthers: [RemarkAboutOthers] = []
  /// What stands for the name of each row, by its number in the file.
  private var names: [UInt32] = []

  public init(today: Day) { self.today = today }

  /// A row and the first one of the file with the same number, of another kind or date.
  public struct SecondReport: Hashable, Sendable {
    public let row: Int
    public let first: Int
  }

  /// A row with another name, and the first one of the file with the same number, kind and date.
  public struct OtherName: Hashable, Sendable {
    public let row: Int
    public let first: Int
    public let name: String
  }

  private struct Report: Hashable {
    let kind: PoliceRecordKind
    /// Of a kind that is none of the known ones.
    let words: String
    let date: EventDate
  }

  public mutating func clean(_ source: PoliceRow) -> CleanedRow {
    let check = IdentityCheck.check(source.identity, isNumberCell: source.identityIsNumberCell, today: today)
    let words = words(source.kind)
    let kind = words.kind
    let declarant = kind == .death ? declarant(source) : nil
    let cleaned = CleanedRow(
      source: source, number: check.number, identity: check.number == nil ? "" : check.normalized ?? "",
      problem: check.problem, name: Cleaning.name(source.name).text, kind: kind,
      isKindUnclear: words.isUnclear, isDeclared: words.isDeclared, declarant: declarant,
      duplicateOf: check.number.flatMap { earlier(source, $0, kind) })
    noteName(of: cleaned)
    if let remark = RemarkAboutOthers(source) { remarksAboutOthers.append(remark) }
    if kind == .death, cleaned.duplicateOf == nil, let day = source.eventDate.day {
      note(Death(row: source.row, day: UInt32(day.ordinal - Day.firstOrdinal)), of: cleaned)
      declared.note(cleaned, on: day)
    }
    return cleaned
  }

  private mutating func noteName(of cleaned: CleanedRow) {
    let row = cleaned.source.row
    var fingerprint = Fingerprint()
    fingerprint.add(cleaned.name)
    let name = UInt32(truncatingIfNeeded: fingerprint.value)
    if names.count <= row { names += repeatElement(0, count: row + 1 - names.count) }
    names[row] = name
    if let first = cleaned.duplicateOf, names[first] != name {
      otherNames.append(OtherName(row: row, first: first, name: cleaned.name))
    }
  }

  /// Deaths that were declared by somebody who had died before, as far as this file tells.
  public var deadDeclarants: [DeclaredDeaths.DeadDeclarant] { declared.deadDeclarants }

  private func declarant(_ source: PoliceRow) -> IdentityNumber? {
    if source.details.isEmpty { return nil }
    return source.details[.declarantIdentity].flatMap { IdentityCheck.check($0, today: today).number }
  }

  private struct Death {
    let row: Int
    /// Days after the first there is.
    let day: UInt32
  }

  /// Rows that report deaths at one dwelling, or of one surname at one house, within a week, house by house.
  public var houses: [[Int]] {
    deaths.values.map { deaths in
      let ordered = deaths.sorted { ($0.day, $0.row) < ($1.day, $1.row) }
      return ordered.indices.filter { place in
        [place - 1, place + 1].contains {
          ordered.indices.contains($0) && abs(Int(ordered[$0].day) - Int(ordered[place].day)) <= KinAtOneAddress.week
        }
      }.map { ordered[$0].row }
    }.filter { !$0.isEmpty }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private mutating func note(_ death: Death, of cleaned: CleanedRow) {
    let address = cleaned.source.address
    guard !address.isEmpty, KinAtOneAddress.isHouse(address) else { return }
    // A couple may have two surnames, but only the end of an address tells one dwelling from a village.
    let house = Fingerprint.of(
      address, KinAtOneAddress.endsAsDwelling(address) ? "" : Masking.surname(of: cleaned.name))
    guard let first = firstDeaths.head(of: house, mark: death.day, noted: death.row) else { return }
    deaths[house, default: [Death(row: first.row, day: first.mark)]].append(death)
  }

  private mutating func earlier(_ source: PoliceRow, _ number: IdentityNumber, _ kind: PoliceRecordKind) -> Int? {
    let mark = report(source, kind)
    guard let head = seen.head(of: number.body, mark: mark, noted: source.row) else { return nil }
    if head.mark == mark { return head.row }
    if let earlier = seen.first(of: number.body, mark: mark, noted: source.row) { return earlier }
    secondReports.append(SecondReport(row: source.row, first: head.row))
    return nil
  }

  /// What two rows share that report the same: the kind, of an unknown one its words, and the date.
  private mutating func report(_ source: PoliceRow, _ kind: PoliceRecordKind) -> UInt32 {
    let report = Report(
      kind: kind, words: kind == .other ? Cleaning.name(source.kind).text : "", date: source.eventDate)
    if let mark = reports[report] { return mark }
    let mark = UInt32(reports.count)
    reports[report] = mark
    return mark
  }

  /// The same few words stand in every row of a file.
  private mutating func words(_ written: String) -> RecordWords {
    if let known = kinds[written] { return known }
    let words = RecordWords(written)
    kinds[written] = words
    return words
  }
}
