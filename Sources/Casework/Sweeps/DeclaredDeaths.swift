/// Who declared the deaths of a file: a declarant who had died before cannot have done so (domain: 5.1).
public struct DeclaredDeaths: Sendable {
  /// A row whose declarant is reported dead by another row of the file.
  public struct DeadDeclarant: Hashable, Sendable {
    public let row: Int
    /// The row about the declarant, and the day of that death.
    public let other: Int
    public let day: Day
  }

  private struct Death: Sendable {
    let body: UInt64
    let row: Int32
    let day: Day
  }

  private struct Declared: Sendable {
    let declarant: UInt64
    let row: Int32
    let day: Day
  }

  private var deaths: [Death] = []
  private var declared: [Declared] = []

  mutating func note(_ row: CleanedRow, on day: Day) {
    if let number = row.number { deaths.append(Death(body: number.body, row: Int32(row.source.row), day: day)) }
    if let declarant = row.declarant {
      declared.append(Declared(declarant: declarant.body, row: Int32(row.source.row), day: day))
    }
  }

  /// In file order; whoever died on the day of the other may still have declared it.
  var deadDeclarants: [DeadDeclarant] {
    if declared.isEmpty { return [] }
    let declarants = Set(declared.map(\.declarant))
    let dead = Dictionary(
      deaths.lazy.filter { declarants.contains($0.body) }.map { ($0.body, $0) }, uniquingKeysWith: { first, _ in first }
    )
    return declared.compactMap { told in
      guard let death = dead[told.declarant], death.day < told.day, death.row != told.row else { return nil }
      return DeadDeclarant(row: Int(told.row), other: Int(death.row), day: death.day)
    }
  }
}
