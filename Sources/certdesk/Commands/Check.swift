import ArgumentParser
import Casework

/// Checks numbers, one a line, from standard input.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "校验号码，每行一个 · check numbers, one a line", subcommands: [Identities.self, Certificates.self])

  struct Identities: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "identity", abstract: "公民身份号码 · identity numbers")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      try global.checkLines { line, today, language in
        let check = IdentityCheck.check(line, today: today)
        return (check.valid, check.json, check.text(in: language))
      }
    }
  }

  struct Certificates: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "certificate", abstract: "残疾人证号 · certificate numbers")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      try global.checkLines { line, today, language in
        let check = CertificateCheck.check(line, today: today)
        return (check.valid, check.json, check.text(in: language))
      }
    }
  }
}

extension GlobalOptions {
  /// Answers every line of standard input; throws `DoesNotHold` at the end where one was not valid.
  fileprivate func checkLines(
    _ check: (_ line: String, _ today: Day, _ language: Language) -> (isValid: Bool, json: JSON, text: String)
  ) throws {
    let today = try businessDay ?? MachineClock.now().day
    let printer = printer
    var allValid = true
    var number = 0
    while let line = readLine() {
      let answer = check(line, today, printer.language)
      allValid = allValid && answer.isValid
      number += 1
      printer.answer(answer.json, "\(number)  \(answer.text)")
    }
    if !allValid { throw DoesNotHold() }
  }
}

extension IdentityCheck {
  fileprivate var json: JSON {
    .pairs(
      checkedPairs(
        input: input, normalized: normalized, problem: problem?.rawValue, warnings: warnings, number: number))
  }

  fileprivate func text(in language: Language) -> String {
    checkedText(
      input: input, normalized: normalized, problem: problem?.advice, warnings: warnings, in: language)
  }
}

extension CertificateCheck {
  fileprivate var json: JSON {
    .pairs(
      checkedPairs(
        input: input, normalized: normalized, problem: problem?.code, warnings: warnings, number: number?.identity) + [
          ("identity", .optional(number?.identity.text)),
          ("category", number.map { .int($0.category.rawValue) } ?? .null),
          ("grade", number.map { .int($0.grade.rawValue) } ?? .null),
          ("reissue", number.map { .int($0.reissue) } ?? .null),
        ])
  }

  fileprivate func text(in language: Language) -> String {
    checkedText(
      input: input, normalized: normalized, problem: problem?.advice, warnings: warnings, in: language)
  }
}

private func checkedPairs(
  input: String, normalized: String?, problem: String?, warnings: [IdentityWarning], number: IdentityNumber?
) -> [(String, JSON)] {
  [
    ("input", .string(input)), ("valid", .bool(problem == nil)), ("normalized", .optional(normalized)),
    ("problem", .optional(problem)), ("warnings", .strings(warnings.map(\.rawValue))),
    ("birth", .optional(number?.birth.iso)), ("sex", .optional(number?.sex.rawValue)),
    ("district", .optional(number?.district)),
  ]
}

private func checkedText(
  input: String, normalized: String?, problem: Phrase?, warnings: [IdentityWarning], in language: Language
) -> String {
  let verdict = problem.map { "✗ \(input)  \($0(in: language))" } ?? "✓ \(normalized ?? "")"
  return ([verdict] + warnings.map { "  ! \($0.advice(in: language))" }).joined(separator: "\n")
}
