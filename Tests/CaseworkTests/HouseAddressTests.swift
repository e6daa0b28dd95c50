import Testing

@testable import Casework

@Suite struct HouseAddressTests {
  private static let home = HouseAddress("湖南省怀化市洪江市安江镇金星村2组128号")

  @Test(arguments: [
    "洪江市安江镇金星村2组128号", "安江镇金星村二组128号", "安江镇金星村 2组 128号", "金星村2组128号", "湖南省洪江市安江镇金星村第二组一百二十八号",
    "安江镇金星村委会２组１２８号", "安江镇金星村2村民小组128", "洪江市安江镇金星村二组一二八号",
  ]) func oneHouseWrittenDifferentlyIsOne(_ address: String) {
    #expect(HouseAddress(address).isSame(as: Self.home), "\(HouseAddress(address))")
  }

  @Test(arguments: [
    "安江镇金星村3组128号", "安江镇金星村2组12号", "黔城镇金星村2组128号", "安江镇红星村2组128号", "2组128号", "安江镇金星村", "",
  ]) func anotherHouseIsAnother(_ address: String) {
    #expect(!HouseAddress(address).isSame(as: Self.home))
  }

  @Test func whereNothingIsWrittenNothingIsSame() {
    #expect(!HouseAddress("").isSame(as: HouseAddress("")))
  }
}
