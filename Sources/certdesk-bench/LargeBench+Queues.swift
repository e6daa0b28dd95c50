import Casework
import PtyKit
import TerminalKit

/// Opening queues: the long ones beside the bare statement, and every other that the clerk's desk shows.
extension LargeBench {
  static let list = """
    SELECT number, service, state, applicant, deadline, owner FROM application
    """
  private static let arms = """
    SELECT urgency FROM application WHERE state = 'submitted' ORDER BY urgency LIMIT 35
    """

  func openQueues() throws {
    try warm()
    let (all, queue) = (LargeStore.cases, LargeStore.submitted)
    let key = try queueKey()
    var ours: [Double] = []
    var theirs: [Double] = []
    let first = try bare.statement(
      "\(Self.list) WHERE id IN (SELECT urgency & 4294967295 FROM (\(Self.arms))) ORDER BY urgency")
    let count = try bare.statement("SELECT sum(cases) FROM case_day WHERE state = 'submitted'")
    for _ in 0..<110 {
      ours.append(try time(key) { $0.text.contains("\(queue) / \(queue)") && $0.text.contains(" 1/\(queue)") })
      _ = try time(.escape) { $0.text.contains("F8") }
      theirs.append(
        try milliseconds {
          try first.run([])
          try count.run([])
        })
      ours.append(try time(.function(5)) { $0.text.contains("\(all) / \(all)") && $0.text.contains(" 1/\(all)") })
      _ = try time(.escape) { $0.text.contains("F8") }
    }
    say("opening the queue of \(queue) and all \(all) cases in turn", ours, theirs)
  }

  func queueKey() throws -> Key {
    guard let line = desk.screen.text.split(separator: "\n").first(where: { $0.contains(" 待受理") }),
      let digit = line.first(where: \.isNumber)
    else { throw BenchProblem("no queue 待受理 on\n\(desk.screen.text)") }
    return .character(digit)
  }

  /// Each of the others in its turn, long and short.
  func openOtherQueues() throws {
    try warm()
    let queues = otherQueues
    var ours: [Double] = []
    for _ in 0..<20 {
      for (key, count) in queues {
        ours.append(try time(key) { $0.text.contains("\(count) / \(count)") && $0.text.contains(" 1/\(count)") })
        _ = try time(.escape) { $0.text.contains("F8") }
      }
    }
    say("opening each of the other \(queues.count) queues in turn", ours, [])
  }

  /// Keys and lengths of the queues that have a digit and are not empty, but for the longest.
  private var otherQueues: [(key: Key, count: Int)] {
    let names = Set(CaseQueue.allCases.map(\.name.chinese))
    return desk.screen.text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 2, words[0].count == 1, let digit = words[0].first, digit.isNumber, names.contains(words[1]),
        let count = Int(words[2]), count > 0, count != LargeStore.submitted
      else { return nil }
      return (.character(digit), count)
    }
  }
}
