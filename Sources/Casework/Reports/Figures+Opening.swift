extension Figures {
  /// Whether something lies behind a figure of this code, be it zero: a line, a reason, or a part of a division.
  public func opens(_ code: String) -> Bool {
    if ["opening", "closing"].contains(code) || ReportLine(rawValue: code) != nil { return true }
    let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return false }
    if parts[0] == "cancelled" { return CancellationReason(rawValue: parts[1]) != nil }
    return Self.divisions.contains(parts[0]) && values[code] != nil
  }

  /// The codes of what can be opened: lines and reasons by name, of each division the first part there is.
  public var openable: [String] {
    let divided = Self.divisions.compactMap { division in
      values.keys.filter { $0.hasPrefix(division + ".") }.min()
    }
    return ["opening"] + ReportLine.allCases.map(\.rawValue)
      + CancellationReason.allCases.map { "cancelled.\($0.rawValue)" } + ["closing"] + divided
  }
}
