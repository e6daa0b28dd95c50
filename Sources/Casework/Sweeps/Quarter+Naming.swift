extension Quarter {
  /// The quarter that somebody has written.
  ///
  /// Throws `Refusal` for what is no quarter, and for one of another age.
  public static func named(_ text: String) throws(Refusal) -> Quarter {
    if let quarter = Quarter(text) { return quarter }
    if written(text) == nil {
      throw Refusal(
        Refusal.badQuarterCode,
        Phrase("季度写作 2026Q3，四位年份，Q1 至 Q4", "Write a quarter as 2026Q3: four digits of the year, Q1 to Q4"))
    }
    let (first, last) = (years.lowerBound, years.upperBound)
    throw Refusal(
      Refusal.badQuarterCode,
      Phrase("季度 \(text) 不在 \(first)Q1 至 \(last)Q4 之间", "\(text) does not lie between \(first)Q1 and \(last)Q4"),
      remedy: Phrase("请核对年份", "Check the year"))
  }
}

extension Refusal {
  public static let badQuarterCode = "bad_quarter"

  public static func futureQuarter(_ quarter: Quarter) -> Refusal {
    Refusal(
      "future_quarter", Phrase("\(quarter.name.chinese)尚未开始", "\(quarter.name.english) has not begun"),
      remedy: Phrase("请核对季度", "Check the quarter"))
  }
}
