import ArgumentParser

/// Makes a rehearsal office.
struct Demo: DeskCommand {
  static let configuration = CommandConfiguration(abstract: "建立演练库 · make a rehearsal office")
  @OptionGroup var global: GlobalOptions

  func perform() throws {}
}
