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
    let sorted = warnings.sorted { $0.key < $1.key }
    let odd = sorted.map { "\(Self.name(ofWarning: $0.key).chinese) \($0.value)" }.joined(separator: "、")
    let strange = sorted.map { "\(Self.name(ofWarning: $0.key).english) \($0.value)" }.joined(separator: ", ")
    let problems = rejected.prefix(20).map { (row: $0.row, advice: CertificateProblem.advice(on: $0.problem)) }
    let bad = problems.map { "\n  第 \($0.row) 行：\($0.advice.chinese)" }.joined()
    let unusable = problems.map { "\n  row \($0.row): \($0.advice.english)" }.joined()
    return Phrase(
      "读 \(rows) 行：新增 \(imported)，更新 \(updated)，未变 \(unchanged)，退回 \(rejected.count)"
        + bad + (odd.isEmpty ? "" : "\n提示：\(odd)"),
      "Read \(rows.counted("row")): \(imported) new, \(updated) updated, \(unchanged) unchanged, \(rejected.count) rejected"
        + unusable + (strange.isEmpty ? "" : "\nwarnings: \(strange)"))
  }
}

extension RegisterImport {
  private static func name(ofWarning code: String) -> Phrase {
    switch code {
    case "private_use_character": Phrase("姓名有自造字", "private characters in the name")
    case "no_name": Phrase("没有姓名", "no name")
    case "identity_differs": Phrase("身份号码与证号不一致", "identity number differs from the certificate's")
    case "birth_differs": Phrase("出生日期与号码不一致", "birth date differs from the number's")
    case "sex_differs": Phrase("性别与号码不一致", "sex differs from the number's")
    case "category_differs": Phrase("类别等级与证号不一致", "category or grade differs from the number's")
    case "multiple_without_parts": Phrase("多重残疾缺各项", "multiple disability without its parts")
    case "odd_date": Phrase("日期缺失或不合理", "odd dates")
    case "other_district": Phrase("号码属外县区", "a district of elsewhere")
    case "unknown_state": Phrase("证件状态无法识别，按有效接入", "unknown state, taken as valid")
    case "repeated": Phrase("证号在文件中重复，以后一行为准", "a number that stands in the file twice: the later line holds")
    case "second_live": Phrase("一人有两本有效证件", "a second live certificate of a person")
    case "shared_number": Phrase("一个号码下有两个姓名", "two names under one number")
    case "barred": Phrase("注销未满一年", "within a year of a cancellation")
    case "state_differs": Phrase("状态与本室记录不同，未更改", "state differs from ours, which was kept")
    default: .verbatim(code)
    }
  }
}

extension CertificateProblem {
  fileprivate static func advice(on code: String) -> Phrase {
    let problems = IdentityProblem.allCases.map(CertificateProblem.identity) + [.badCategory, .badGrade, .badSuffix]
    return problems.first { $0.code == code }?.advice ?? .verbatim(code)
  }
}

extension Certificate {
  func line(on day: Day) -> JSON {
    .object([
      "certificate": .string(number), "name": .string(name), "identity": .string(identity),
      "category": category.map { .int($0.rawValue) } ?? .null, "grade": grade.map { .int($0.rawValue) } ?? .null,
      "state": .string(state(on: day).rawValue), "valid_to": .optional(self[.validTo].isEmpty ? nil : self[.validTo]),
      "address": .string(self[.address]),
    ])
  }

  fileprivate func json(on day: Day) -> JSON {
    .object([
      "certificate": .string(number), "name": .string(name), "state": .string(state(on: day).rawValue),
      "since": .string(since.iso),
      "category": category.map { .int($0.rawValue) } ?? .null, "grade": grade.map { .int($0.rawValue) } ?? .null,
      "valid_from": .string(self[.validFrom]), "valid_to": .string(self[.validTo]),
      "supersedes": .optional(entries[Field.supersedes.rawValue]), "remark": .optional(entries[Field.remark.rawValue]),
      "case": self[.application].isEmpty ? .null : .string(self[.application]),
      "collected": .bool(!isAwaitingCollection), "transit": transit(on: day),
      "todos": .array(todos.map(JSON.entries)),
    ])
  }
}

extension Certificate {
  /// Since when it is on its way to another county that has not confirmed it, and for how many days; `null` where it is not.
  func transit(on day: Day) -> JSON {
    inTransitSince.map { .object(["since": .string($0.iso), "days": .int(day.ordinal - $0.ordinal)]) } ?? .null
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
      "guardian": guardian?.json ?? .null, "wards": .array(wards.map(\.json)),
      "reported_deaths": .array(
        reportedDeaths.map {
          .object(["sweep": .string($0.sweep), "row": .int($0.row), "event_date": .string($0.day)])
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
        + ($0.transitWords(on: day).map { "  " + $0(in: language) } ?? "")
    }
    let open = cases.map { "  \($0.number)  \($0.kindName(in: language))  \($0.state.name(in: language))" }
    let todos = certificates.flatMap(\.todos).map { todo in
      (Phrase("  待办：", "  to do: ") + todo.todoName + Phrase("，", ", ") + todo.todoWords)(in: language).printable()
    }
    let dead = reportedDeaths.map { (Phrase("请核：", "Check: ") + $0.sentenceOfHolder)(in: language) }
    let guarded = guardian.map { [Phrase("监护人：", "Guardian: ")(in: language) + $0.text] } ?? []
    let wards = wards.map { Phrase("被监护人：", "Guardian of: ")(in: language) + $0.text }
    return ([person] + dead + guarded + wards + papers + todos + open).joined(separator: "\n")
  }
}

extension Guardianship {
  fileprivate var json: JSON {
    .object([
      "name": .string(name), "identity": .string(identity), "phone": .string(phone), "relation": .string(relation),
      "case": .string(application), "holder": .bool(isHolder),
    ])
  }

  fileprivate var text: String {
    [name, relation, Masking.identity(identity), Masking.phone(phone), application].filter { !$0.isEmpty }
      .joined(separator: "  ")
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
