/// A text of a list that stands outside of its rows and is not known to be harmless: 注：第 3 行张三健在, 死亡待定.
public struct ListText: Hashable, Sendable {
  /// Where it stands.
  public enum Place: String, CaseIterable, Sendable {
    case file, sheet, title, note
    /// A column that names people whose reports are taken back, whichever rows they are beside.
    case column
    case between, below, total
    case otherSheet = "other_sheet"
    case page, margin, format
    /// Text that lies over the cells, what cells show to whoever chooses them.
    case box, prompt
    /// Formats that depend on values; rows whose colours are not those of most.
    case conditional, colour

    public var name: Phrase {
      switch self {
      case .file: Phrase("文件名", "the name of the file")
      case .column: Phrase("旁边的列", "a column beside")
      case .sheet: Phrase("表名", "the name of the sheet")
      case .title: Phrase("标题", "title")
      case .note: Phrase("表头的批注", "noted at the headings")
      case .between: Phrase("行间", "between the rows")
      case .below: Phrase("表下", "below the rows")
      case .total: Phrase("合计或落款", "total or signature")
      case .otherSheet: Phrase("未读的工作表", "a sheet not read")
      case .page: Phrase("网页正文", "text of the page")
      case .margin: Phrase("页眉页脚", "page header or footer")
      case .format: Phrase("单元格格式", "format of cells")
      case .box: Phrase("文本框", "text box")
      case .prompt: Phrase("单元格的输入提示", "prompt of cells")
      case .conditional: Phrase("条件格式", "conditional format")
      case .colour: Phrase("着色", "colours")
      }
    }
  }

  public let place: Place
  public let text: String
  /// The rows that it may be about.
  public let rows: ClosedRange<Int>
  /// Where the headings of these rows stand.
  let headingLine: Int

  public init(_ place: Place, text: String, rows: ClosedRange<Int>, headingLine: Int) {
    self.place = place
    self.text = text
    self.rows = rows
    self.headingLine = headingLine
  }

  /// How an import's event keeps it, in one line.
  public var kept: String { "\(place.rawValue) \(rows.lowerBound) \(rows.upperBound) \(headingLine) \(text)" }

  public init?(kept: Substring) {
    let parts = kept.split(separator: " " as Character, maxSplits: 4).map(String.init)
    guard parts.count == 5, let place = Place(rawValue: parts[0]), let first = Int(parts[1]), let last = Int(parts[2]),
      let line = Int(parts[3]), first <= last
    else { return nil }
    self.init(place, text: parts[4], rows: first...last, headingLine: line)
  }

  /// Whether it takes rows back; of any other a person says whether it does.
  public var isDenial: Bool { Denial.isTold(inFootnote: text) }

  /// Rows by number, as `colour` has them for its text: of which the colours are not those of most.
  public static func colours(ofRows marked: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for row in marked {
      if let last = ranges.last, last.upperBound == row - 1 {
        ranges[ranges.count - 1] = last.lowerBound...row
      } else {
        ranges.append(row...row)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(
      separator: ",")
  }

  /// What `colour` has for its text where no colour is that of most rows.
  public static let manyColours = "-"

  /// The text of `conditional`: how many rows it may strike or colour, and in which cells.
  public static func conditional(rows: Int, in cells: String) -> String { "\(rows) \(cells)" }

  /// Where it stands, and what it says.
  public var words: Phrase {
    switch place {
    case .conditional:
      let parts = text.split(separator: " " as Character, maxSplits: 1)
      let (rows, cells) = (parts.first ?? "", parts.dropFirst().first ?? "")
      return place.name
        + Phrase(
          "会给 \(rows) 行划线或着色（\(cells)）：请打开原件看", "s strike or colour \(rows) rows (\(cells)): look at the file itself")
    case .colour where text == Self.manyColours:
      return place.name
        + Phrase("：各行颜色不一，没有多数，请打开原件看是什么意思", ": no colour is that of most rows, see in the file itself what they mean")
    case .colour:
      let ranges = text.split(separator: "," as Character)
      let more = ranges.count > Self.mostRanges
      let shown = ranges.prefix(Self.mostRanges).joined(separator: ", ")
      let count = namedRows.count
      return place.name
        + Phrase(
          "：第 \(shown)\(more ? " 等 \(count)" : "") 行的颜色与多数行不同，请打开原件看是什么意思",
          ": row \(shown)\(more ? " … (\(count))" : "") is not coloured as most are, see in the file itself what it means"
        )
    default: break
    }
    let said = Masking.numbers(in: text)
    return place.name + Phrase("「\(said)」", ": “\(said)”")
  }

  private static let mostRanges = 10

  /// How a row that it may be about tells it.
  public var sign: String {
    switch place {
    case .colour: text == Self.manyColours ? "\(place.name.chinese)：各行不一" : Self.coloured
    case .conditional: "\(place.name.chinese)：\(text)"
    default: text
    }
  }

  /// How a row tells that it is not coloured as most are.
  static let coloured = "着色与多数行不同"

  /// Whether it may be about other rows than those that it names: 除第 3 行外均未核实, 倒数第二行, or a text that is cut.
  public var isAboutOthers: Bool {
    let bare = Self.takingOut.reduce(text) { $0.split(separator: $1).joined() }
    return (isDenial ? Self.ofOthers : Self.ofOthers + Self.ofAll).contains(where: bare.contains)
  }

  /// Whether it stands for more texts than are kept: nobody can have read them.
  public var isRestUnseen: Bool { text == Self.cut }

  /// What stands behind a text of which no more is kept.
  public static let cut = "……"

  private static let takingOut = ["删除", "剔除", "解除", "清除", "免除"]
  private static let ofOthers = [cut, "除", "以外", "之外", "倒数", "仅", "只"]
  private static let ofAll = ["外", "其余", "其他", "其它", "均", "全部", "所有", "都", "以上", "上述", "上列", "本表", "名单", "前", "后", "末"]

  /// The rows that it names by number, be it that of the list or that of the sheet.
  public var namedRows: Set<Int> {
    if place == .colour {
      return Set(
        text.split(separator: "," as Character).flatMap { part -> [Int] in
          let ends = part.split(separator: "-" as Character).compactMap { Int($0) }
          guard let first = ends.first, let last = ends.last, first <= last else { return [] }
          return Array((first...last).clamped(to: rows))
        })
    }
    var found: Set<Int> = []
    for number in Self.rowNumbers(in: text, most: rows.count) {
      for row in [number, number - headingLine] where row > 0 && row <= rows.count {
        found.insert(rows.lowerBound + row - 1)
      }
    }
    return found
  }

  /// What stands between 第 and a word for a row, or behind 序号: 第2、5行, 序号 3.
  ///
  /// - Parameter most: how many rows there are; no range of numbers is longer.
  static func rowNumbers(in text: String, most: Int) -> [Int] {
    let scalars = text.unicodeScalars.map(\.halfWidth).filter { !$0.isBlank }
    return scalars.indices.flatMap { place -> [Int] in
      let isSerial = scalars[place] == "号" && place > 0 && scalars[place - 1] == "序"
      guard isSerial || scalars[place] == "第" else { return [] }
      let rest = scalars[(place + 1)...].drop { ":为第".unicodeScalars.contains($0) }
      let listed = rest.prefix { digit($0) != nil || between.contains($0) || upTo.contains($0) }
      let behind = rest.dropFirst(listed.count)
      // 第一人民医院 is no row.
      if behind.starts(with: hospital) { return [] }
      guard isSerial || behind.first.map(rowWords.contains) ?? false else { return [] }
      return listed.split { between.contains($0) }.flatMap { part -> [Int] in
        let ends = part.split { upTo.contains($0) }.compactMap(number)
        guard let first = ends.first, let last = ends.last, first < last, last - first < most else { return ends }
        return Array(first...last)
      }
    }
  }

  private static let between = Set("、,，和及与".unicodeScalars)
  private static let upTo = Set("至到-—~".unicodeScalars)
  private static let rowWords = Set("行号名位人个例笔条".unicodeScalars)
  private static let hospital = Array("人民".unicodeScalars)
  private static let chinese = Array("一二三四五六七八九".unicodeScalars)

  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if (48...57).contains(scalar.value) { return Int(scalar.value) - 48 }
    return scalar == "十" ? 10 : chinese.firstIndex(of: scalar).map { $0 + 1 }
  }

  /// 12 and 十二; `nil` for what is no number.
  public static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    if let ten = scalars.firstIndex(of: "十") {
      let tens = scalars[..<ten].isEmpty ? 1 : number(scalars[..<ten])
      let ones = scalars[(ten + 1)...].isEmpty ? 0 : number(scalars[(ten + 1)...])
      return tens.flatMap { tens in ones.map { tens * 10 + $0 } }
    }
    guard scalars.count <= 6 else { return nil }
    return scalars.reduce(0) { value, scalar in value.flatMap { known in digit(scalar).map { known * 10 + $0 } } }
  }
}
