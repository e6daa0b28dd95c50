import ArgumentParser
import CaseStore
import Casework

/// The check of this machine, as ever, and the doctors on the lists of the institutions.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "检查本机；评残医生名册 · check this machine; the doctors on the lists",
    subcommands: [MachineCheck.self, Add.self, List.self, Suspend.self, Resume.self, Cases.self],
    defaultSubcommand: MachineCheck.self)

  struct Add: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "登记或更改医生 · list a doctor, or change the entry")
    @OptionGroup var who: DoctorOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let doctor = Doctor(
        institution: who.institution, name: who.name, categories: try listing.listed, listing: try listing.listing)
      let (store, session) = try global.signIn()
      try store.keep(doctor, by: session)
      try who.answer(in: store, global)
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "医生名册 · all doctors")
    @Argument(help: "INSTITUTION") var institution: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, _) = try global.signIn()
      let printer = global.printer
      var table = TextTable(
        [Phrase("机构", "institution"), Phrase("医生", "doctor"), Phrase("类别", "categories"), Phrase("在册", "listed")],
        in: printer.language)
      for doctor in try store.doctors(of: institution) {
        if printer.isJSON { printer.out(doctor.json(on: store.today).text) }
        table.append([
          doctor.institution, doctor.name,
          doctor.categories.map { $0.name(in: printer.language) }.joined(separator: " "),
          doctor.listing.mark(on: store.today)(in: printer.language),
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }

  struct Suspend: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "suspend", abstract: "停评 · take a doctor off the list for a time")
    @OptionGroup var who: DoctorOptions
    @OptionGroup var suspension: SuspensionOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let doctor = try who.doctor(in: store)
      try store.suspend(doctor, try suspension.suspension, by: session)
      try who.answer(in: store, global)
    }
  }

  struct Resume: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume", abstract: "恢复 · end a suspension with yesterday")
    @OptionGroup var who: DoctorOptions
    @Option(help: "理由 · reason") var reason: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try store.resume(try who.doctor(in: store), reason: reason, by: session)
      try who.answer(in: store, global)
    }
  }

  struct Cases: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "cases", abstract: "某医生所评业务 · every case a doctor has assessed")
    @OptionGroup var who: DoctorOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try session.require(Application.readers + [.administrator])
      let printer = global.printer
      var table = TextTable(
        [
          Phrase("业务", "case"), Phrase("申请人", "applicant"), Phrase("评定日期", "assessed"), Phrase("当天", "that day"),
          Phrase("状态", "state"),
        ], in: printer.language)
      let doctor = try who.doctor(in: store)
      let institution = try store.institutions().first { $0.code == doctor.institution }
      for found in try store.cases(assessedBy: doctor) {
        if printer.isJSON { printer.out(found.line(on: store.today).text) }
        let days = found.shares(of: doctor, at: institution).compactMap(\.date)
        table.append([
          found.number, found.applicant, days.map(\.iso).joined(separator: " "),
          days.lazy.compactMap(doctor.listing.problem(on:)).first?(in: printer.language) ?? "✓",
          found.state.name(in: printer.language),
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }
}

/// Which doctor.
struct DoctorOptions: ParsableArguments {
  @Argument(help: "INSTITUTION") var institution: String
  @Argument(help: "NAME") var name: String

  func doctor(in store: CaseStore) throws -> Doctor {
    guard let doctor = try store.doctors(of: institution).first(where: { $0.name == name }) else {
      throw Unusable(
        "no_such_doctor", Phrase("「\(institution)」没有医生「\(name)」", "“\(institution)” has no doctor “\(name)”"))
    }
    return doctor
  }

  func answer(in store: CaseStore, _ global: GlobalOptions) throws {
    let doctor = try doctor(in: store)
    global.printer.answer(
      doctor.json(on: store.today), .verbatim("\(doctor.name)：") + doctor.listing.standing(on: store.today))
  }
}

extension Doctor {
  func json(on today: Day) -> JSON {
    .object([
      "institution": .string(institution), "doctor": .string(name),
      "categories": .array(categories.map { .int($0.rawValue) }), "active": .bool(listing.stands(on: today)),
      "listing": listing.json,
    ])
  }
}
