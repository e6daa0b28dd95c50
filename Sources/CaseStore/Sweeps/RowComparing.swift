import Casework
import Dispatch
import Synchronization

/// Compares what the register answered, beside whoever looks up and whoever writes: neither waits for it, nor for the
/// texts and the digest of a row.
final class RowComparing: Sendable {
  /// The compared rows of a batch, ready for their table, and what they add up to.
  struct Rows: Sendable {
    fileprivate(set) var rows: [Int] = []
    fileprivate(set) var texts = RowTexts()
    fileprivate(set) var classes: [SweepClass: Int] = [:]
    fileprivate(set) var proposals: [SweepProposal: Int] = [:]
    /// How many rows would be decided in bulk if they did not speak against it themselves.
    fileprivate(set) var blocked = 0
    /// The repeated rows that speak against themselves.
    fileprivate(set) var doubtfulDuplicates: [Int] = []
    fileprivate(set) var suspects: [SuspectDeath] = []
    fileprivate(set) var moves: [SuspectMove] = []
    fileprivate(set) var changes: [ChangedNumber] = []
    fileprivate(set) var applicants: [ReportedApplicant] = []
    fileprivate(set) var holders = HolderRows()
  }

  /// What stands once the last rows are compared.
  struct End: Sendable {
    /// The digest of all rows so far.
    let digest: RowsDigest
    /// Whether the file has been read to its end, and not only as far as was asked for.
    let isFileRead: Bool
  }

  private let answers: Conveyor<StoreRegister.Answer>
  private let applicants: Set<IdentityNumber>
  private let belt = Conveyor<Rows>(room: 4)
  private let told = Mutex<End?>(nil)

  /// Begins to compare.
  ///
  /// - Parameters:
  ///   - digest: that of the rows before.
  ///   - applicants: the numbers of those in open cases whom the register does not know.
  init(
    _ answers: Conveyor<StoreRegister.Answer>, by comparison: SweepComparison, after digest: RowsDigest,
    applicants: Set<IdentityNumber>
  ) {
    self.answers = answers
    self.applicants = applicants
    DispatchQueue(label: "comparison").async { [self] in
      belt.end(
        Result {
          let end = try compare(by: comparison, after: digest)
          told.withLock { $0 = end }
        })
    }
  }

  /// The next rows; `nil` once no more were asked for.
  ///
  /// Throws what reading or looking up threw.
  func next() throws -> Rows? { try belt.take() }

  /// Only after the last rows.
  func end() -> End {
    guard let end = told.withLock({ $0 }) else { preconditionFailure("rows are still being compared") }
    return end
  }

  /// Nobody takes any more rows.
  func close() {
    belt.close()
    answers.close()
  }

  private func compare(by comparison: SweepComparison, after digest: RowsDigest) throws -> End {
    var digest = digest
    var isFileRead = false
    while let answer = try answers.take() {
      if answer.rows.isEmpty {
        isFileRead = true
      } else {
        try belt.put(Rows(answer, by: comparison, into: &digest, applicants: applicants))
      }
    }
    return End(digest: digest, isFileRead: isFileRead)
  }
}

extension RowComparing.Rows {
  fileprivate init(
    _ answer: StoreRegister.Answer, by comparison: SweepComparison, into digest: inout RowsDigest,
    applicants known: Set<IdentityNumber>
  ) {
    rows.reserveCapacity(answer.rows.count)
    texts.reserve(rows: answer.rows.count, of: SweepRow.comparedColumns.count)
    for place in answer.rows.indices {
      let row = comparison.compare(
        answer.rows[place], with: answer.matches(at: place), isHeld: answer.isHeld(at: place))
      texts.beginRow()
      row.addCompared(to: &texts)
      digest.add(row: row.row, texts)
      rows.append(row.row)
      classes[row.sweepClass, default: 0] += 1
      proposals[row.proposal, default: 0] += 1
      if row.block != nil {
        if row.proposal != .review, row.proposal != .none { blocked += 1 }
        if row.sweepClass == .duplicate { doubtfulDuplicates.append(row.row) }
      }
      holders.add(row)
      if let suspect = SuspectDeath(row, answer, place) { suspects.append(suspect) }
      if let move = SuspectMove(row, answer, place) { moves.append(move) }
      if row.kind == .death, !known.isEmpty, row.sweepClass != .duplicate, let number = answer.rows[place].number,
        known.contains(number)
      {
        applicants.append(ReportedApplicant(row: row.row, identity: row.identity))
      }
      if row.kind == .identityChanged, let change = ChangedNumber(row) { changes.append(change) }
    }
  }
}
