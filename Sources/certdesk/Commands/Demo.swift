import ArgumentParser
import CaseStore
import Casework
import Foundation

/// Makes a rehearsal office: false people, cases in every state, a police file to sweep.
struct Demo: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "demo", abstract: "建立演练库 · make a rehearsal office")
  @Option(help: "持证人数 · holders") var holders: Int = 2000
  @Option(help: "种子，同种子得同样的演练库 · the same seed makes the same office") var seed: UInt64 = 1
  @Option(help: "此前办过几年，含各季核销 · years of work before today, with their sweeps") var years: Int = 0
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    guard (0...1_000_000).contains(holders) else {
      throw Unusable("bad_holders", Phrase("--holders 为 0 至 1000000", "--holders is 0 to 1000000"))
    }
    guard (0...9).contains(years) else {
      throw Unusable("bad_years", Phrase("--years 为 0 至 9", "--years is 0 to 9"))
    }
    let path = global.storePath
    let today = try global.businessDay ?? MachineClock.now().day
    try makeFolder(of: path)
    let wasThere = access(path, F_OK) == 0
    guard wasThere || access(Self.policeFile(beside: path), F_OK) != 0 else {
      throw Unusable.alreadyExists(Self.policeFile(beside: path))
    }
    do {
      try make(at: path, today: today)
    } catch {
      if !wasThere { CaseStore.discard(path) }
      throw error
    }
  }

  private func make(at path: String, today: Day) throws {
    let history = RehearsalHistory(years: holders > 0 ? years : 0, until: today, seed: seed)
    var office = try RehearsalOffice(at: path, seed: seed, today: history.beginning)
    var known = try office.takeOverRegister(holders: holders)
    try history.live(in: &office, on: &known, beside: path)
    var policeFile: String?
    if holders > 0 {
      try liveCases(&office)
      try liveServices(&office, on: known)
      let file = Self.policeFile(beside: path)
      var police = FalsePoliceFile(seed: seed, today: today)
      try police.write(about: known, to: file)
      policeFile = file
    }
    global.printer.answer(
      .object([
        "store": .string(path), "holders": .int(holders), "cases": .int(office.cases),
        "staff": .array(
          RehearsalOffice.accounts.map {
            .object([
              "staff": .string($0.staff.id), "name": .string($0.staff.name),
              "roles": .strings($0.staff.roles.map(\.rawValue)), "password": .string($0.password),
            ])
          }), "police_file": .optional(policeFile),
      ]), text(path, office.cases, policeFile))
  }

  private static func policeFile(beside store: String) -> String {
    URL(filePath: store).deletingPathExtension().path + "-police.csv"
  }

  /// Cases in every state, some of minors, some by panel, the rest by hospital.
  private func liveCases(_ office: inout RehearsalOffice) throws {
    for target in CasePlan.targets {
      for number in 0..<5 {
        let isMinor = number == 4 && ![.publicity, .objection].contains(target)
        let person = office.people.person(ages: isMinor ? 6...16 : 20...80)
        try office.live(
          .new(person, up: target, byPanel: number % 2 == 0, isMinor: isMinor, since: sinceLast(target, number)))
      }
    }
  }

  /// Two cases of every service on a certificate, one begun and one further on; a rule may stop one on its way.
  private func liveServices(_ office: inout RehearsalOffice, on known: [FalsePerson]) throws {
    var rest = known[...]
    for service in ServiceKind.allCases {
      for steps in [1, 4] {
        var isLived = false
        while !isLived, let person = rest.popFirst() {
          guard let plan = CasePlan.onCertificate(service, of: person, steps: steps) else { break }
          guard try office.isPossible(service, for: person.identity) else { continue }
          // A card may end between the days on which this was looked at and carried out.
          isLived = try office.tried(plan)
        }
      }
    }
  }

  /// How long the last step is ago: mostly a few days, now and then too long.
  private func sinceLast(_ target: Application.State, _ number: Int) -> Int {
    switch target {
    case .objection, .archived, .withdrawn, .refused: number
    case .submitted, .review: number * 4
    case .assigned: number * 25
    default: number * 2
    }
  }

  private func text(_ path: String, _ cases: Int, _ policeFile: String?) -> Phrase {
    let people = RehearsalOffice.accounts.map {
      "  \($0.staff.id)  \($0.password)  \($0.staff.name)（\($0.staff.roles.names.chinese)）"
    }
    let english = RehearsalOffice.accounts.map {
      "  \($0.staff.id)  \($0.password)  \($0.staff.name) (\($0.staff.roles.names.english))"
    }
    return Phrase(
      "已建立演练库 \(path)：持证人 \(holders)，业务 \(cases)\(policeFile.map { "，公安名单 \($0)" } ?? "")\n"
        + people.joined(separator: "\n"),
      "Made a rehearsal office at \(path): \(holders.counted("holder")), \(cases.counted("case"))\(policeFile.map { ", police file \($0)" } ?? "")\n"
        + english.joined(separator: "\n"))
  }
}
