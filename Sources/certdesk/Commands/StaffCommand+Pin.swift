import ArgumentParser
import CaseStore
import Casework

extension StaffCommand {
  struct SetPIN: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "pin", abstract: "本人的签字密码，与登录密码分开 · one's own signing PIN, apart from the password",
      discussion: """
        没有设的，签字仍用登录密码；设了的，签字、审批注销冻结、确认核销、作第二人等只收签字密码，登录仍用登录密码。忘了的由系统管理员 --remove 取消，本人再设。
        Without one the password signs. With one only the PIN signs, approves an ending, confirms a sweep or stands as
        second person; the sign-in keeps the password. An administrator takes a forgotten one away, the person sets it anew.
        """)
    @Argument(help: "STAFF") var staff: String
    @Option(help: "新签字密码文件 · the new PIN's file") var newPinFile: String?
    @Flag(help: "取消签字密码 · take the PIN away") var remove = false
    @OptionGroup var pin: PINOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      if remove {
        let own = staff == session.staff.id ? try pin.signing(session, on: store, global) : session
        try store.takePINAway(of: staff, by: own)
        return try answer(store, Phrase("签字密码已取消，签字用登录密码", "The PIN is taken away; the password signs"))
      }
      guard staff == session.staff.id else {
        throw Refusal(
          "own_pin", Phrase("签字密码只能由本人设定", "Everybody sets the own PIN alone"),
          remedy: Phrase("忘记的由系统管理员用 --remove 取消", "An administrator takes a forgotten one away with --remove"))
      }
      let own = try pin.signing(session, on: store, global)
      try store.setPIN(
        Password.twice(Phrase("\(staff) 的新签字密码", "new signing PIN of \(staff)"), file: newPinFile), by: own)
      try answer(
        store, Phrase("签字密码已设定：签字只收签字密码，登录仍用登录密码", "The PIN is set: only it signs, the password still signs in"))
    }

    private func answer(_ store: CaseStore, _ told: Phrase) throws {
      let changed = try member(staff, in: store)
      global.printer.answer(changed.json, told)
    }
  }
}
