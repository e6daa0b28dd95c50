import DeskFixtures
import Testing

@testable import Casework

/// What is corrected changes something, and a recorded day says why it is another one.
@Suite struct CorrectionTests {
  @Test(
    arguments: [
      ([:], "something_changes"), (["address": "安江镇"], nil), (["phone": "13900000000"], nil),
      (["reason": "监护人变更为其母"], nil), (["photo": "a.jpg"], nil), (["changes": "name"], nil),
      (["address": "洪江市岩垅乡"], "something_changes"),
    ] as [(Entries, String?)])
  func aCorrectionOfDataChangesSomething(_ changes: Entries, _ code: String?) throws {
    var here = try #require(try Situation.at(.draft, .renewInformation))
    here.entries["changes"] = nil
    here.entries.merge(changes)
    here.intend(.submit)
    #expect(here.refusal?.code == code)
  }

  @Test func aDayOfDeliveryIsCorrectedWithAReasonAndTheFormerOneIsKept() throws {
    var here = try #require(try Situation.at(.refused))
    let first = here.today
    try here.act(.deliver, ["delivered": first.iso])
    try here.act(.deliver, ["delivered": first.iso])
    here.today = first.adding(days: 2)
    here.intend(.deliver)
    here.fields["delivered"] = here.today.iso
    #expect(here.refusal?.code == "delivery_explained" && here.refusal?.fields == ["reason"])
    #expect(here.refusal?.message.chinese.contains(first.iso) == true)

    let event = try #require(
      try here.act(.deliver, ["delivered": here.today.iso, "reason": "送达回证写的是次日"], returning: true))
    #expect(event.data.text("was") == first.iso)
    #expect(here.application.deliveredOn == here.today)
  }

  private static let fraud: Entries = ["reason": "fraud", "document": "处理决定 3 号"]
  private static let missing: Entries = ["reason": "missing", "document": "判决 1 号"]

  @Test(arguments: [(ServiceKind.cancel, fraud), (.unfreeze, Entries()), (.cancel, missing)])
  func anEndForFraudAndALiftedFreezeRestOnAPaperThatMayBeWaived(_ service: ServiceKind, _ fields: Entries) throws {
    var here = try #require(try Situation.at(.submitted, service))
    here.entries.merge(fields)
    if fields.text("reason") == "missing" { here.register([:], state: .frozen) }
    here.entries["submit.materials"] = nil
    here.intend(.accept)
    here.fields = [:]
    #expect(here.refusal?.code == "materials_complete")
    #expect(here.refusal?.message.chinese.contains("DD") == true)
    here.fields = ["waived": "DD:决定书由监察机关保管"]
    #expect(here.refusal == nil)
    here.fields = ["materials": "DD"]
    #expect(here.refusal == nil)
  }
}
