import Casework

/// A number that somebody typed above a list of cases, and where it is looked for besides the ends of case numbers.
struct NumberTyped {
  let text: String
  private let digits: String

  /// - Parameter text: what was typed, cleaned; `nil` where it is no number.
  init?(_ text: String) {
    let upper = text.uppercased()
    guard !upper.isEmpty, upper.utf8.allSatisfy({ (48...57).contains($0) || Self.others.contains($0) }),
      upper.utf8.contains(where: { (48...57).contains($0) })
    else { return nil }
    self.text = upper
    digits = upper.filter { $0 != "-" }
  }

  /// What a number may have besides digits: X at its end, B of a reissue, the marks of a case number.
  private static let others = Set("XB-".utf8)
  /// Everybody in the county has the same six digits at the beginning.
  private static let shortestBeginning = 6
  private static let shortestPhone = 5

  var mayBeCertificate: Bool { digits.utf8.count > 18 }

  /// Each is a range of one index.
  var queries: [(sql: String, texts: [String])] {
    let (length, end) = (digits.utf8.count, digits + "\u{10FFFF}")
    var queries: [(sql: String, texts: [String])] = []
    if (Self.shortestBeginning...18).contains(length) {
      queries.append(
        ("SELECT id FROM application WHERE identity <> '' AND identity >= ? AND identity < ?", [digits, end]))
      queries.append(
        (
          """
          SELECT id FROM application WHERE service = 'renew_info'
            AND json_extract(body, '$.certificate') >= ? AND json_extract(body, '$.certificate') < ?
          """, [digits, end]
        ))
    }
    if length == 4, !text.contains("-") {
      queries.append(("SELECT id FROM application WHERE identity <> '' AND substr(identity, -4) = ?", [digits]))
    }
    if (Self.shortestPhone...12).contains(length) {
      queries.append(
        (
          "SELECT application FROM case_key WHERE key >= ? AND key < ?",
          [CaseKeys.phone + digits, CaseKeys.phone + end]
        ))
    }
    return queries
  }
}
