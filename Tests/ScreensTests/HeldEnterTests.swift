import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Enter that is held down, or waits where nobody has looked, opens what it opens and decides nothing.
@Suite struct HeldEnterTests {
  @Test(arguments: [0, 30, 100]) func heldDownItCarriesNoCaseThroughAnAct(_ interval: Int) throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))

    try desk.press(.enter)
    office.time.pass(milliseconds: 500)
    for _ in 0..<40 {
      try desk.press(.enter)
      office.time.pass(milliseconds: interval)
    }

    #expect(try office.store.application(application.id).state == .submitted)
    try desk.expect("! 回车按得太连：这一件还没有办")
  }

  @Test func pressedAnewItActs() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.application(application.id))
    for _ in 0..<9 { try desk.press(.enter) }
    #expect(try office.store.application(application.id).state == .submitted)

    office.time.pass(milliseconds: 800)
    try desk.press(.enter)

    #expect(try office.store.application(application.id).state == .accepted)
  }

  /// Whoever types and goes on by Enter is not slowed down, and another key in between is a fresh one.
  @Test func onAFormThatIsWorkedThroughAQuarterOfASecondIsEnough() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.accept, application.id))
    for _ in 0..<30 where try office.store.application(application.id).state == .submitted {
      try desk.press(.enter)
      office.time.pass(milliseconds: 250)
    }

    #expect(try office.store.application(application.id).state == .accepted)
  }
}
