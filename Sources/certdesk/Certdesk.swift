import ArgumentParser
import Foundation

/// The case desk of a county certificate room.
struct Certdesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certdesk", abstract: "残疾人证办证台 · the case desk of a certificate room", version: Version.text,
    subcommands: [
      Desk.self, Init.self, Demo.self, RegisterCommand.self, CaseCommand.self, SweepCommand.self, StaffCommand.self,
      InstitutionCommand.self, Check.self, CalendarCommand.self, WorkflowCommand.self, AuditCommand.self, Backup.self,
      Restore.self, Doctor.self,
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
      exit(Exit.done.rawValue)
    } catch {
      if let code = error as? ExitCode { exit(code.rawValue) }
      let text = Certdesk.fullMessage(for: error)
      if Certdesk.exitCode(for: error) == .success {
        print(text)
        exit(Exit.done.rawValue)
      }
      FileHandle.standardError.write(Data((text + "\n").utf8))
      exit(Certdesk.exitCode(for: error) == .validationFailure ? Exit.unusable.rawValue : Exit.storeTrouble.rawValue)
    }
  }
}
