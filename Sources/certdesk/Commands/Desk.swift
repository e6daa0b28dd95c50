import ArgumentParser

/// Opens the terminal desk.
struct Desk: DeskCommand {
  static let configuration = CommandConfiguration(abstract: "打开办证台（默认） · open the desk, the default")
  @OptionGroup var global: GlobalOptions

  func perform() throws { _ = try global.openStore() }
}
