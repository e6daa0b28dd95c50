/// A remark that takes something back and may mean more rows than its own: 以上人员均系误报, 第4行误报, 马某系误报 (domain: 5.1).
///
/// A row too many asked about costs a minute, one too few a living person's certificate.
public struct RemarkAboutOthers: Hashable, Sendable {
  public let row: Int
  public let text: String

  /// Returns `nil` where a remark takes nothing back.
  init?(_ source: PoliceRow) {
    // Most remarks take nothing back, and the first look at that is quick.
    guard !source.note.isEmpty, Denial.isTold(in: source.note, butOfKin: true) else { return nil }
    let own = Denial.ownWords(of: source.note)
    guard Denial.isTold(in: own, butOfKin: true) else { return nil }
    (row, text) = (source.row, own)
  }

  /// The rows that it means by where they stand: those above, those below, those whose numbers it gives.
  ///
  /// - Parameter last: how many rows the list has.
  public func rows(of last: Int) -> [ClosedRange<Int>] {
    let bare = text.unicodeScalars.map(\.halfWidth).filter { !$0.isBlank }
    var ranges: [ClosedRange<Int>] = []
    for place in bare.indices {
      let rest = bare[place...]
      for (words, direction) in Self.directions {
        guard let word = words.first(where: { rest.starts(with: $0) }) else { continue }
        let behind = rest.dropFirst(word.count)
        if Self.ownMatters.contains(where: { behind.starts(with: $0) }) { continue }
        ranges.append(contentsOf: direction.rows(beside: row, of: last, counting: Self.count(behind)))
      }
    }
    for number in ListText.rowNumbers(in: text, most: last) {
      // It may be the number of the list or that of the sheet, where a title or two stand above the headings.
      for line in max(1, number - Self.mostLinesAbove)...max(1, number) where line <= last {
        ranges.append(line...line)
      }
    }
    return ranges
  }

  /// What may be a name or a number of somebody in it.
  public var tokens: Set<String> {
    var found: Set<String> = []
    let scalars = text.unicodeScalars.map(\.halfWidth)
    for run in scalars.split(whereSeparator: { !$0.properties.isAlphabetic && $0 != "·" }) {
      for length in 2...Self.longestName where length <= run.count {
        for start in run.startIndex...(run.endIndex - length) {
          found.insert(String(String.UnicodeScalarView(run[start..<start + length])))
        }
      }
    }
    for run in scalars.split(whereSeparator: { !(48...57).contains($0.value) && $0 != "X" && $0 != "x" })
    where run.count == 15 || run.count == 18 {
      found.insert(String(String.UnicodeScalarView(run)).uppercased())
    }
    return found
  }

  private enum Direction {
    case above, below, previous, next, all

    func rows(beside row: Int, of last: Int, counting count: Int?) -> [ClosedRange<Int>] {
      switch self {
      case .above where row > 1: [max(1, row - (count ?? row))...(row - 1)]
      case .below where row < last: [(row + 1)...min(last, row + (count ?? last))]
      case .previous where row > 1: [(row - 1)...(row - 1)]
      case .next where row < last: [(row + 1)...(row + 1)]
      case .all: [1...last]
      case .above, .below, .previous, .next: []
      }
    }
  }

  /// 三人, 5名: how many rows above or below.
  private static func count(_ behind: ArraySlice<Unicode.Scalar>) -> Int? {
    let number = behind.prefix { ListText.digit($0) != nil }
    guard let unit = behind.dropFirst(number.count).first, "人名位条例行户个".unicodeScalars.contains(unit) else { return nil }
    return number.isEmpty ? nil : ListText.number(number).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func words(_ all: String...) -> [[Unicode.Scalar]] { all.map { Array($0.unicodeScalars) } }

  private static let directions: [(words: [[Unicode.Scalar]], direction: Direction)] = [
    (words("以上", "上述", "上列", "上面", "前述", "前列", "前面", "前几"), .above),
    (words("以下", "下述", "下列", "下面", "如下", "后面", "后几"), .below),
    (words("上一行", "上一条", "上一人", "上一个", "上行", "上条", "前一行", "前一人"), .previous),
    (words("下一行", "下一条", "下一人", "下一个", "下行", "下条", "后一行", "后一人"), .next),
    (words("本表", "全表", "本名单", "整个名单", "全部人员", "所有人", "各行", "其余", "其他人", "其它人"), .all),
  ]
  /// What follows a word for other rows where it is about the row's own cells: 以上信息有误.
  private static let ownMatters = words(
    "信息", "情况", "内容", "资料", "数据", "材料", "日期", "时间", "原因", "地址", "证件", "号码", "身份")
  /// How many lines stand above the rows at most: two titles and the headings.
  private static let mostLinesAbove = 3
  private static let longestName = 8
}
