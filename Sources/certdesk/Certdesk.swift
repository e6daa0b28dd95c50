import ArgumentParser

/// The case desk of a county certificate room.
@main
struct Certdesk: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "certdesk", abstract: "残疾人证办证台 · the certificate room's case desk")
}
