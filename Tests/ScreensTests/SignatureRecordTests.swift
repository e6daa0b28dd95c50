import Casework
import Testing

@testable import CaseStore
@testable import Screens

/// A signature says who signed, in which post, at which terminal, and the exact text (features: 21, 22).
@Suite struct SignatureRecordTests {
  @Test func postAndTerminalStandInTheTextThatIsSigned() throws {
    let office = try TestOffice()
    let application = try office.inPanel("王小明")
    let counter = office.store.with(CaseStore.Clock(now: office.time.clock.now, terminal: "desk2 pts/3"))

    let signed = try counter.record(
      .panelSign,
      ["category": "4", "grade": "3", "opinion": "符合", "measurements": "limb_clause=3-1"], on: application.id,
      by: office.session("sun", now: true))

    let signature = try #require(signed.signatures.first { $0.staff == "sun" })
    #expect(signature.role == "chair" && signature.terminal == "desk2 pts/3")
    #expect(signature.text.hasSuffix("签字人：孙理事长（sun）\n岗位：理事长\n终端：desk2 pts/3"))
    #expect(signature.digest == Digest.sha256Hex(signature.text))
    #expect(signed.stands(signature))
    #expect(try office.store.verify().holds)
  }

  @Test func aSignatureOfBeforeStandsAsItIs() throws {
    let office = try TestOffice()
    let signed = try office.sign("zhao", try office.inPanel("王小明"))
    let seat = try #require(signed.signatures.first)
    var entries = signed.entries
    entries["sign.zhao|role"] = nil
    entries["sign.zhao|text"] = signed.signingText(
      category: seat.category, grade: seat.grade, opinion: seat.opinion, measurements: seat.measurements, by: "zhao")

    let before = Application(
      id: signed.id, number: signed.number, service: signed.service, state: signed.state, sequence: signed.sequence,
      since: signed.since, entries: entries)

    let old = try #require(before.signatures.first)
    #expect(!old.text.contains("岗位") && before.stands(old))
  }
}
