import ArgumentParser
import CaseStore
import Casework
import Exchange

/// A village list: a draft for each of its lines.
struct CaseImport: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "名单批量登记，每行一件草稿 · a draft for each line of a list")
  @Argument(help: "FILE (CSV, TSV, XLSX)") var file: String
  @Option(help: "SERVICE") var service: String = ServiceKind.new.rawValue
  @Option(name: .customLong("map"), help: "COLUMN=FIELD") var mappings: [String] = []
  @Option(help: "auto|utf-8|gb18030|utf-16") var encoding: String = "auto"
  @Option(help: "工作表名 · sheet") var sheet: String?
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    let service = try ServiceKind.named(service)
    let (store, session) = try global.signIn()
    let received = try receivedFile(file)
    var source = try TableSource(file, .applicants, mappings: mappings, encoding: encoding, sheet: sheet)
    source.progress = ProgressBar(Phrase("读取", "reading"), in: global.language)
    let outcomes = try store.importApplicants(try source.applicants(), of: received, as: service, by: session)
    let printer = global.printer
    for outcome in outcomes {
      printer.answer(outcome.json(in: printer.language), outcome.text)
    }
    let made = outcomes.count { $0.application != nil }
    let refused = outcomes.count - made
    printer.answer(
      .object([
        "rows": .int(outcomes.count), "drafts": .int(made), "refused": .int(refused),
        "with_gaps": .int(outcomes.count { !$0.gaps.isEmpty }),
        "with_warnings": .int(outcomes.count { !$0.warnings.isEmpty }),
      ]),
      Phrase(
        "读 \(outcomes.count) 行：草稿 \(made)，未登记 \(refused)",
        "Read \(outcomes.count.counted("row")): \(made.counted("draft")), \(refused) without"))
  }
}

extension TableSource {
  /// Every row of a list of applicants.
  func applicants() throws -> [ApplicantLine] {
    var lines: [ApplicantLine] = []
    try forEachRow { lines.append(ApplicantLine($0)) }
    return lines
  }
}

extension ServiceKind {
  /// The service with this code.
  ///
  /// Throws `Unusable`, which names all of them.
  static func named(_ code: String) throws -> ServiceKind {
    guard let service = ServiceKind(rawValue: code) else {
      let known = allCases.map { "\($0.rawValue) \($0.name.chinese)" }.joined(separator: "、")
      throw Unusable("unknown_service", Phrase("没有事项「\(code)」，可选：\(known)", "No service “\(code)”; one of: \(known)"))
    }
    return service
  }
}

extension ApplicantOutcome {
  fileprivate func json(in language: Language) -> JSON {
    .object([
      "row": .int(row), "case": .optional(application?.number), "ok": .bool(application != nil),
      "problem": refusal?.json(in: language) ?? .null, "gaps": .strings(gaps.map(\.code)),
      "warnings": .array(warnings.map { $0.json(in: language) }),
    ])
  }

  fileprivate var text: Phrase {
    let who = Phrase("第 \(row) 行 \(name)：", "Row \(row) \(name): ")
    switch result {
    case .failure(let refusal): return who + .verbatim("× ") + refusal.explanation
    case .success(let made):
      let missing = gaps.map(\.name)
      let lacks = Phrase(
        "，缺 \(missing.map(\.chinese).joined(separator: "、"))",
        ", missing: \(missing.map(\.english).joined(separator: ", "))")
      return warnings.reduce(who + .verbatim(made.number) + (missing.isEmpty ? Phrase("", "") : lacks)) {
        $0 + Phrase("\n    注意：", "\n    note: ") + $1.explanation
      }
    }
  }
}
