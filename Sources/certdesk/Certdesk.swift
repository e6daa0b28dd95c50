import ArgumentParser
import Casework
import Foundation

/// The case desk of a county certificate room.
struct Certdesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certdesk", abstract: "残疾人证办证台 · the case desk of a certificate room", version: Version.text,
    subcommands: [
      Desk.self, Init.self, Demo.self, RegisterCommand.self, CaseCommand.self, NoticeCommand.self, RenewalCommand.self,
      CertificateCommand.self, TodayCommand.self, SweepCommand.self, StaffCommand.self, InstitutionCommand.self,
      AssessmentCommand.self, PolicyCommand.self, ReportCommand.self, Check.self, CalendarCommand.self,
      WorkflowCommand.self, AuditCommand.self, Backup.self, Restore.self, ClockCommand.self, DoctorCommand.self,
    ], defaultSubcommand: Desk.self)
}

enum Version {
  static let text = "0.1.0"
}

/// A command that ends as the page on the command line says.
protocol DeskCommand: ParsableCommand {
  var global: GlobalOptions { get }
  func perform() throws
}

extension DeskCommand {
  func run() throws {
    let printer = global.printer
    do {
      try perform()
    } catch is DoesNotHold {
      throw ExitCode(Exit.doesNotHold.rawValue)
    } catch is SomeRefused {
      throw ExitCode(Exit.refused.rawValue)
    } catch {
      guard let ending = Ending(error) else { throw error }
      ending.say(on: printer)
      throw ExitCode(ending.exit.rawValue)
    }
  }
}

@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Certdesk.parseAsRoot()
      try command.run()
      end(Exit.done.rawValue)
    } catch {
      if let code = error as? ExitCode { end(code.rawValue) }
      if Certdesk.exitCode(for: error) == .success {
        print(Certdesk.fullMessage(for: error))
        end(Exit.done.rawValue)
      }
      let mistake = UsageMistake(error, arguments: Array(CommandLine.arguments.dropFirst()))
      if Certdesk.exitCode(for: error) == .validationFailure {
        Ending(mistake.problem)?.say(on: mistake.options.printer)
        end(Exit.unusable.rawValue)
      }
      mistake.options.printer.complain("certdesk: \(Certdesk.message(for: error))")
      end(Exit.storeTrouble.rawValue)
    }
  }

  /// Ends; an answer that could not be written down is no answer.
  private static func end(_ status: Int32) -> Never {
    if fflush(nil) != 0, errno != EPIPE {
      ErrorStream.write("certdesk: \(Phrase.lastSystemCause.chinese) · \(Phrase.lastSystemCause.english)\n")
      exit(status == Exit.done.rawValue ? Exit.unusable.rawValue : status)
    }
    exit(status)
  }
}
