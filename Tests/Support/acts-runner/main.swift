// A desk for tests: signs in, acts without end, and says each act only after the store has said that it is done.
//
//   acts-runner acts STORE STAFF PASSWORD
//   acts-runner sweep STORE STAFF PASSWORD ID        applies a sweep and says how far it has come
//   acts-runner limited STORE STAFF PASSWORD BYTES   no file may grow beyond BYTES, as on a full disk
//   acts-runner nobody STORE                         opens as a user who owns nothing

import CaseStore
import Casework
import Foundation

/// Writes one line at once, past every buffer.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

let clock = CaseStore.Clock(
  now: { Instant(milliseconds: 1_772_400_000_000) }, rehearsalDay: Day(year: 2026, month: 3, day: 2))

/// The morning on which a sweep is applied.
let later = CaseStore.Clock(
  now: { Instant(milliseconds: 1_772_400_000_000) }, rehearsalDay: Day(year: 2026, month: 4, day: 2))

func acts(_ store: CaseStore, by session: Session) throws {
  for turn in 0... {
    let opened = try store.openCase(
      .new, ["name": "张秀兰", "address": "岩垅村", "category": "4", "phone": "1380000\(turn)"], by: session)
    say("\(opened.id) open")
    for village in ["塘湾村", "江市村"] {
      try store.record(.edit, ["address": village], on: opened.id, by: session)
      say("\(opened.id) edit")
    }
    try store.record(.withdraw, ["request": "本人书面申请"], on: opened.id, by: session)
    say("\(opened.id) withdraw")
  }
}

func run(_ arguments: [String]) throws {
  switch (arguments[0], arguments.count) {
  case ("acts", 4):
    let store = try CaseStore.open(at: arguments[1], clock: clock)
    try acts(store, by: try store.signIn(arguments[2], password: arguments[3]))
  case ("sweep", 5):
    let store = try CaseStore.open(at: arguments[1], clock: later)
    let session = try store.signIn(arguments[2], password: arguments[3])
    _ = try store.apply(
      sweep: Int64(arguments[4]) ?? 0, by: session, progress: { done, all in say("\(done) of \(all)") })
    say("applied")
  case ("limited", 5):
    let store = try CaseStore.open(at: arguments[1], clock: clock)
    let session = try store.signIn(arguments[2], password: arguments[3])
    var limit = rlimit(rlim_cur: rlim_t(arguments[4]) ?? 0, rlim_max: rlim_t(arguments[4]) ?? 0)
    signal(SIGXFSZ, SIG_IGN)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    try acts(store, by: session)
  case ("nobody", 2):
    if getuid() == 0 { precondition(setgid(65_534) == 0 && setuid(65_534) == 0, "root may become anybody") }
    _ = try CaseStore.open(at: arguments[1], clock: clock)
  default: say("usage")
  }
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch let problem as StoreProblem {
  say("problem \(problem.code)")
} catch let refusal as Refusal {
  say("refusal \(refusal.code)")
}
