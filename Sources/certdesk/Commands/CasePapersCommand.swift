import ArgumentParser
import CaseStore
import Casework

extension CaseCommand {
  /// Every paper of a case: asked for, there or missing, where it lies, and whether its scan still reads the same.
  struct Papers: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "papers",
      abstract: "材料清单；扫描件已变则退出码 1 · the papers of a case, exit 1 where a scan has changed")
    @Argument(help: "CASE") var number: String?
    @Flag(help: "只列材料代码，不必登录 · the codes of all papers, without signing in") var codes = false
    @OptionGroup var global: GlobalOptions

    /// The codes of the JSON in the words of people.
    private static let words = [
      "present": Phrase("已收", "present"), "missing": Phrase("缺", "missing"), "waived": Phrase("免交", "waived"),
      "original": Phrase("原件", "original"), "copy": Phrase("复印件", "copy"), "same": Phrase("未变", "same"),
      "changed": Phrase("已被改动", "changed"), "away": Phrase("原处读不到，库中有存", "not to be read there, kept in the store"),
    ]

    func perform() throws {
      if codes { return listCodes() }
      guard let number else {
        throw Unusable(
          "usage", Phrase("缺少业务号；只看材料代码的加 --codes", "The case is missing; --codes lists the codes of papers"))
      }
      let (store, session) = try global.signIn()
      let (found, _) = try store.look(at: number, by: session)
      let now = found.scans(reading: receivedFile)
      let printer = global.printer
      let demands = found.demands(under: try store.policy(of: found), on: store.today)
      var table = TextTable(
        [
          Phrase("材料", "paper"), Phrase("状态", "state"), Phrase("件数", "count"), Phrase("原件", "form"),
          Phrase("页数", "pages"), Phrase("架位", "shelf"), Phrase("扫描件", "scan"), Phrase("依据", "ground"),
        ], in: printer.language)
      var hasChanged = false
      for code in MaterialCode.allCases {
        let demand = demands.first { $0.code == code }
        let paper = found.papers[code]
        guard demand != nil || paper != nil || found.materials[code] > 0 else { continue }
        let isThere = found.materials[code] >= (demand?.count ?? 1)
        let state = found.waivers[code] != nil ? "waived" : isThere ? "present" : "missing"
        let scan = paper.flatMap { paper -> String? in
          guard !paper.digest.isEmpty else { return nil }
          guard let bytes = now[Application.scanKey(code)]?.bytes else { return "away" }
          return CaseStore.digest(of: bytes) == paper.digest ? "same" : "changed"
        }
        hasChanged = hasChanged || scan == "changed"
        if printer.isJSON {
          printer.out(
            JSON.object([
              "code": .string(code.rawValue), "name": .string(code.name(in: printer.language)), "state": .string(state),
              "demanded": .int(demand?.count ?? 0), "count": .int(found.materials[code]),
              "form": paper.map { .string($0.isOriginal ? "original" : "copy") } ?? .null,
              "pages": paper.map { .int($0.pages) } ?? .null, "shelf": paper.map { .string($0.shelf) } ?? .null,
              "scan": paper.map { .string($0.scan) } ?? .null, "sha256": paper.map { .string($0.digest) } ?? .null,
              "scan_state": .optional(scan), "waiver": .optional(found.waivers[code]),
              "ground": .optional(demand?.ground(in: printer.language)),
            ]).text)
        } else {
          table.append([
            code.name(in: printer.language), Self.words[state]?(in: printer.language) ?? state,
            String(found.materials[code]),
            paper.map { (Self.words[$0.isOriginal ? "original" : "copy"] ?? Phrase("", ""))(in: printer.language) }
              ?? "",
            paper.map { String($0.pages) } ?? "", paper?.shelf ?? "",
            scan.flatMap { Self.words[$0]?(in: printer.language) } ?? "", demand?.ground(in: printer.language) ?? "",
          ])
        }
      }
      if !printer.isJSON { printer.out(table.text) }
      if hasChanged { throw ExitCode(1) }
    }

    /// Every code that `materials` and `waived` take, with its name.
    private func listCodes() {
      let printer = global.printer
      var table = TextTable([Phrase("代码", "code"), Phrase("材料", "paper")], in: printer.language)
      for code in MaterialCode.allCases {
        let name = code.name(in: printer.language)
        if printer.isJSON { printer.out(JSON.object(["code": .string(code.rawValue), "name": .string(name)]).text) }
        table.append([code.rawValue, name])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }
}
