/// What the import found about the lists before.
extension Sweep {
  /// Without the code of the office (`2026Q1-1`).
  public var shortNumber: String { Self.short(number) }

  /// The same of any number.
  public static func short(_ number: String) -> String {
    number.split(separator: "-").dropFirst().joined(separator: "-")
  }

  /// How many rows were carried out before and taken back since.
  public var takenBack: Phrase? {
    let rows = Int(value("taken_back", of: .import)) ?? 0
    if rows == 0 { return nil }
    return Phrase("\(rows) 行以前执行过、后来撤回：逐行核实", "\(rows) were carried out before and taken back: look into each")
  }

  /// In what a list tells something else than an earlier one that reports the same of the same people.
  private var apartFromSame: [Phrase] {
    let rows = value("same_rows_apart", of: .import).replacing(",", with: ", ")
    let columns = value("same_rows_columns", of: .import).split(separator: "\n").map(String.init)
    return [
      rows.isEmpty ? nil : Phrase("第 \(rows) 行说的不同", "something else is told in row \(rows)"),
      value("same_rows_texts", of: .import).isEmpty
        ? nil : Phrase("行外的话不同", "the texts beside the rows differ"),
      columns.isEmpty
        ? nil
        : Phrase(
          "栏目不同（\(columns.joined(separator: "、"))）", "columns differ (\(columns.joined(separator: ", ")))"),
    ].compactMap { $0 }
  }

  /// That a list has the rows of an earlier one: saved anew, or in another order; or the same people and something else.
  public var sameRows: Phrase? {
    let list = value("same_rows", of: .import)
    if list.isEmpty { return nil }
    if let over = State(rawValue: value("same_rows_over", of: .import)) {
      return Phrase(
        "与 \(list) 报的人和事相同，而那份\(over.name.chinese)：现在以这份为准，请在这份里办",
        "it reports the same as \(list), which is \(over.name.english): this one counts now, work on it")
    }
    let apart = apartFromSame
    if !apart.isEmpty {
      return Phrase("注意：报的人和事与 \(list) 相同，但", "beware: it reports the same of the same people as \(list), but ")
        + .joined(apart, by: Phrase("、", ", "))
        + Phrase("；查清以前，这份不要放弃", "; do not give this one up before that is answered")
    }
    return Phrase(
      "注意：与 \(list) 是同样的各行，只是文件另存过或换了次序；在 \(Self.short(list)) 里办，这份请放弃",
      "beware: its rows are those of \(list), the file was saved anew or sorted; work on \(Self.short(list)) and give this up"
    )
  }

  /// That another office reports the same of the same people.
  public var secondProof: Phrase? {
    let list = value("second_proof", of: .import)
    if list.isEmpty { return nil }
    return Phrase(
      "与 \(list) 报的人和事相同，那份来自另一部门：是另一份独立的证明，请照常核对，不要放弃",
      "it reports the same as \(list), which another office sent: a proof of its own, go on with it and do not give it up"
    )
  }

  /// The people of its texts whose certificates another list has ended, by the rows that ended them.
  public var namedEnded: Phrase? {
    let places = namedEndedPlaces
    if places.isEmpty { return nil }
    return Phrase("名单行外的话提到的人，证件已由 ", "The texts beside the rows mean people whose certificates were ended by ")
      + Self.listed(places)
      + Phrase("注销：可能错销，请逐个查明，错的按行撤回", ": perhaps mistakes, look into each and take back what was wrong")
  }

  /// How many rows of an earlier list of the quarter are missing here.
  public var missing: Phrase? {
    let (rows, list) = (Int(value("missing", of: .import)) ?? 0, Self.short(value("missing_of", of: .import)))
    if rows == 0 { return nil }
    return Phrase(
      "\(list) 有的 \(rows) 行，这份名单没有了：可能是来文单位的更正，请查明（sweep missing 列出）",
      "\(rows.counted("row")) of \(list) missing here: perhaps put right by the sender, look into them (see sweep missing)"
    )
  }

  /// Which of these another list has carried out.
  public var missingDone: Phrase? {
    let places = missingDonePlaces
    if places.isEmpty { return nil }
    return Phrase("其中已执行：", "carried out already: ") + Self.listed(places)
      + Phrase("；可能错办，请逐个查明，错的按行撤回", "; perhaps mistakes, look into each and take back what was wrong")
  }

  /// The rows that ended certificates of people whom the texts of its list mean (`431281-2026Q1-1:7`).
  public var namedEndedPlaces: [String] { places("named_ended") }

  /// The rows that were carried out and that its list has no more.
  public var missingDonePlaces: [String] { places("missing_done") }

  /// The business date of its import.
  public var importedOn: Day? { Day(iso: value("on", of: .import)) }

  private func places(_ code: String) -> [String] { value(code, of: .import).split(separator: ",").map(String.init) }

  /// Rows of other lists, list by list.
  private static func listed(_ places: [String]) -> Phrase {
    let places = places.map { $0.split(separator: ":") }
    let lists = Dictionary(grouping: places) { String($0[0]) }.sorted { $0.key < $1.key }
    let told = lists.map { list, rows in
      let shown = rows.prefix(namedRows).compactMap(\.last).joined(separator: ", ")
      let more = rows.count > namedRows
      return Phrase(
        "\(short(list)) 第 \(shown)\(more ? " 等 \(rows.count)" : "") 行",
        "\(rows.count == 1 ? "row" : "rows") \(shown)\(more ? " … (\(rows.count))" : "") of \(short(list))")
    }
    return .joined(told, by: Phrase("、", ", "))
  }

  private static let namedRows = 10

  /// The day on which the list came, where the letter says.
  public var received: Day? { Day(iso: value("received", of: .import)) }

  /// The rows that tell of somebody alive whose certificate a death has ended, as the import found them.
  public var endedRows: [ClosedRange<Int>] { RowRanges.ranges(value("ended_rows", of: .import)) ?? [] }

  /// That there are such rows, and which.
  public var movedAfterEnd: Phrase? {
    let rows = endedRows.reduce(0) { $0 + $1.count }
    if rows == 0 { return nil }
    let (which, more) = (endedRows.joined().prefix(Self.namedRows).map(String.init), rows > Self.namedRows)
    return Phrase(
      "\(rows) 行说的与已执行的死亡注销相反，或注销后户口仍有变动：人可能健在，须逐行决定（第 \(which.joined(separator: "、"))\(more ? " 等" : "") 行）",
      "against a death by which a certificate was ended, or of something after it: \(rows.counted("row")) "
        + "(\(which.joined(separator: ", "))\(more ? " …" : "")); the people may live, decide each")
  }

  /// Rows to be decided that an earlier sweep had, and how they were answered there, as the import counted them.
  public var askedBefore: Phrase? {
    func count(_ code: String) -> Int { Int(value("before.\(code)", of: .import)) ?? 0 }
    let (rows, rejected, held) = (count("rows"), count("reject"), count("hold"))
    guard rows > 0 else { return nil }
    let rest = rows - rejected - held
    let parts = [
      rejected > 0 ? SweepDecision.reject.name + .verbatim(" \(rejected)") : nil,
      held > 0 ? SweepDecision.hold.name + .verbatim(" \(held)") : nil,
      rest > 0 ? Phrase("当时同意或还没有定 \(rest)", "accepted or undecided then \(rest)") : nil,
    ]
    return Phrase("须决定的行中 \(rows) 行以前的名单也有：", "\(rows) of those to decide were in an earlier list: ")
      + .joined(parts.compactMap { $0 }, by: Phrase("、", ", "))
  }
}
