import CaseStore
import Casework
import CSQLiteBare
import Foundation

/// A recorded act against a bare SQLite transaction of the same bytes: one row inserted, one updated, durably.
struct ActBench {
  private let office: BenchOffice
  private static let acts = 600

  init(_ office: BenchOffice) { self.office = office }

  func run() throws {
    let store = try CaseStore.open(at: office.deskStore, clock: BenchOffice.clock())
    let session = try store.signIn(BenchOffice.staff, password: BenchOffice.password)
    let opened = try store.openCase(.new, ["name": "王测试", "address": "某村一组"], by: session)
    guard let bare = bare_open("\(office.folder)/bare.db") else { throw BenchProblem("no bare store") }
    defer { bare_close(bare) }
    var ours: [Double] = []
    var theirs: [Double] = []
    let body = String(repeating: "x", count: 400)
    for act in 0..<Self.acts {
      ours.append(
        try milliseconds { try store.record(.edit, ["address": "某村\(act)组"], on: opened.id, by: session) })
      theirs.append(milliseconds { bare_act(bare, Int64(act), #"{"address":"某村\#(act)组"}"#, body) })
    }
    let (mine, least) = (Sample(ours), Sample(theirs))
    Bench.say(
      """
      one recorded act against a bare commit of the same rows (WAL, FULL; \(Self.acts) each, in turn)
        certdesk p50 \((mine.median * 1000).shown(0)) µs, p99 \((mine.p99 * 1000).shown(0)) µs · \
      bare p50 \((least.median * 1000).shown(0)) µs, p99 \((least.p99 * 1000).shown(0)) µs · \
      ratio p50 \((mine.median / least.median).shown()), p99 \((mine.p99 / least.p99).shown()) (aim ≤ 1.30)
      """)
  }
}
