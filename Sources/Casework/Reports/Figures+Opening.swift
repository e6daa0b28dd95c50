extension Figures {
  /// Whether something lies behind a figure of this code, be it zero: a line, a reason, a part of a division,
  /// or what was counted of the sweeps of a quarter.
  public func opens(_ code: String) -> Bool {
    if ["opening", "closing"].contains(code) || ReportLine(rawValue: code) != nil { return true }
    if let (quarter, _) = SweepFigure.named(code) { return period.quarters.contains(quarter) }
    let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return false }
    if parts[0] == "cancelled" { return CancellationReason(rawValue: parts[1]) != nil }
    return Self.divisions.contains(parts[0]) && values[code] != nil
  }

  /// The codes of what can be opened: lines and reasons by name, of each division the first part there is, of the sweeps
  /// those of the last quarter.
  public var openable: [String] {
    let divided = Self.divisions.compactMap { division in
      values.keys.filter { $0.hasPrefix(division + ".") }.min()
    }
    return ["opening"] + ReportLine.allCases.map(\.rawValue)
      + CancellationReason.allCases.map { "cancelled.\($0.rawValue)" } + ["closing"] + divided
      + (period.quarters.last.map { quarter in SweepFigure.allCases.map { $0.code(in: quarter) } } ?? [])
  }
}
