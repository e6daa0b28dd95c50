import PtyKit
import TerminalKit
import Testing

/// The whole of the office's work at one real terminal, beside the same by commands.
@Suite struct CaseAtTheDeskTests {
  @Test func theDeskLeavesTheSameEventsAsTheCommandsOnceRunsOfEditsAreFoldedIntoOne() throws {
    var byCommands = try Program.office(today: "2026-03-02")
    try byCommands.walk(upToNotice: "东大街社区公示栏")
    byCommands.today = "2026-03-10"
    try byCommands.walkFromNotice()
    var office = try Program.officeWithOwnPasswords(today: "2026-03-02")

    try fromCounterToNotice(in: office)
    office.today = "2026-03-10"
    try fromNoticeToHandOver(in: office)

    let (worked, commanded) = (try WorkedCase(in: office), try WorkedCase(in: byCommands))
    #expect(worked.folded.map(\.event) == Walk.events)
    #expect(worked.folded == commanded.folded)
    #expect(worked.certificate == "11010519491231002X43")
    #expect(worked.certificate == commanded.certificate)
    #expect(worked.findings == commanded.findings && worked.findings.count == 3)
    #expect(worked.fields == commanded.fields)

    office.today = "2026-07-02"
    try aPoliceFileEndsOneCertificate(in: office)
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
    try byCommands.remove()
  }

  private func fromCounterToNotice(in office: Program) throws {
    let desk = try office.desk()
    try desk.signIn(.clerk)
    try desk.enterApplication()
    try desk.acceptForDirectAssessment()
    desk.press(.function(5))
    try desk.see("评定席位", "已签 0 / 3")

    let opinions = ["甲以为三级", "乙以为三级", "丙以为三级"]
    for (signer, (name, opinion)) in zip(Person.panel, zip(["周伟", "吴强", "何理"], opinions)) {
      try desk.signSeat(of: signer, named: name, opinion: opinion)
      if signer.name != Person.panel.last?.name { try desk.findNothing(of: opinions) }
    }
    for opinion in opinions { try desk.see(opinion) }

    try desk.closePanel()
    try desk.postNotice(at: "东大街社区公示栏")
    try desk.signOut()
    try desk.close()
    desk.expectNoSecrets()
  }

  private func fromNoticeToHandOver(in office: Program) throws {
    let desk = try office.desk()
    try desk.signIn(.clerk)
    try desk.openCase(in: "公示中")
    try desk.endNotice(evidence: "照片")
    try desk.signOut()

    try desk.signIn(.supervisor)
    try desk.openCase(in: "审核中")
    try desk.approve()
    try desk.signOut()

    try desk.signIn(.otherClerk)
    try desk.openCase(in: "已批准")
    try desk.issue(serial: "A00000001", to: "王芳", identity: "11010519491231002X")
    try desk.signOut()
    try desk.close()
    desk.expectNoSecrets()
  }

  private func aPoliceFileEndsOneCertificate(in office: Program) throws {
    try office.keepNeighbours()
    try office.keepPoliceFile()
    let desk = try office.desk()
    try desk.signIn(.liaison)
    try desk.importPoliceFile(office.path("police.csv"), quarter: "2026Q2")
    try desk.see("已存：431281-2026Q2-1", "读入 3 = 相符 1 + 待核对 1 + 不在册 1 + 不可用 0")
    try desk.signOut()

    try desk.signIn(.clerk)
    try desk.openSweep(in: "核对中")
    try desk.decide("王芳", "1", leaving: "还有 1 行未决定")
    try desk.decide("李梅", "3", leaving: "还有 0 行未决定")
    try desk.submitSweep()
    try desk.signOut()

    try desk.signIn(.supervisor)
    try desk.openSweep(in: "待确认")
    try desk.approveSweep(cancelling: 1, password: Person.supervisor.password)
    try desk.applySweep()
    try desk.signOut()
    try desk.close()
    desk.expectNoSecrets()

    #expect(try office.certificateState(of: "11010519491231002X") == "cancelled")
    for other in Neighbour.all { #expect(try office.certificateState(of: other.identity) != "cancelled") }
  }
}

extension DeskOnTerminal {
  /// Looks for opinions where a curious neighbour would: the seats, the case, everything known of it.
  fileprivate func findNothing(of opinions: [String]) throws {
    let look = { for opinion in opinions { #expect(!shown.contains(opinion), "an opinion is open:\n\(shown)") } }
    try see("评定席位", "不公开")
    look()
    press(.escape)
    try see("联合评定签字中", "经过")
    look()
    press(.function(4))
    try see("登记内容")
    look()
    press(.function(4), .function(5))
    try see("评定席位", "不公开")
    look()
  }

  /// Nothing of any password was ever sent to the screen, in whatever pieces.
  fileprivate func expectNoSecrets() {
    let leaked = Set(String(decoding: terminal.output, as: UTF8.self)).intersection(Person.secretLetters)
    #expect(leaked.isEmpty)
  }
}
