import CaseStore
import Casework

extension RegisterImport {
  var json: JSON {
    .object([
      "rows": .int(rows), "imported": .int(imported), "unchanged": .int(unchanged), "updated": .int(updated),
      "rejected": .array(rejected.map { .object(["row": .int($0.row), "problem": .string($0.problem)]) }),
      "warnings": .pairs(warnings.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) }),
    ])
  }

  var text: Phrase {
    let odd = warnings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "、")
    let bad = rejected.prefix(20).map { "\($0.row)（\($0.problem)）" }.joined(separator: "、")
    return Phrase(
      "读 \(rows) 行：新增 \(imported)，更新 \(updated)，未变 \(unchanged)，退回 \(rejected.count)"
        + (bad.isEmpty ? "" : "\n退回的行：\(bad)") + (odd.isEmpty ? "" : "\n提示：\(odd)"),
      "Read \(rows) rows: \(imported) new, \(updated) updated, \(unchanged) unchanged, \(rejected.count) rejected"
        + (bad.isEmpty ? "" : "\nrejected: \(bad)") + (odd.isEmpty ? "" : "\nwarnings: \(odd)"))
  }
}

extension Certificate {
  func line(on day: Day) -> JSON {
    .object([
      "certificate": .string(number), "name": .string(name), "identity": .string(identity),
      "category": category.map { .int($0.rawValue) } ?? .null, "grade": grade.map { .int($0.rawValue) } ?? .null,
      "state": .string(state(on: day).rawValue), "valid_to": .string(self[.validTo]),
      "address": .string(self[.address]),
    ])
  }

  fileprivate func json(on day: Day) -> JSON {
    .object([
      "certificate": .string(number), "state": .string(state(on: day).rawValue), "since": .string(since.iso),
      "category": category.map { .int($0.rawValue) } ?? .null, "grade": grade.map { .int($0.rawValue) } ?? .null,
      "valid_from": .string(self[.validFrom]), "valid_to": .string(self[.validTo]),
      "case": self[.application].isEmpty ? .null : .string(self[.application]),
      "collected": .bool(!isAwaitingCollection),
      "todos": .array(todos.map(JSON.entries)),
    ])
  }
}

extension Holder {
  func json(on day: Day) -> JSON {
    .object([
      "holder": .object([
        "identity": .string(newest.identity), "name": .string(newest.name), "sex": .string(newest[.sex]),
        "birth": .string(newest[.birth]), "ethnicity": .string(newest[.ethnicity]),
        "address": .string(newest[.address]), "phone": .string(newest[.phone]),
      ]),
      "certificates": .array(certificates.map { $0.json(on: day) }),
      "cases": .array(
        cases.map {
          .object([
            "case": .string($0.number), "service": .string($0.service.rawValue), "state": .string($0.state.rawValue),
          ])
        }),
      "events": .array(events.map(\.json)),
    ])
  }

  func text(on day: Day, in language: Language) -> String {
    let person =
      "\(newest.name)  \(Masking.identity(newest.identity))  \(newest[.birth])  \(Masking.phone(newest[.phone]))  "
      + newest[.address]
    let papers = certificates.map {
      "  \(Masking.certificate($0.number))  \($0.category?.name(in: language) ?? "")"
        + "\($0.grade?.name(in: language) ?? "")  \($0.state(on: day).name(in: language))  "
        + "\($0[.validFrom]) – \($0[.validTo])"
    }
    let open = cases.map { "  \($0.number)  \($0.service.name(in: language))  \($0.state.name(in: language))" }
    return ([person] + papers + open).joined(separator: "\n")
  }
}

extension LogEntry {
  var json: JSON { json(data) }

  func json(_ data: Entries) -> JSON {
    .object([
      "seq": .int(sequence), "at": .string(at.iso), "actor": .string(actor), "event": .string(move),
      "day": .string(day.iso), "second": .optional(second), "data": .entries(data),
    ])
  }
}
