import ArgumentParser
import CaseStore
import Casework

/// Accounts and roles.
struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "账号与岗位 · accounts and roles",
    subcommands: [
      Add.self, List.self, Retire.self, HandOver.self, SetPassword.self, SetPIN.self, Posts.self, Recusals.self,
      Delegate.self,
      Delegations.self, Recall.self,
    ])

  struct Add: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "新增账号 · add an account")
    @Argument(help: "STAFF") var staff: String
    @Option(help: "显示的姓名 · the name shown") var name: String?
    @Option(help: "岗位，可写多次或用逗号 · roles, repeated or with commas") var role: [String] = []
    @Option(help: "同 --role · same as --role") var roles: String?
    @Option(help: "新账号的密码文件 · the new account's password file") var newPasswordFile: String?
    @Option(help: "本人及亲属身份号码，用于回避 · own and relatives' identity numbers, for recusal") var recusal: [String] = []
    @Option(help: "住址，同姓同址时提示回避 · address, which with the applicant's surname asks about recusal") var address = ""
    @Flag(help: "与本室人员同名的另一人 · another person of a name that works or worked here") var anotherPerson = false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let posts = try Role.named(role + [roles].compactMap { $0 })
      let (store, session) = try global.signIn()
      let password = try Password.own(file: newPasswordFile, for: staff)
      let member = StaffMember(
        id: staff, name: name ?? staff, roles: posts, recusals: recusal.map { Cleaning.number($0).text },
        address: address)
      try store.add(member, password: password, isAnotherPerson: anotherPerson, by: session)
      global.printer.answer(member.json, Phrase("已新增 \(member.name)", "Added \(member.name)"))
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "账号清单 · all accounts")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try session.require([.administrator])
      let printer = global.printer
      var table = TextTable(
        [Phrase("用户名", "sign-in"), Phrase("姓名", "name"), Phrase("岗位", "roles"), Phrase("在岗", "active")],
        in: printer.language)
      for member in try store.staff() {
        if printer.isJSON { printer.out(member.json.text) }
        table.append([
          member.id, member.name, member.roles.names(in: printer.language), member.isActive ? "✓" : "–",
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }

  struct Retire: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "retire", abstract: "停用账号 · retire an account")
    @Argument(help: "STAFF") var staff: String
    @Flag(help: "岗位或席位因此无人也停用 · although a post or a seat is left without anybody") var leaveEmpty = false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try store.retire(staff, leavingEmpty: leaveEmpty, by: session)
      let retired = try member(staff, in: store)
      let told = Phrase("已停用 \(staff)", "Retired \(staff)")
      let left = try store.leaving(staff).cases
      global.printer.answer(retired.json, left.map { told + Phrase("；", "; ") + $0 } ?? told)
    }
  }

  struct SetPassword: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "password", abstract: "更改密码 · change a password")
    @Argument(help: "STAFF") var staff: String
    @Option(help: "新密码文件 · the new password's file") var newPasswordFile: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try store.setPassword(Password.own(file: newPasswordFile, for: staff), of: staff, by: session)
      let changed = try member(staff, in: store)
      let told = Phrase("密码已更改", "The password is changed")
      let ask = try store.passwordGiver(of: staff).map { _ in Phrase.ownerChangesItAgain } ?? Phrase("", "")
      global.printer.answer(changed.json, told + ask)
    }
  }
}

func member(_ id: String, in store: CaseStore) throws -> StaffMember {
  guard let member = try store.staff().first(where: { $0.id == id }) else { throw Refusal.notActive }
  return member
}

extension StaffMember {
  var json: JSON {
    .object([
      "staff": .string(id), "name": .string(name), "roles": .strings(roles.map(\.rawValue)), "active": .bool(isActive),
      "pin": .bool(hasPIN),
    ])
  }
}

extension Password {
  /// The password of an account that is not the one acting: from its own file, or asked twice.
  static func own(file: String?, for name: String) throws -> String {
    try twice(.password(of: name), file: file)
  }

  /// A new secret: from its file, or asked twice.
  static func twice(_ what: Phrase, file: String?) throws -> String {
    if let file { return try contents(of: file) }
    let first = try prompt(what)
    guard try prompt(what) == first else {
      throw Unusable("passwords_differ", Phrase("两次输入的密码不同", "The two passwords differ"))
    }
    return first
  }
}
