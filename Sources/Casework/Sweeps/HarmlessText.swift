/// What a list may say outside of its rows without saying anything against one of them: what it is called, of where and
/// when it is, who made it, how many rows it has.
///
/// Nobody can list what a title may say of people who live: 死亡人员遗属名单, 死亡待定. A text that is not made of these words in
/// their order is shown to whoever imports the list (domain: 5.1).
public enum HarmlessText {
  private static let longest = 300

  /// Whether a text is harmless from its beginning to its end.
  ///
  /// - Parameter agrees: whether a number of people that it tells is that of the rows.
  public static func isAll(of text: String, counting agrees: @escaping (Int) -> Bool = { _ in true }) -> Bool {
    var scalars: [Unicode.Scalar] = []
    var breaks: Set<Int> = [0]
    for scalar in text.unicodeScalars.map(\.halfWidth) {
      if scalar.isBlank {
        breaks.insert(scalars.count)
      } else {
        scalars.append(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
      }
    }
    if scalars.count > longest { return false }
    if let told = CountedParts(in: scalars), !told.canBeRight(agrees) { return false }
    var reader = Reader(scalars: scalars, breaks: breaks, agrees: agrees)
    return reader.isHarmless(from: 0, behind: .mark, amongThem: false)
  }

  /// Whether a text is nothing but places and offices: 洪江市黔城镇玉皇阁村3组.
  static func isOfPlaces(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.filter { !$0.isBlank }.map(\.halfWidth)
    // 3组, 12号: the end of an address.
    while let last = scalars.last, "组队号栋幢室".unicodeScalars.contains(last) || ListText.digit(last) != nil,
      scalars.dropLast().last.flatMap(ListText.digit) != nil || ListText.digit(last) != nil
    {
      scalars.removeLast()
    }
    if scalars.isEmpty || scalars.count > longest { return false }
    var reader = Reader(scalars: scalars, breaks: [], agrees: { _ in true }, hasWords: false)
    return reader.isHarmless(from: 0, behind: .mark, amongThem: false)
  }

  /// Whether the name of a file tells of people who live: 遗属生活补助花名册; any other says nothing, as files are named anyhow.
  public static func isAsked(nameOfFile name: String) -> Bool {
    survivors.contains(where: name.contains)
      || benefits.contains(where: name.contains) && !funerals.contains(where: name.contains)
  }

  private static let survivors = [
    "遗属", "遗孀", "家属", "亲属", "抚恤", "抚养", "赡养", "孤儿", "丧偶", "单亲", "配偶", "子女", "在世", "生存", "存活", "慰问", "优抚", "留守", "高龄",
  ]
  private static let benefits = ["补助", "补贴", "津贴", "救助", "救济", "领取", "发放", "申领", "低保", "特困", "五保", "困难", "待遇"]
  private static let funerals = ["丧葬", "殡葬", "火化", "停发", "死亡", "死者"]

  /// What stands before a place in a text, and so what may follow.
  enum State: Hashable {
    /// The beginning, or a mark: anything may follow.
    case mark
    /// A year, a place, an office.
    case free
    case event, change, ending
    /// People; behind what happened to them.
    case people, peopleOf
    case list
    /// Who made it: a name may follow.
    case label, name
    case total
    /// 如有错误: only whom to tell may follow.
    case asking
  }

  private struct Point: Hashable {
    let place: Int
    let state: State
    let isAmong: Bool
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    let breaks: Set<Int>
    let agrees: (Int) -> Bool
    /// Whether more than places may stand in the text.
    let hasWords: Bool
    private var failed: Set<Point> = []

    init(scalars: [Unicode.Scalar], breaks: Set<Int>, agrees: @escaping (Int) -> Bool, hasWords: Bool = true) {
      self.scalars = scalars
      self.breaks = breaks
      self.agrees = agrees
      self.hasWords = hasWords
    }

    mutating func isHarmless(from place: Int, behind state: State, amongThem isAmong: Bool) -> Bool {
      if place == scalars.count { return true }
      let point = Point(place: place, state: state, isAmong: isAmong)
      if failed.contains(point) { return false }
      let isFound =
        hasWords && followsWord(place, state, isAmong) || followsNumber(place, state, isAmong)
        || followsName(place, state, isAmong) || followsPlace(place, state, isAmong)
        || followsNumberOfLetter(place, state, isAmong)
      if isFound { return true }
      // A blank in a title only spreads its letters; where it divides, what follows stands for itself.
      if breaks.contains(place), ![.mark, .asking, .label, .total].contains(state),
        isHarmless(from: place, behind: .mark, amongThem: isAmong)
      {
        return true
      }
      failed.insert(point)
      return false
    }

    private mutating func followsWord(_ place: Int, _ state: State, _ isAmong: Bool) -> Bool {
      for entry in HarmlessWord.byStart[scalars[place]] ?? [] where scalars[place...].starts(with: entry.scalars) {
        guard let next = entry.word.state(behind: state) else { continue }
        let amongThem = isAmong || entry.word == .amongThem
        if isHarmless(from: place + entry.scalars.count, behind: next, amongThem: amongThem) { return true }
      }
      return false
    }

    /// A number with its unit: one of people is compared with the rows.
    private mutating func followsNumber(_ place: Int, _ state: State, _ isAmong: Bool) -> Bool {
      let digits = scalars[place...].prefix { ListText.digit($0) != nil || "百〇零".unicodeScalars.contains($0) }
      let isOrdinal = place > 0 && scalars[place - 1] == "第"
      // A longer one is somebody's.
      guard !digits.isEmpty, digits.count <= 13 else { return false }
      let end = place + digits.count
      let unit = end < scalars.count ? scalars[end] : nil
      let next: State = [.label, .total, .asking].contains(state) ? state : .free
      let isCounted = unit.map(HarmlessWord.counted.contains) ?? false
      if isCounted, !isOrdinal, !isPeople(end) {
        guard isAmong || ListText.number(digits).map(agrees) ?? false else { return false }
        return isHarmless(from: end + 1, behind: state == .total ? .total : .free, amongThem: isAmong)
      }
      if state == .total, !isAmong, !(unit.map(HarmlessWord.otherUnits.contains) ?? false) {
        guard ListText.number(digits).map(agrees) ?? false else { return false }
      }
      return isHarmless(from: end, behind: next, amongThem: isAmong)
    }

    /// 2026年三季度人员, where no number of people is told.
    private func isPeople(_ place: Int) -> Bool {
      place + 1 < scalars.count
        && ["人员", "人口", "名单", "名册"].contains { scalars[place...].starts(with: $0.unicodeScalars) }
    }

    /// Behind 审核 or 联系人.
    private mutating func followsName(_ place: Int, _ state: State, _ isAmong: Bool) -> Bool {
      guard state == .label else { return false }
      let letters = scalars[place...].prefix { $0.isHan || $0 == "·" }
      guard letters.count > 1 else { return false }
      for count in 2...min(letters.count, 12) {
        let name = letters.prefix(count)
        if name.contains(where: HarmlessWord.notInNames.contains) { break }
        guard HarmlessWord.isName(ofPerson: name) else { continue }
        if isHarmless(from: place + count, behind: .name, amongThem: isAmong) { return true }
      }
      return false
    }

    /// 洪公（治）函〔2026〕35号.
    private mutating func followsNumberOfLetter(_ place: Int, _ state: State, _ isAmong: Bool) -> Bool {
      guard [.mark, .free, .label].contains(state) else { return false }
      let sender = scalars[place...].prefix { $0.isHan || $0 == "(" || $0 == ")" }
      guard (2...12).contains(sender.count), !sender.contains(where: HarmlessWord.notInNames.contains) else {
        return false
      }
      var rest = scalars[sender.endIndex...]
      func takes(_ count: ClosedRange<Int>, _ isFit: (Unicode.Scalar) -> Bool) -> Bool {
        let found = rest.prefix(while: isFit).count
        rest = rest.dropFirst(found)
        return count.contains(found)
      }
      let isNumber =
        takes(1...1) { "〔[【(".unicodeScalars.contains($0) } && takes(4...4) { $0.properties.numericType != nil }
        && takes(1...1) { "〕]】)".unicodeScalars.contains($0) } && takes(0...1) { $0 == "第" }
        && takes(1...5) { $0.properties.numericType != nil } && takes(1...1) { $0 == "号" }
      return isNumber && isHarmless(from: rest.startIndex, behind: .free, amongThem: isAmong)
    }

    /// A county, a township, a village, an office: what ends as they do.
    private mutating func followsPlace(_ place: Int, _ state: State, _ isAmong: Bool) -> Bool {
      guard [.mark, .free, .label, .asking].contains(state) else { return false }
      let letters = scalars[place...].prefix { $0.isHan }
      for start in 0...7 where start < letters.count {
        for ending in HarmlessWord.placeEndings[letters[place + start]] ?? [] {
          guard letters[(place + start)...].starts(with: ending) else { continue }
          let name = letters[place..<(place + start)]
          let whole = letters[place..<(place + start + ending.count)]
          guard HarmlessWord.isName(name, ending: ending, whole: whole) else { continue }
          let next: State = state == .asking ? .asking : .free
          if isHarmless(from: place + start + ending.count, behind: next, amongThem: isAmong) { return true }
        }
      }
      return false
    }
  }
}
