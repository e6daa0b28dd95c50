import Foundation
import Testing

@testable import Casework

/// What an approval brings about is said before it is given (domain: 2.11).
@Suite struct EffectTests {
  @Test(
    arguments: [
      (.new, "制发新证，有效期 DAY 至 END"), (.renewExpired, "换发新证，有效期 DAY 至 END；制证后旧证作废"),
      (.change, "换发新证，有效期 DAY 至 END；制证后旧证作废"), (.renewDamaged, "换发新证，有效期不变（至 HELD）；制证后旧证作废"),
      (.renewInformation, "换发新证，有效期不变（至 HELD）；制证后旧证作废"),
      (.reissue, "补发新证，有效期不变（至 HELD）；遗失的旧证作废"), (.transferOut, "证件转为「迁出」，本县不再管理"),
      (.transferIn, "登记迁入，有效期不变"), (.unfreeze, "证件解冻，恢复使用，有效期不变（至 HELD）"),
      (.restore, "证件恢复到注销前的状态"), (.cancel, "证件注销，立即停用"), (.freeze, "证件冻结，暂停使用"),
    ] as [(ServiceKind, String)])
  func everyServiceSaysIt(_ service: ServiceKind, _ words: String) {
    var here = Situation.draft(service)
    if service == .cancel { here.entries["reason"] = "death" }
    if service == .freeze { here.entries["reason"] = "complaint" }
    let held = Situation.certificate(for: service, of: here.entries.text("identity"))

    let effect = here.application.effect(
      amid: Surroundings(certificate: held), under: Policy(), on: here.today)

    let wanted = words.replacingOccurrences(of: "DAY", with: here.today.iso)
      .replacingOccurrences(of: "END", with: here.today.adding(years: 10).iso)
      .replacingOccurrences(of: "HELD", with: held?[.validTo] ?? "")
    #expect(effect.chinese.hasPrefix(wanted), "\(effect.chinese)")
    #expect(effect.isWhole)
  }
}
