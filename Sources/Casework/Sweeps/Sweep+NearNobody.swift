/// Rows about nobody of the register, with somebody near them: the program proposes nothing for them (cli: class `none`),
/// and a person has to know that they are there.
extension Sweep {
  /// How many the import found.
  public var nearNobody: Int { Int(value("near_nobody", of: .import)) ?? 0 }

  /// That so many of the rows that are not ours have people near them, and where they are seen; `nil` without any.
  public func nearNobodyWords(_ rows: Int) -> Phrase? {
    guard rows > 0 else { return nil }
    return Phrase(
      "「不在册」中 \(rows) 行有相近的人，不会自动提出：逐行核对时按 → 换到「近似的」（命令 sweep rows \(number) --near）",
      "\(rows.counted("row")) of “\(SweepClass.none.name.english)” near to somebody, nothing is proposed: → to “near matches” when going "
        + "row by row (sweep rows \(number) --near)")
  }
}
