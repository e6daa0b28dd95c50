import CaseStore
import Casework
import Foundation

/// Near matches: how often the right holder stands first, and how often somebody is shown for a stranger.
///
/// The rows are such as no exact rule can match: a miswritten name or birth date beside another number.
struct NearBench {
  private let office: BenchOffice
  private static let rows = 8000

  init(_ office: BenchOffice) { self.office = office }

  func run() throws {
    Bench.say(
      "near matches (aim: right one first ≥ 95 %; somebody shown for ≤ 2 % of strangers at 50,000, ≤ 4 % at 200,000)")
    for holders in [50_000, 200_000] { try measure(holders) }
  }

  private func measure(_ count: Int) throws {
    let path = "\(office.folder)/near\(count).sqlite"
    guard try runProgram(office.certdesk, ["demo", "--store", path, "--holders", "0"]) == 0 else {
      throw BenchProblem("certdesk demo made no office")
    }
    let store = try CaseStore.open(at: path, clock: BenchOffice.clock())
    let session = try store.signIn(office.staff, password: office.password)
    var people = NearPeople(seed: UInt64(count))
    let holders = (0..<count).map { _ in people.person() }
    let imported = try store.importRegister(
      holders.enumerated().map { $1.line($0 + 1) }, of: ReceivedFile(name: "register.csv", bytes: [1]), by: session,
      dates: { text, _ in Day(iso: text).map(EventDate.day) ?? .missing })
    let told = (0..<Self.rows).map { index in
      people.row(index + 1, about: holders[(index * 7919) % count], PoliceTale.allCases[index % 4])
    }
    var seconds = [0.0, 0]
    var sweeps: [Sweep] = []
    for (run, findsNear) in [false, true].enumerated() {
      seconds[run] = try milliseconds {
        sweeps.append(
          try store.importSweep(
            ReceivedFile(name: "\(findsNear)", bytes: [UInt8(run)]), quarter: Quarter(of: store.today), by: session,
            findsNear: findsNear
          ) { take in
            for told in told { try take(told.row) }
            return FileReading(format: "csv", encoding: "", passedOver: 0)
          })
      }
    }
    let rows = try store.withNear(store.rows(of: sweeps[1], by: session), of: sweeps[1])
    report(imported.imported, rows, told, (seconds[1] - seconds[0]) * 1000 / Double(Self.rows))
  }

  private func report(_ holders: Int, _ rows: [SweepRow], _ told: [NearPeople.Told], _ microseconds: Double) {
    var shown: [PoliceTale: (all: Int, found: Int)] = [:]
    for (row, told) in zip(rows, told) where row.sweepClass != .exact && row.sweepClass != .nameMismatch {
      let isFound = told.certificate.isEmpty ? !row.near.isEmpty : row.near.first?.certificate == told.certificate
      shown[told.tale, default: (0, 0)].all += 1
      shown[told.tale, default: (0, 0)].found += isFound ? 1 : 0
    }
    let share = { (tale: PoliceTale) in
      let counts = shown[tale] ?? (1, 0)
      return (Double(counts.found) * 100 / Double(counts.all)).shown(1) + " %"
    }
    Bench.say(
      """
        \(holders) holders × \(rows.count) rows: near names \(share(.nearName)), near birth dates \(share(.nearBirth)) \
      right first; strangers \(share(.stranger)), strangers with a holder's name \(share(.namesake)) shown somebody; \
      \(microseconds.shown(0)) µs a row
      """)
  }
}
