import Casework
import Testing

@Suite struct FieldDoubtTests {
  @Test(arguments: [
    (CaseField.phone, "1394", true), (.phone, "13800001234", false), (.phone, "0745-7721234", false),
    (.phone, "", false),
    (.agentPhone, "138000012345678", true), (.phone, "138ooo01234", true), (.ethnicity, "13800001234", true),
    (.ethnicity, "汉族", false), (.address, "新桥村 1 组", false),
  ]) func whatCanHardlyBeRightIsSaid(_ field: CaseField, _ text: String, _ isDoubtful: Bool) {
    #expect((field.doubt(about: text) != nil) == isDoubtful)
  }

  @Test func aPhoneIsKeptInHalfWidthWithoutBlanks() {
    #expect(CaseField.phone.kept("１３８ 0000 1234", today: Day(ordinal: 0)) == "13800001234")
  }
}
