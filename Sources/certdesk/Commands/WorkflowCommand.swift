import ArgumentParser
import Casework

/// Prints a state machine as the program runs it.
struct WorkflowCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "workflow", abstract: "打印办理流程 · print the workflows as the program runs them")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, mermaid, dot, json }

  @Argument(help: "application|certificate|sweep") var names: [String] = []
  @Option(help: "table|mermaid|dot|json") var format: Format?
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    let charts = try names.isEmpty ? WorkflowChart.all : names.map(chart)
    let printer = global.printer
    let format = format ?? (printer.isJSON ? .json : .table)
    for chart in charts {
      switch format {
      case .json: printer.out(chart.json(in: printer.language).text)
      case .table: printer.out(chart.table(in: printer.language))
      case .mermaid: printer.out(chart.mermaid(in: printer.language))
      case .dot: printer.out(chart.dot(in: printer.language))
      }
    }
  }

  private func chart(_ name: String) throws -> WorkflowChart {
    guard let chart = WorkflowChart.all.first(where: { $0.kind == name }) else {
      let known = WorkflowChart.all.map(\.kind).joined(separator: " ")
      throw Unusable(
        "unknown_workflow", Phrase("没有流程「\(name)」，可选：\(known)", "There is no workflow “\(name)”; one of: \(known)"))
    }
    return chart
  }
}

extension WorkflowChart {
  func json(in language: Language) -> JSON {
    .object([
      "name": .string(kind), "initial": .string(initial),
      "states": .array(
        states.map {
          .object([
            "code": .string($0.code), "label": .string($0.name(in: language)), "terminal": .bool($0.isTerminal),
          ])
        }),
      "transitions": .array(
        rows.map {
          .object([
            "event": .string($0.event), "from": .string($0.from ?? ""), "to": .string($0.to),
            "roles": .strings($0.roles.map(\.rawValue)), "guards": .strings($0.guards),
          ])
        }),
      "openings": .array(
        openings.map {
          .object([
            "event": .string($0.event), "to": .string($0.to), "roles": .strings($0.roles.map(\.rawValue)),
          ])
        }),
    ])
  }

  /// A table in Markdown, which reads as well on a terminal.
  func table(in language: Language) -> String {
    let head = Phrase(
      "| 办理 | 由 | 到 | 岗位 | 条件 |", "| move | from | to | by | conditions |")(in: language)
    let lines = (openings + rows).map { row in
      let guards = row.guardNames.map { $0(in: language) }.joined(separator: language == .chinese ? "；" : "; ")
      let from = row.from.map { label($0, in: language) } ?? "—"
      return "| \(row.name(in: language)) `\(row.event)` | \(from) | \(label(row.to, in: language)) "
        + "| \(row.roles.names(in: language)) | \(guards) |"
    }
    return "## \(name(in: language)) `\(kind)`\n\n\(head)\n|---|---|---|---|---|\n\(lines.joined(separator: "\n"))\n"
  }

  func mermaid(in language: Language) -> String {
    let names = states.map { "  \($0.code): \($0.name(in: language))" }
    let moves = rows.map { "  \($0.from ?? "") --> \($0.to): \($0.name(in: language))" }
    let ends = states.filter(\.isTerminal).map { "  \($0.code) --> [*]" }
    return (["stateDiagram-v2"] + names + ["  [*] --> \(initial)"] + moves + ends).joined(separator: "\n") + "\n"
  }

  func dot(in language: Language) -> String {
    let names = states.map {
      "  \($0.code) [label=\"\($0.name(in: language))\"\($0.isTerminal ? " shape=doublecircle" : "")];"
    }
    let moves = rows.map { "  \($0.from ?? "") -> \($0.to) [label=\"\($0.name(in: language))\"];" }
    return (["digraph \(kind) {"] + names + moves + ["}"]).joined(separator: "\n") + "\n"
  }

  private func label(_ code: String, in language: Language) -> String {
    states.first { $0.code == code }.map { "\($0.name(in: language)) `\(code)`" } ?? code
  }
}
