/// A title of a list that names another time than the quarter it is imported for, or another place than the office's.
public struct TitleDoubt: Hashable, Sendable {
  enum Kind: String { case quarter, place }

  let kind: Kind
  let title: String

  /// - Parameter quarter: of which the list is said to be.
  public func words(of quarter: String) -> Phrase {
    switch kind {
    case .quarter: Phrase("标题「\(title)」写的不是 \(quarter)", "the title “\(title)” is of another time than \(quarter)")
    case .place: Phrase("标题「\(title)」写的是别的县市", "the title “\(title)” names another place than ours")
    }
  }

  /// How an import's event keeps it, in one line.
  public var kept: String { "\(kind.rawValue) \(title)" }

  init(_ kind: Kind, _ title: String) {
    self.kind = kind
    self.title = title
  }

  init?(kept: Substring) {
    let parts = kept.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else { return nil }
    self.init(kind, parts[1])
  }

  private static let most = 5
  private static let longest = 100

  /// What speaks against the quarter or the place in the titles of a list.
  ///
  /// - Parameter places: the office's own county and what it was called before, with province and city; empty where
  ///   they are not known.
  public static func all(in titles: [String], of quarter: Quarter?, at places: [String]) -> [TitleDoubt] {
    var doubts: [TitleDoubt] = []
    for title in titles where title.count <= longest {
      let line = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if let quarter, TitleTime.isOther(than: quarter, in: line) { doubts.append(TitleDoubt(.quarter, line)) }
      if TitlePlace.isOther(than: places, in: line) { doubts.append(TitleDoubt(.place, line)) }
      if doubts.count >= most { break }
    }
    return doubts
  }
}

extension Sweep {
  public static let titleDoubtsCode = "title_doubts"

  /// What its titles said against its quarter or the office, and was imported all the same.
  public var titleDoubts: [Phrase] {
    value(Self.titleDoubtsCode, of: .import).split(separator: "\n").compactMap { TitleDoubt(kept: $0) }
      .map { $0.words(of: quarter) }
  }
}

/// What a title tells of the time that a list is of: 2026年第三季度, 2026年7-9月.
///
/// The day on which it was printed tells nothing.
enum TitleTime {
  static func isOther(than quarter: Quarter, in title: String) -> Bool {
    let text = arabic(title)
    let quarters =
      text.matches(of: /(?:(20\d\d) ?年?度? ?)?第? ?([1-4]) ?季/).map { ($0.1.flatMap { Int($0) }, Int($0.2)) }
      + text.matches(of: /(?:(20\d\d) ?年?-?)? ?[Qq]([1-4])/).map { ($0.1.flatMap { Int($0) }, Int($0.2)) }
    if quarters.contains(where: { ($0.0 ?? quarter.year, $0.1 ?? 0) != (quarter.year, quarter.number) }) { return true }
    if text.contains(/上 ?[个1]? ?季/) || isOtherHalf(than: quarter, in: text) || isOtherRange(than: quarter, in: text) {
      return true
    }
    let years = text.matches(of: /(20\d\d) ?年(?! ?\d{1,2} ?月)/).compactMap { Int($0.1) }
    if years.contains(where: { $0 != quarter.year }) { return true }
    // What follows tells that it is no day on which something was printed.
    let month = /(20\d\d) ?年 ?(\d{1,2}) ?月?(?: ?[至到—–~～-] ?(\d{1,2}) ?月)?(?= ?(?:份|死|迁|火|殡|户|注|变|姓|公民))/
    let months = text.matches(of: month)
    return months.contains { match in
      guard let first = Int(match.2) else { return false }
      let last = match.3.flatMap { Int($0) } ?? first
      let own = (quarter.number * 3 - 2)...(quarter.number * 3)
      return Int(match.1) != quarter.year || first > own.upperBound || last < own.lowerBound
    }
  }

  private static func isOtherHalf(than quarter: Quarter, in text: String) -> Bool {
    text.contains("上半年") && !text.contains("下半年") && quarter.number > 2
      || text.contains("下半年") && !text.contains("上半年") && quarter.number < 3
  }

  /// From one day, or month, to another, none of which lies in the quarter.
  private static func isOtherRange(than quarter: Quarter, in text: String) -> Bool {
    let days =
      /(20\d\d)[.\-\/年](\d{1,2})[.\-\/月](?:\d{1,2})日? ?[至到—–~～-]+ ?(?:(20\d\d)[.\-\/年])?(\d{1,2})[.\-\/月]\d{1,2}/
    let plain = /(20\d\d)(\d\d)\d\d ?[至到—–~～-]+ ?(20\d\d)(\d\d)\d\d/
    let months = /(20\d\d) ?[.年] ?(\d{1,2}) ?月? ?[至到—–~～-]+ ?(?:(20\d\d) ?年 ?)?(\d{1,2}) ?月/
    let ranges =
      text.matches(of: days).map { ($0.1, $0.2, $0.3 ?? $0.1, $0.4) }
      + text.matches(of: plain).map { ($0.1, $0.2, $0.3, $0.4) }
      + text.matches(of: months).map { ($0.1, $0.2, $0.3 ?? $0.1, $0.4) }
    return ranges.contains { range in
      guard let firstYear = Int(range.0), let firstMonth = Int(range.1), let lastYear = Int(range.2),
        let lastMonth = Int(range.3), (1...12).contains(firstMonth), (1...12).contains(lastMonth)
      else { return false }
      let last = quarter.year * 12 + quarter.number * 3
      return firstYear * 12 + firstMonth > last || lastYear * 12 + lastMonth < last - 2
    }
  }

  /// With digits for 二〇二六年, 三季度 and 六月, and 2026年 for 26年.
  private static func arabic(_ title: String) -> String {
    var text = String(String.UnicodeScalarView(title.unicodeScalars.map(\.halfWidth)))
    for year in text.matches(of: /[一二三四五六七八九〇零○]{4}(?=年)/).reversed() {
      text.replaceSubrange(year.range, with: year.0.map { $0 == "零" || $0 == "○" ? "0" : digits[$0] ?? "0" }.joined())
    }
    for number in text.matches(of: /[一二三四](?= ?季)/).reversed() {
      text.replaceSubrange(number.range, with: number.0.map { digits[$0] ?? "" }.joined())
    }
    for number in text.matches(of: /(十?)([一二三四五六七八九]|十)(?= ?月)/).reversed() {
      let one = number.2 == "十" ? "10" : number.2.map { digits[$0] ?? "" }.joined()
      text.replaceSubrange(number.range, with: number.1.isEmpty ? one : "1\(one)")
    }
    for year in text.matches(of: /(?:^|[^0-9])(2\d)(?= ?年| ?[Qq][1-4])/).reversed() {
      text.replaceSubrange(year.1.startIndex..<year.1.endIndex, with: "20\(year.1)")
    }
    return text
  }

  private static let digits: [Character: String] = Dictionary(
    uniqueKeysWithValues: zip("〇一二三四五六七八九", 0...9).map { ($0, String($1)) })
}

/// The counties and cities that a title names.
enum TitlePlace {
  /// Whether it names others and not the office's; a prefecture or province above it is its own.
  ///
  /// - Parameter places: with province and city; none where the office's county is not known.
  static func isOther(than places: [String], in title: String) -> Bool {
    if places.isEmpty { return false }
    let named = names(in: title)
    if named.contains(where: { name in places.contains { $0.hasSuffix(name) } }) { return false }
    return named.contains { name in
      !places.contains { $0.contains(name) }
        && !Districts.codes(named: name).contains { code in
          Districts.fullName(of: code).map { full in places.contains(where: full.hasPrefix) } ?? false
        }
    }
  }

  /// The longest names of districts that end where a word for one stands.
  private static func names(in title: String) -> [String] {
    let letters = Array(title.filter { !$0.isWhitespace })
    return letters.indices.filter { "县市区旗省".contains(letters[$0]) }.compactMap { end in
      let ending = stride(from: min(end + 1, 12), through: 3, by: -1).lazy.map { String(letters[(end - $0 + 1)...end]) }
      let found = ending.first { $0 != "市辖区" && $0.allSatisfy(\.isLetter) && isDistrict($0) }
      if found != nil || letters[end] != "县" { return found }
      // 芷江县 for 芷江侗族自治县.
      return ending.lazy.compactMap { Districts.autonomousCounty(calledShort: $0) }.first
    }
  }

  /// Whether a district is so called, nothing above it written.
  private static func isDistrict(_ name: String) -> Bool {
    Districts.codes(named: name).contains { Districts.name(of: $0) == name }
  }
}
