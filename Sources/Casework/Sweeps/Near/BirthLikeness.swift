/// How a birth date in a police row resembles one in the register.
enum BirthLikeness {
  static func between(row: Day, held: Day) -> NearReason.Finding {
    if row == held { return .same }
    if row.year == held.year, row.month == held.day, row.day == held.month { return .dayAndMonth }
    let (mine, theirs) = (digits(row), digits(held))
    let differing = mine.indices.filter { mine[$0] != theirs[$0] }
    if differing.count == 1 { return .oneDigit }
    if differing.count == 2, differing[0] + 1 == differing[1], mine[differing[0]] == theirs[differing[1]],
      mine[differing[1]] == theirs[differing[0]]
    {
      return .neighboursSwapped
    }
    return abs(row.ordinal - held.ordinal) <= neighbours ? .neighbouring : .different
  }

  /// Every other day that stands in one of these relations to `day`, each once.
  static func near(_ day: Day) -> [Day] {
    let digits = digits(day)
    var found: Set<Day> = []
    func take(_ digits: [Int]) {
      let number = digits.reduce(0) { $0 * 10 + $1 }
      if let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) { found.insert(day) }
    }
    for place in 1..<8 {
      for digit in 0...9 {
        var changed = digits
        changed[place] = digit
        take(changed)
      }
      if place < 7 {
        var swapped = digits
        swapped.swapAt(place, place + 1)
        take(swapped)
      }
    }
    if let swapped = Day(year: day.year, month: day.day, day: day.month) { found.insert(swapped) }
    for step in -neighbours...neighbours { found.insert(day.adding(days: step)) }
    found.remove(day)
    return found.sorted()
  }

  /// How many days apart still count as neighbouring.
  private static let neighbours = 3

  private static func digits(_ day: Day) -> [Int] {
    var rest = day.year * 10_000 + day.month * 100 + day.day
    var digits = [Int](repeating: 0, count: 8)
    for place in stride(from: 7, through: 0, by: -1) {
      digits[place] = rest % 10
      rest /= 10
    }
    return digits
  }
}
