/// An office's own file of days off and worked weekends.
///
/// One day a line, the day and what it is, divided by blanks, a comma or a tab:
///
///     # 国办发明电〔2026〕…号
///     2027-01-01 休
///     2027-02-06 班   Saturday, worked
///
/// `休`, `放假`, `holiday` and `off` are days off, also on a weekend; `班`, `上班`, `补班`, `work` and `makeup` are
/// worked weekends. What follows is a remark. Empty lines and what stands behind `#` are passed over. A year
/// counts as covered once the file has its New Year, Spring Festival, Labour Day and National Day.
public struct YearTableFile: Hashable, Sendable {
  /// The years that were read, in order.
  public let tables: [YearTable]
  /// The lines that could not be used; a file with any should not be taken over.
  public let problems: [LineProblem]

  public init(reading text: String) {
    var kinds: [Day: Bool] = [:]
    var problems: [LineProblem] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.prefix { $0 != "#" }.split { $0.isWhitespace || $0 == "," || $0 == "，" || $0 == "\u{FEFF}" }
      guard let first = words.first else { continue }
      switch YearTableFile.read(first, words.dropFirst().first ?? "", known: kinds) {
      case .success(let entry): kinds[entry.day] = entry.isWorked
      case .failure(let problem): problems.append(LineProblem(line: index + 1, problem: problem))
      }
    }
    if kinds.isEmpty && problems.isEmpty { problems.append(LineProblem(line: 1, problem: .noDays)) }
    self.problems = problems
    tables = Set(kinds.keys.map(\.year)).sorted().map { year in
      let days = kinds.keys.filter { $0.year == year }
      return YearTable(
        year: year, holidays: days.filter { kinds[$0] == false }, workedWeekends: days.filter { kinds[$0] == true })
    }
  }

  /// A line that cannot be used.
  public struct LineProblem: Hashable, Sendable {
    /// 1 for the first line.
    public let line: Int
    public let problem: Problem

    public init(line: Int, problem: Problem) {
      self.line = line
      self.problem = problem
    }
  }

  /// Why a line cannot be used.
  public enum Problem: String, CaseIterable, Error, Sendable {
    case badDay = "bad_day"
    case badKind = "bad_kind"
    case notWeekend = "not_weekend"
    case contradiction
    case noDays = "no_days"

    /// What to do about it.
    public var advice: Phrase {
      switch self {
      case .badDay: Phrase("行首不是有效日期，请写成 2027-01-01。", "The line does not begin with a day: write 2027-01-01.")
      case .badKind: Phrase("日期后请写“休”或“班”。", "Write 休 (holiday) or 班 (work) behind the day.")
      case .notWeekend:
        Phrase("“班”只用于周六、周日，请核对日期。", "Only a Saturday or Sunday can be a worked weekend: check the day.")
      case .contradiction: Phrase("同一天既写“休”又写“班”，请保留一行。", "The day is both off and worked: keep one of the lines.")
      case .noDays: Phrase("文件中没有任何日期。", "The file names no day.")
      }
    }
  }
}

extension YearTableFile {
  private static func read(
    _ date: Substring, _ kind: Substring, known: [Day: Bool]
  ) -> Result<(day: Day, isWorked: Bool), Problem> {
    guard let day = Day(written: date) else { return .failure(.badDay) }
    let isWorked: Bool
    switch kind.lowercased() {
    case "休", "放假", "holiday", "off": isWorked = false
    case "班", "上班", "补班", "work", "makeup": isWorked = true
    default: return .failure(.badKind)
    }
    if isWorked && day.weekday <= 5 { return .failure(.notWeekend) }
    if let earlier = known[day], earlier != isWorked { return .failure(.contradiction) }
    return .success((day, isWorked))
  }
}

extension Day {
  /// Reads 2027-01-01, 2027/1/1, 2027.1.1 and 2027年1月1日.
  fileprivate init?(written text: Substring) {
    let marks: Set<Character> = ["-", "/", ".", "年", "月", "日"]
    let numbers = text.split { marks.contains($0) }.map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
