import ArgumentParser
import CaseStore
import Casework

extension StaffCommand {
  struct Posts: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "posts",
      abstract: "改岗位，写全部岗位；停用的账号随之恢复 · other posts for an account, all of them; a retired one serves again")
    @Argument(help: "STAFF") var staff: String
    @Option(help: "岗位，可写多次或用逗号 · roles, repeated or with commas") var role: [String] = []
    @Flag(help: "岗位或席位因此无人也改 · although a post or a seat is left without anybody") var leaveEmpty = false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let posts = try Role.named(role)
      let (store, session) = try global.signIn()
      try store.setPosts(posts, of: staff, leavingEmpty: leaveEmpty, by: session)
      let changed = try member(staff, in: store)
      let names = changed.roles.names
      global.printer.answer(
        changed.json, Phrase("\(changed.name) 的岗位：\(names.chinese)", "Posts of \(changed.name): \(names.english)"))
    }
  }
}

extension Role {
  /// The posts named by codes, each alone or several with commas.
  static func named(_ codes: [String]) throws -> [Role] {
    let posts = try codes.flatMap { $0.split(separator: ",").map(String.init) }.map { code in
      guard let post = Role(rawValue: code) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: " ")
        throw Unusable("unknown_role", Phrase("没有岗位「\(code)」，可选：\(known)", "No role “\(code)”; one of: \(known)"))
      }
      return post
    }
    guard !posts.isEmpty else { throw Unusable("no_role", Phrase("请用 --role 指明岗位", "Name roles with --role")) }
    return posts
  }
}
