import ArgumentParser
import CaseStore
import Casework
import CursesTerminal
import Exchange
import Screens

/// Opens the terminal desk.
struct Desk: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "打开办证台（默认） · open the desk, the default")
  @Option(help: "几分钟无操作后锁定，0 为不锁 · minutes without a key before locking, 0 for never") var lockMinutes: Int = 10
  @Option(help: "Esc 后等候数字的毫秒数 · milliseconds in which Esc and a digit count as an F-key") var escDelay: Int = 300
  @Flag(help: "有的终端把 · “ ” 等画成两格宽，用此项 · for terminals that draw · “ ” wide") var plainSigns = false
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    let store = try global.openStore(servesDesk: true)
    var app = try App(
      store: store, language: global.language, idleLock: lockMinutes > 0 ? .seconds(lockMinutes * 60) : nil,
      avoidsAmbiguous: plainSigns, policeFileReader: { try Self.open($0, in: store, noting: $1) },
      policePreviewer: { try Self.preview($0, in: store, noting: $1) },
      fileReader: { path in
        try Self.refusing { try receivedFile(GivenPath(path).meant) }
      },
      textWriter: { path, text, note in
        try Self.refusing {
          try NewFile.write(to: path) { append in
            try append(text)
            try note()
          }
        }
      }, paperWriter: { try Self.write($0, in: store, by: $1, $2) }, applicantReader: Self.applicants)
    do {
      var terminal = try CursesTerminal(escapeDelay: max(25, escDelay), coloured: CursesTerminal.coloursAreWelcome)
      try app.run(on: &terminal)
    } catch let problem as TerminalProblem {
      throw Unusable(problem.code, problem.sentence)
    }
  }

  /// Reads a list of applicants; a pasted text is a list without a name.
  private static func applicants(_ source: ApplicantSource) throws -> ApplicantList {
    switch source {
    case .pasted(let text):
      return ApplicantList(
        received: ReceivedFile(name: "", bytes: Array(text.utf8)), lines: ApplicantLine.pasted(text))
    case .path(let path):
      return try refusing {
        let path = try GivenPath(path).meant
        let table = try TableSource(path, .applicants, mappings: [], encoding: "auto", sheet: nil)
        let received = try receivedFile(path)
        return ApplicantList(received: received, lines: try table.applicants())
      }
    }
  }

  static func refusing<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let problem as Unusable {
      throw Refusal(problem.code, problem.message)
    }
  }
}

extension TerminalProblem {
  fileprivate var sentence: Phrase {
    switch self {
    case .noTerminal:
      Phrase(
        "此处不是终端。请在终端窗口中运行，或用 certdesk --help 查看命令",
        "This is no terminal. Run it in a terminal window, or see certdesk --help")
    case .unknownTerm(let name):
      Phrase(
        "不认识的终端类型「\(name)」。请 export TERM=xterm-256color",
        "The terminal type “\(name)” is unknown. export TERM=xterm-256color")
    }
  }
}
