extension Village {
  /// An address as far as the village that it names, for the next one of the same place; "" where it names none.
  public static func upToVillage(_ address: String) -> String {
    let (village, rest) = parts(of: address)
    return village.isKnown ? String(Array(visible(address).dropLast(rest.unicodeScalars.count))) : ""
  }
}
