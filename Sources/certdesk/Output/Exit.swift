import ArgumentParser
import CaseStore
import Casework
import Exchange
import Foundation

/// How a command ends (cli: "Exit").
enum Exit: Int32 {
  case done = 0
  case doesNotHold = 1
  case unusable = 2
  case refused = 3
  case notPermitted = 4
  case storeTrouble = 5
}

/// What was asked about does not hold: said already, only the exit code is left.
struct DoesNotHold: Error {}

/// Some of several acts were refused: each was said already, only the exit code is left.
struct SomeRefused: Error {}

/// Arguments or a file that cannot be used.
struct Unusable: Error {
  let code: String
  let message: Phrase
  /// What else helps whoever calls by command: it follows the message.
  let byCommand: Phrase

  init(_ code: String, _ message: Phrase, byCommand: Phrase = Phrase("", "")) {
    self.code = code
    self.message = message
    self.byCommand = byCommand
  }
}

extension Unusable {
  static func alreadyExists(_ path: String) -> Unusable {
    Unusable("already_exists", Phrase("\(path) 已存在，未作改动", "\(path) exists and was left as it is"))
  }
}

/// Nobody has signed in, or not rightly.
struct NotSignedIn: Error {
  let message: Phrase
}

/// Turns whatever a command threw into one clear line and the exit code for it.
struct Ending {
  let exit: Exit
  private let code: String
  private let message: Phrase
  private let remedy: Phrase?
  private let fields: [String]

  init?(_ error: any Error) {
    switch error {
    case let refusal as Refusal:
      let exit: Exit =
        switch refusal.code {
        case "not_your_role", Refusal.notActive.code: .notPermitted
        case "bad_office", "bad_staff_name", "institution_incomplete", "doctor_incomplete", Refusal.badQuarterCode:
          .unusable
        default: .refused
        }
      self.init(exit, refusal.code, refusal.message, refusal.remedyByCommand, refusal.fields)
    case let problem as StoreProblem:
      let exit: Exit =
        switch problem.code {
        case "busy", "damaged": .storeTrouble
        case "not_a_rehearsal": .refused
        default: .unusable
        }
      self.init(exit, problem.code, problem.message)
    case let problem as SignInProblem: self.init(.notPermitted, "not_signed_in", problem.message)
    case let problem as NotSignedIn: self.init(.notPermitted, "not_signed_in", problem.message)
    case let problem as Unusable:
      self.init(.unusable, problem.code, problem.message + problem.byCommand)
    case let problem as FileProblem:
      self.init(.unusable, problem.code.rawValue, problem.explanation + problem.byCommand)
    default: return nil
    }
  }

  private init(
    _ exit: Exit, _ code: String, _ message: Phrase, _ remedy: Phrase? = nil, _ fields: [String] = []
  ) {
    self.exit = exit
    self.code = code
    self.message = message
    self.remedy = remedy
    self.fields = fields
  }

  func say(on printer: Printer) {
    let key = exit == .refused || exit == .notPermitted ? "refusal" : "error"
    if printer.isJSON {
      var pairs: [(String, JSON)] = [("code", .string(code)), ("message", .string(message(in: printer.language)))]
      if let remedy { pairs.append(("remedy", .string(remedy(in: printer.language)))) }
      if !fields.isEmpty { pairs.append(("fields", .strings(fields))) }
      printer.out(JSON.pairs([(key, .pairs(pairs))]).text)
    }
    let sentence = remedy.map { message + Phrase("。", ". ") + $0 } ?? message
    printer.complain("certdesk: \(sentence(in: printer.language))")
  }
}

extension Refusal {
  /// The remedy, and for fields of the case how a command fills them in.
  fileprivate var remedyByCommand: Phrase? {
    guard let requirement = Application.Requirement(rawValue: code), requirement.supply.place == .fields,
      !fields.isEmpty
    else { return remedy }
    let settings = fields.map { "--set \($0)=…" }.joined(separator: " ")
    let way = Phrase("case do 业务号 edit \(settings)", "case do CASE edit \(settings)")
    return remedy.map { $0 + Phrase("：", ": ") + way } ?? way
  }
}
