import Casework
import Dispatch
import Foundation
import GRDB
import Synchronization

/// Looks for near matches on every core, each with a connection of its own.
final class NearSearch: Sendable {
  private let workers: [DatabaseQueue]
  private let weights = Mutex<NearWeights?>(nil)

  init(at path: String, workers count: Int = min(8, ProcessInfo.processInfo.activeProcessorCount)) throws {
    workers = try (0..<max(1, count)).map { _ in try CaseStore.reader(at: path) }
  }

  /// The near matches of each row, the best first.
  ///
  /// - Parameter sweep: the rows' own; what people decided is read of all others.
  func matches(for rows: [SweepRow], besides sweep: Int64, today: Day) throws -> [[NearMatch]] {
    let weights = try learntWeights()
    let count = workers.count
    let parts = Mutex([Result<[[NearMatch]], any Error>](repeating: .success([]), count: count))
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      let part = Result {
        try workers[worker].read { db in
          let register = try NearRegister(weights, db)
          let earlier = try EarlierSweeps(besides: sweep, in: db)
          var found: [[NearMatch]] = []
          for place in stride(from: worker, to: rows.count, by: count) {
            found.append(try Self.matches(rows[place], in: register, earlier, today))
          }
          return found
        }
      }
      parts.withLock { $0[worker] = part }
    }
    let found = try parts.withLock { try $0.map { try $0.get() } }
    return rows.indices.map { found[$0 % count][$0 / count] }
  }

  /// Learnt once: they are the same for all rows of a sweep.
  private func learntWeights() throws -> NearWeights {
    if let learnt = weights.withLock({ $0 }) { return learnt }
    let learnt = try workers[0].read { try NearRegister.weights(in: $0) }
    weights.withLock { $0 = learnt }
    return learnt
  }

  private static func matches(
    _ row: SweepRow, in register: borrowing NearRegister, _ earlier: borrowing EarlierSweeps, _ today: Day
  ) throws -> [NearMatch] {
    let taken = NearRow(row.source, identity: row.identity, today: today)
    return try register.matches(
      of: taken, numberIsKnown: row.sweepClass == .nameMismatch, candidates: row.candidates,
      apart: try earlier.toldApart(row, name: taken.name))
  }
}
