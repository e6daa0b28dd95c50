import Casework
import GRDB

/// The letters that went to holders about rows of sweeps.
struct LettersSent {
  private var sent: [String: [(rows: [ClosedRange<Int>], day: Day)]] = [:]

  init(_ dispatches: [Dispatch] = []) {
    for dispatch in dispatches where dispatch.what == .letter && dispatch.receivers.contains(.holder) {
      if case .sweep(let number, let rows) = dispatch.subject { sent[number, default: []].append((rows, dispatch.day)) }
    }
  }

  /// The day of the last one about the row that told of a certificate's move.
  func last(about certificate: Certificate) -> Day? {
    guard case .sweep(let number, let rows)? = certificate.watchedBy, let row = rows.first?.lowerBound else {
      return nil
    }
    return sent[number]?.filter { letter in letter.rows.contains { $0.contains(row) } }.map(\.day).max()
  }
}
