import ArgumentParser
import CaseStore
import Casework

/// Designated institutions and what they assess.
struct InstitutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "institution", abstract: "指定评定机构 · designated institutions",
    subcommands: [Add.self, List.self, Suspend.self, Resume.self])

  struct Add: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "新增或更改机构 · add or change an institution")
    @Argument(help: "CODE") var code: String
    @Option(help: "名称 · name") var name: String
    @OptionGroup var listing: ListingOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let institution = Institution(
        code: code, name: name, categories: try listing.listed, listing: try listing.listing)
      let (store, session) = try global.signIn()
      try store.keep(institution, by: session)
      global.printer.answer(institution.json(on: store.today), Phrase("已登记 \(name)", "Listed \(name)"))
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "机构清单 · all institutions")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, _) = try global.signIn()
      let printer = global.printer
      var table = TextTable(
        [Phrase("代码", "code"), Phrase("名称", "name"), Phrase("类别", "categories"), Phrase("在册", "listed")],
        in: printer.language)
      for institution in try store.institutions() {
        if printer.isJSON { printer.out(institution.json(on: store.today).text) }
        table.append([
          institution.code, institution.name,
          institution.categories.map { $0.name(in: printer.language) }.joined(separator: " "),
          institution.listing.mark(on: store.today)(in: printer.language),
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }

  struct Suspend: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "suspend", abstract: "停评 · take an institution off the list for a time")
    @Argument(help: "CODE") var code: String
    @OptionGroup var suspension: SuspensionOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try store.suspend(institution: code, try suspension.suspension, by: session)
      try answer(code, in: store, global)
    }
  }

  struct Resume: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume", abstract: "恢复 · end a suspension with yesterday")
    @Argument(help: "CODE") var code: String
    @Option(help: "理由 · reason") var reason: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try store.resume(institution: code, reason: reason, by: session)
      try answer(code, in: store, global)
    }
  }

  private static func answer(_ code: String, in store: CaseStore, _ global: GlobalOptions) throws {
    guard let changed = try store.institutions().first(where: { $0.code == code }) else { return }
    global.printer.answer(
      changed.json(on: store.today), .verbatim("\(changed.name)：") + changed.listing.standing(on: store.today))
  }
}

/// What an entry of a list says besides its name.
struct ListingOptions: ParsableArguments {
  @Option(help: "类别，如 1,2,4 · categories") var categories: String
  @Option(help: "列入日期 · listed from") var from: String?
  @Option(help: "在册至 · listed until") var until: String?

  var listed: [DisabilityCategory] {
    get throws {
      let listed = CategoryList.categories(categories)
      guard !listed.isEmpty, listed.count == StaffList.ids(categories).count else {
        throw Unusable("bad_categories", Phrase("类别写作 1,2,4", "Write categories as 1,2,4"))
      }
      return listed
    }
  }

  var listing: Listing {
    get throws { Listing(from: try writtenDay(from, "--from"), until: try writtenDay(until, "--until")) }
  }
}

/// How long and why something is off a list.
struct SuspensionOptions: ParsableArguments {
  @Option(help: "自，默认今天 · from, today if not given") var from: String?
  @Option(help: "至 · until") var until: String?
  @Option(help: "理由 · reason") var reason: String

  var suspension: Listing.Suspension {
    get throws {
      Listing.Suspension(
        from: try writtenDay(from, "--from"), until: try writtenDay(until, "--until"), reason: reason)
    }
  }
}

/// A day given with an option.
///
/// Throws `Unusable`.
func writtenDay(_ text: String?, _ option: String) throws -> Day? {
  guard let text else { return nil }
  guard let day = Day(iso: text) else {
    throw Unusable("bad_date", Phrase("\(option) 应写作 2026-09-30", "Write \(option) as 2026-09-30"))
  }
  return day
}

extension Institution {
  func json(on today: Day) -> JSON {
    .object([
      "institution": .string(code), "name": .string(name), "categories": .array(categories.map { .int($0.rawValue) }),
      "active": .bool(listing.stands(on: today)), "listing": listing.json,
    ])
  }
}

extension Listing {
  var json: JSON {
    .object([
      "from": .optional(from?.iso), "until": .optional(until?.iso),
      "suspended": suspension.map(\.json) ?? .null, "suspended_before": .array(earlier.map(\.json)),
    ])
  }

  /// `✓`, or why it does not stand on this day; with the suspensions there were.
  func mark(on today: Day) -> Phrase {
    problem(on: today) ?? (suspensions.isEmpty ? .verbatim("✓") : standing(on: today))
  }
}

extension Listing.Suspension {
  fileprivate var json: JSON {
    .object(["from": .optional(from?.iso), "until": .optional(until?.iso), "reason": .string(reason)])
  }
}
