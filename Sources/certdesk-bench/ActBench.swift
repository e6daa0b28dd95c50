import CaseStore
import Casework
import Foundation

/// A recorded act against SQLite alone, which writes the same two rows into a copy of the same store, durably.
struct ActBench {
  private let office: BenchOffice
  private static let acts = 600

  init(_ office: BenchOffice) { self.office = office }

  func run() throws {
    let store = try CaseStore.open(at: office.deskStore, clock: BenchOffice.clock())
    let session = try store.signIn(BenchOffice.staff, password: BenchOffice.password)
    let opened = try store.openCase(.new, ["name": "王测试", "address": "某村一组"], by: session)
    let bare = try copy()
    let (begin, commit) = (try bare.statement("BEGIN IMMEDIATE"), try bare.statement("COMMIT"))
    let append = try bare.statement(
      """
      INSERT INTO event SELECT seq + 1, kind, subject, ?1, 'edit', to_state, actor, NULL, at, day, ?2, hash
      FROM event ORDER BY seq DESC LIMIT 1
      """)
    let keep = try bare.statement(
      "UPDATE application SET seq = ?1, body = json_set(body, '$.address', ?2) WHERE id = ?3")
    var (ours, theirs): ([Double], [Double]) = ([], [])
    for act in 1...Self.acts {
      let address = "某村\(act)组"
      ours.append(try milliseconds { try store.record(.edit, ["address": address], on: opened.id, by: session) })
      theirs.append(
        try milliseconds {
          try begin.run([])
          try append.run([.number(act + 1), .text(#"{"address":"\#(address)"}"#)])
          try keep.run([.number(act + 1), .text(address), .number(Int(opened.id))])
          try commit.run([])
        })
    }
    let (mine, least) = (Sample(ours), Sample(theirs))
    Bench.say(
      """
      one recorded act against SQLite alone writing the same two rows into the same tables (WAL, FULL; \
      \(Self.acts) each, in turn)
        certdesk p50 \((mine.median * 1000).shown(0)) µs, p99 \((mine.p99 * 1000).shown(0)) µs · \
      SQLite p50 \((least.median * 1000).shown(0)) µs, p99 \((least.p99 * 1000).shown(0)) µs · \
      ratio p50 \((mine.median / least.median).shown()), p99 \((mine.p99 / least.p99).shown()) (aim ≤ 1.30)
      """)
  }

  private func copy() throws -> BareStore {
    let path = "\(office.folder)/bare.sqlite"
    try BareStore(office.deskStore).run("VACUUM INTO '\(path)'")
    let bare = try BareStore(path)
    try bare.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    return bare
  }
}
