/// Numbers in a sheet's attributes: styles, and the columns of cell references.
enum SheetReference {
  /// Digits as a number; 0 where there are none.
  static func number(_ digits: UnsafePointer<CChar>) -> Int {
    var number = 0
    var index = 0
    while digits[index] >= 48, digits[index] <= 57, number < 1 << 24 {
      number = number * 10 + Int(digits[index]) - 48
      index += 1
    }
    return number
  }

  /// The column of a reference such as `AB12`, counted from 0.
  static func column(of reference: UnsafePointer<CChar>) -> Int? {
    var column = 0
    var index = 0
    while let letter = Optional(UInt8(bitPattern: reference[index]) & 0xDF), (65...90).contains(letter),
      column < 1 << 20
    {
      column = column * 26 + Int(letter) - 64
      index += 1
    }
    return column == 0 ? nil : column - 1
  }
}
