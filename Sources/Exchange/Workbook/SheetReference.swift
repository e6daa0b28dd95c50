/// Numbers in a sheet's attributes: styles, and the columns of cell references.
enum SheetReference {
  /// Digits as a number; 0 where there are none.
  static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int {
    var number = 0
    for digit in digits {
      guard digit >= 48, digit <= 57, number < 1 << 24 else { break }
      number = number * 10 + Int(digit) - 48
    }
    return number
  }

  /// The column of a reference such as `AB12`, counted from 0.
  static func column(of reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      let letter = byte & 0xDF
      guard letter >= 65, letter <= 90, column < 1 << 20 else { break }
      column = column * 26 + Int(letter) - 64
    }
    return column == 0 ? nil : column - 1
  }

  /// The row of a reference, 1 for the first.
  static func row(of reference: UnsafeBufferPointer<UInt8>) -> Int {
    number(UnsafeBufferPointer(rebasing: reference.drop { $0 < 48 || $0 > 57 }))
  }
}
