import DeskFixtures
import Testing

@testable import Casework

/// A file of another county goes through what a case of this county does (domain: 2, 2.2–2.6).
@Suite struct ArrivalTests {
  private static func draft(_ service: ServiceKind) -> Situation {
    var here = Situation.draft(service)
    here.entries["accepting_county"] = Situation.elsewhere
    return here
  }

  private static let finding: Entries = [
    "institution": "市一医院", "form": "2026-7", "date": "2026-02-02", "category": "4", "grade": "1",
  ]

  @Test(arguments: ServiceKind.allCases) func actsOfTheOfficeItselfDoNotArrive(_ service: ServiceKind) throws {
    var here = Self.draft(service)
    here.intend(.arrive)
    let isOffices = [.freeze, .unfreeze, .restore].contains(service)
    #expect(here.refusal?.code == (isOffices ? "served_across_counties" : nil))
  }

  @Test(arguments: ServiceKind.allCases) func aFindingComesWholeOrNotAtAll(_ service: ServiceKind) throws {
    guard service.isServedAcrossCounties else { return }
    let assessment = service.steps.assessment
    for (given, isTaken) in [
      (Entries(), assessment != .always), (Self.finding, assessment != .never),
      (Self.finding.without(["form"]), false), (["grade": "1"], false),
    ] {
      var here = Self.draft(service)
      here.intend(.arrive)
      here.fields = ["letter": "鹤残函〔2026〕8 号"]
      here.fields.merge(given)
      #expect(here.refusal?.code == (isTaken ? nil : "reassessment_possible"))
    }
    var doubted = Self.draft(service)
    doubted.entries["doubt"] = "X"
    doubted.intend(.arrive)
    doubted.fields = ["letter": "鹤残函〔2026〕8 号"]
    #expect(doubted.refusal?.code == (assessment == .never ? nil : "reassessment_possible"))
  }

  @Test func aFindingOfAnotherCountyIsAsOldAsItsForm() throws {
    var here = Self.draft(.new)
    try here.act(.arrive, Self.finding)

    #expect(here.application.findingDay?.iso == "2026-02-02")
  }

  @Test(
    arguments: [
      (.renewExpired, [:], ["valid_to": "2032-10-12"], "not_too_early"),
      (.change, [:], ["assessed_on": "2025-12-01"], "not_too_early"),
      (.renewExpired, [:], ["name": "李四"], "right_person"), (.reissue, ["certificate": ""], [:], "fields_complete"),
      (.transferOut, ["destination": "431281"], [:], "moved_elsewhere"),
      (.transferOut, ["destination": "某新区"], [:], "destination_known"),
      (.transferIn, ["valid_to": "2019-12-31"], [:], "days_possible"),
      (.cancel, ["reason": "fraud"], [:], "document_given"),
    ] as [(ServiceKind, Entries, Entries, String)])
  func itIsAskedWhatAnAcceptanceAsks(
    _ service: ServiceKind, _ told: Entries, _ held: Entries, _ code: String
  ) throws {
    var here = Self.draft(service)
    here.entries.merge(told)
    here.register(held)
    here.intend(.arrive)
    #expect(here.refusal?.code == code)
  }

  @Test func thePersonIsLookedAtAsInAnAcceptance() throws {
    var dead = Self.draft(.new)
    dead.facts.isRecordedDead = true
    dead.intend(.arrive)
    #expect(dead.refusal?.code == "not_recorded_dead")

    var resident = Self.draft(.new)
    resident.become(MadeUp.identity(born: "1985-03-12", sequence: 21, district: "810000"))
    resident.intend(.arrive)
    #expect(resident.refusal?.code == "residence_permit_admitted")

    var other = Self.draft(.new)
    other.entries["sex"] = other.application.identity?.sex == .male ? "female" : "male"
    other.intend(.arrive)
    #expect(other.refusal?.code == "sex_explained")
    other.fields["sex_reason"] = "户口簿如此登记"
    #expect(other.refusal == nil)
  }

  @Test(arguments: ServiceKind.allCases.filter(\.isServedAcrossCounties))
  func itIsReceivedWithItsPapersAlone(_ service: ServiceKind) throws {
    var here = Self.draft(service)
    try here.act(.arrive, ["materials": "ID", "notice_from": "2026-02-02", "notice_to": "2026-02-09"])
    here.intend(.receiveForwarded)
    here.fields["materials"] = nil
    #expect(here.refusal?.code == "materials_complete")
    #expect(here.application.warnings(under: here.policy, on: here.today).map(\.code).contains(.papersMissing))

    try here.act(.receiveForwarded)
    try here.act(.approve)
    #expect(here.state == .approved)
    #expect(here.application.materials[.identityCard] > 0)
  }

  @Test func aLossReportedElsewhereMakesTheCardVoidAndTheNextOneHasASuffix() throws {
    var here = Self.draft(.reissue)
    try here.act(.arrive)
    try here.act(.receiveForwarded)
    #expect(here.facts.certificate?.state == .lost)
    // What an earlier version took in beside such a case reaches no card.
    here.entries.replace(under: "finding.", with: ["category": "4", "grade": "1", "path": "hospital"])
    #expect(here.application.composedNumber(in: here.circumstances) == Situation.adult + "43B1")
  }
}
