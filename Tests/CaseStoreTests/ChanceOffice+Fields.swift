import Casework
import DeskFixtures

@testable import CaseStore

extension ChanceOffice {
  /// What somebody fills in for a new case; now and then it cannot be right.
  mutating func openingFields(of service: ServiceKind, for person: Person) throws -> Entries {
    let held = try desk.store.certificates(of: person.identity)
    var fields = Entries()
    if roll(10) > 0 {
      fields.merge([
        "guardian.identity": MadeUp.identity(born: "1980-01-01", sequence: 23), "guardian.name": "某父",
        "guardian.relation": "父亲",
      ])
    }
    if service == .new || service == .transferIn || roll(2) == 0 {
      let name = held.last?.name ?? person.name
      fields.merge(["identity": person.identity, "name": name, "address": "洪江市岩垅乡"])
    }
    if service.isOnCertificate || service == .transferIn {
      let brought = person.identity + one(of: ["43", "43B1", "42"])
      let fitting = held.last { service.certificateStates.contains($0.state(on: desk.day)) }
      fields["certificate"] = roll(8) == 0 ? held.randomElement(using: &chance)?.number : fitting?.number
      if service == .transferIn, fitting == nil { fields["certificate"] = brought }
    }
    fields.merge(ownFields(of: service, person))
    return fields
  }

  private mutating func ownFields(of service: ServiceKind, _ person: Person) -> Entries {
    let day = desk.day
    switch service {
    case .new: return ["category": one(of: ["4", "4", "4", "5"])]
    case .renewExpired: return roll(3) == 0 ? ["doubt": "行走正常"] : [:]
    case .renewInformation: return renewedPerson(person)
    case .change: return roll(3) == 0 ? ["category": "4"] : ["category": "4", "evidence": "市一院诊断"]
    case .transferOut: return ["destination": "431202 鹤城区"]
    case .transferIn:
      let from = day.adding(days: -roll(3000))
      return [
        "origin": "鹤城区", "valid_from": from.iso, "valid_to": from.adding(years: roll(9) == 0 ? 11 : 10).iso,
        "doubt": roll(4) == 0 ? "等级可疑" : "",
      ]
    case .cancel:
      return [
        "reason": one(of: CancellationReason.allCases).rawValue, "event_date": day.adding(days: 3 - roll(300)).iso,
        "document": roll(3) == 0 ? "" : "决 1 号",
      ]
    case .freeze:
      return [
        "reason": one(of: FreezeReason.allCases).rawValue, "document": roll(4) == 0 ? "" : "核查 1 号",
      ]
    case .unfreeze, .restore: return ["reason": "查明"]
    case .renewDamaged, .reissue: return [:]
    }
  }

  /// Another name, or once in a while another number.
  private mutating func renewedPerson(_ person: Person) -> Entries {
    roll(3) == 0
      ? ["identity": one(of: Self.otherNumbers), "name": person.name]
      : ["name": person.name + "兰", "address": "安江镇"]
  }

  /// What somebody gives with a move; now and then not all of it.
  mutating func fields(of move: Application.Move, on application: Application) -> Entries {
    var fields = usualFields(of: move, on: application)
    if roll(25) == 0, let (code, _) = fields.pairs.randomElement(using: &chance) { fields[code] = nil }
    if roll(60) == 0 { fields["date"] = "2099-01-01" }
    return fields
  }

  private mutating func usualFields(of move: Application.Move, on application: Application) -> Entries {
    let papers = "ID,HK,PH×3,AF,EF,GID,GP,MR,OC,LS,LN,MV,TP,RP,DP,VW,PX,PC,DD"
    let finding: Entries = [
      "category": one(of: ["4", "4", "2"]), "grade": one(of: ["1", "2", "3", "3", "4", "none"]),
    ]
    switch move {
    case .edit: return roll(4) == 0 ? ["identity": one(of: people).identity] : ["phone": "13800001234"]
    case .submit, .accept:
      return roll(20) == 0 ? ["materials": "ID"] : ["materials": papers]
    case .sendBack: return ["items": "户口簿", "reason": "缺页"]
    case .refuse, .misprint, .forwardReturned: return ["reason": "不实"]
    case .rejectIntake: return ["ground": one(of: ["false_material", "not_competent", "other"]), "reason": "不实"]
    case .recordCheck: return ["outcome": one(of: ["proven", "unproven"]), "record": "已查"]
    case .chooseHospital: return ["institution": one(of: ["RM", "RM", "ZY"])]
    case .panelToHospital: return ["institution": "RM", "reason": "难判"]
    case .chooseDirect: return Desk.panel
    case .panelSign: return ["category": "4", "grade": one(of: ["3", "3", "3", "3", "2", "none"]), "opinion": "同意"]
    case .recordResult:
      var fields: Entries = [
        "form": "118", "institution": application.institution, "doctors": "周医生", "date": desk.day.iso, "sealed": "yes",
      ]
      fields.merge(finding)
      return fields
    case .cityResult, .provResult:
      var fields: Entries = ["document": "9 号", "institution": "市一院", "date": desk.day.iso]
      fields.merge(finding)
      return fields
    case .postNotice: return ["place": "岩垅村"]
    case .object: return ["objector": "村民", "content": "能走路"]
    case .objectionUnfounded where application.noticeLastDay.map { $0 < desk.day } ?? false:
      return ["record": "已核查", "evidence": "照片"]
    case .objectionUnfounded: return ["record": "已核查"]
    case .objectionFounded: return ["record": "属实", "institution": one(of: ["RM", "ZY"])]
    case .noticeEnd: return ["evidence": "照片"]
    case .deliver: return ["delivered": desk.day.iso]
    case .approve: return Desk.ticks
    case .askCity, .askProvince: return ["request": "异议", "level": "市残联"]
    case .print: return ["serial": nextSerial()]
    case .seal: return ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"]
    case .finishWithoutCard: return roll(6) == 0 ? ["undelivered": "yes"] : ["delivered": "yes"]
    case .collect: return ["collector": "本人", "identity": application[.identity]]
    case .archive: return ["pages": "9", "shelf": "3-2"]
    case .withdraw: return ["request": "本人申请"]
    case .takeOver, .terminate, .resume, .declineForwarded: return ["reason": "调岗"]
    case .reassign: return ["successor": one(of: ["bai", "chen"]), "reason": "调岗"]
    case .askAdvice: return ["question": "如何办理"]
    case .answerAdvice: return ["advice": "照办"]
    case .panelDiscuss: return ["minutes": "合议"]
    case .registerPaper: return ["code": "ID", "form": "copy"]
    default: return [:]
    }
  }

  mutating func certificateFields(of move: Certificate.Move) -> Entries {
    switch move {
    case .reportLoss, .found: ["statement": "本人声明"]
    case .contact: ["about": "other", "result": "posted"]
    case .moveInConfirmed: ["receipt": "回执 1 号"]
    case .moveOutUndone: ["reason": "对方未收", "ground": "回函 1 号"]
    default: [:]
    }
  }
}
