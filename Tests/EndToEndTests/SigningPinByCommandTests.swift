import Testing

/// The signing PIN by commands: scripts of whoever has none pass nothing new.
@Suite struct SigningPinByCommandTests {
  @Test func whoeverHasAPINSignsTheReportByItAndNotByThePassword() throws {
    let office = try Program.office(today: "2026-03-02")
    try office.keep("246810", as: "sunmin.pin")
    try office.keep("135791", as: "other.pin")
    let (pin, other) = (office.path("sunmin.pin"), office.path("other.pin"))
    #expect(try office.run(as: "sunmin", "report", "sign", "quarter", "2025Q3", "--pin-file", pin).status == 3)

    #expect(
      try office.run(as: "sunmin", "staff", "pin", "sunmin", "--new-pin-file", pin).json()["pin"] as? Bool == true)

    let bare = try office.run(as: "sunmin", "report", "sign", "quarter", "2025Q4")
    #expect(bare.status == 3 && bare.output.contains("--pin-file"), "\(bare.output)")
    #expect(try office.run(as: "sunmin", "report", "sign", "quarter", "2025Q4", "--pin-file", other).status == 4)
    #expect(try office.run(as: "sunmin", "report", "sign", "quarter", "2025Q4", "--pin-file", pin).status == 0)
    #expect(try office.run(as: "sunmin", "staff", "pin", "chenjing", "--new-pin-file", pin).status == 3)
    #expect(try office.run(as: "admin", "staff", "pin", "sunmin", "--remove").json()["pin"] as? Bool == false)
    #expect(try office.run("audit", "verify").status == 0)
    try office.remove()
  }
}
