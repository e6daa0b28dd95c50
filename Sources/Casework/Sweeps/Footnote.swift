/// What is written below the rows of a list: 注：第 3 行张三健在.
public struct Footnote: Hashable, Sendable {
  public let text: String
  /// The rows above it.
  public let rows: ClosedRange<Int>
  /// Where the headings of these rows stand.
  let headingLine: Int

  public init(text: String, rows: ClosedRange<Int>, headingLine: Int) {
    self.text = text
    self.rows = rows
    self.headingLine = headingLine
  }

  /// How an import's event keeps it, in one line.
  public var kept: String { "\(rows.lowerBound) \(rows.upperBound) \(headingLine) \(text)" }

  public init?(kept: Substring) {
    let parts = kept.split(separator: " " as Character, maxSplits: 3).map(String.init)
    guard parts.count == 4, let first = Int(parts[0]), let last = Int(parts[1]), let line = Int(parts[2]), first <= last
    else { return nil }
    self.init(text: parts[3], rows: first...last, headingLine: line)
  }

  /// Whether it takes rows back.
  public var isDenial: Bool { Denial.isTold(inFootnote: text) }

  /// The rows that it names by number, be it that of the list or that of the sheet.
  public var namedRows: Set<Int> {
    var found: Set<Int> = []
    for number in numbers {
      for row in [number, number - headingLine] where row > 0 && row <= rows.count {
        found.insert(rows.lowerBound + row - 1)
      }
    }
    return found
  }

  /// What stands between 第 and a word for a row, or behind 序号: 第2、5行, 序号 3.
  private var numbers: [Int] {
    let scalars = text.unicodeScalars.map(\.halfWidth).filter { !$0.isBlank }
    return scalars.indices.flatMap { place -> [Int] in
      let isSerial = scalars[place] == "号" && place > 0 && scalars[place - 1] == "序"
      guard isSerial || scalars[place] == "第" else { return [] }
      let rest = scalars[(place + 1)...].drop { ":为第".unicodeScalars.contains($0) }
      let listed = rest.prefix { Self.digit($0) != nil || Self.between.contains($0) || Self.upTo.contains($0) }
      guard isSerial || rest.dropFirst(listed.count).first.map(Self.rowWords.contains) ?? false else { return [] }
      return listed.split { Self.between.contains($0) }.flatMap { part -> [Int] in
        let ends = part.split { Self.upTo.contains($0) }.compactMap(Self.number)
        guard let first = ends.first, let last = ends.last, first < last, last - first < rows.count else { return ends }
        return Array(first...last)
      }
    }
  }

  private static let between = Set("、,，和及与".unicodeScalars)
  private static let upTo = Set("至到-—~".unicodeScalars)
  private static let rowWords = Set("行号名位人个例笔".unicodeScalars)
  private static let chinese = Array("一二三四五六七八九".unicodeScalars)

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if (48...57).contains(scalar.value) { return Int(scalar.value) - 48 }
    return scalar == "十" ? 10 : chinese.firstIndex(of: scalar).map { $0 + 1 }
  }

  /// 12 and 十二.
  private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    if let ten = scalars.firstIndex(of: "十") {
      let tens = scalars[..<ten].isEmpty ? 1 : number(scalars[..<ten])
      let ones = scalars[(ten + 1)...].isEmpty ? 0 : number(scalars[(ten + 1)...])
      return tens.flatMap { tens in ones.map { tens * 10 + $0 } }
    }
    guard scalars.count <= 6 else { return nil }
    return scalars.reduce(0) { value, scalar in value.flatMap { known in digit(scalar).map { known * 10 + $0 } } }
  }
}
