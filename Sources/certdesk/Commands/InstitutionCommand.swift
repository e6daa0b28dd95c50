import ArgumentParser
import CaseStore
import Casework

/// Designated institutions and what they assess.
struct InstitutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "institution", abstract: "指定评定机构 · designated institutions", subcommands: [Add.self, List.self])

  struct Add: DeskCommand {
    static let configuration = CommandConfiguration(abstract: "新增或更改机构 · add or change an institution")
    @Argument(help: "CODE") var code: String
    @Option(help: "名称 · name") var name: String
    @Option(help: "类别，如 1,2,4 · categories") var categories: String
    @Flag(help: "停用 · suspend it") var suspended = false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let listed = categories.split { $0 == "," || $0 == "，" }.map {
        Int($0).flatMap(DisabilityCategory.init(rawValue:))
      }
      guard !listed.isEmpty, !listed.contains(nil) else {
        throw Unusable("bad_categories", Phrase("类别写作 1,2,4", "Write categories as 1,2,4"))
      }
      let institution = Institution(code: code, name: name, categories: listed.compactMap { $0 }, isActive: !suspended)
      let (store, session) = try global.signIn()
      try store.keep(institution, by: session)
      global.printer.answer(institution.json, Phrase("已登记 \(name)", "Listed \(name)"))
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(abstract: "机构清单 · all institutions")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, _) = try global.signIn()
      let printer = global.printer
      var table = TextTable(
        [Phrase("代码", "code"), Phrase("名称", "name"), Phrase("类别", "categories"), Phrase("在册", "active")],
        in: printer.language)
      for institution in try store.institutions() {
        if printer.isJSON { printer.out(institution.json.text) }
        table.append([
          institution.code, institution.name,
          institution.categories.map { $0.name(in: printer.language) }.joined(separator: " "),
          institution.isActive ? "✓" : "–",
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }
}

extension Institution {
  var json: JSON {
    .object([
      "institution": .string(code), "name": .string(name), "categories": .array(categories.map { .int($0.rawValue) }),
      "active": .bool(isActive),
    ])
  }
}
