/// Why something is not an identity number; the cases stand in the order in which they are looked for.
///
/// `excelFloat` is looked for twice: as scientific notation at once, and as three lost digits before `badChecksum`.
public enum IdentityProblem: String, CaseIterable, Codable, Sendable {
  case empty
  case excelFloat = "excel_float"
  case masked
  case notID = "not_id"
  case badLength = "bad_length"
  case badChar = "bad_char"
  case badDate = "bad_date"
  case badChecksum = "bad_checksum"

  /// What a clerk should do about it.
  public var advice: Phrase {
    switch self {
    case .empty:
      Phrase("没有填写号码，请补上公民身份号码。", "The number is missing: enter the identity number.")
    case .excelFloat:
      Phrase(
        "号码在电子表格中丢失了末几位，无法恢复。请对方把该列设为“文本”后重新提供。",
        "A spreadsheet lost the last digits and they cannot be restored: ask for the column again, stored as text.")
    case .masked:
      Phrase("号码被星号遮盖，请索取完整号码。", "The number is masked with asterisks: ask for the whole number.")
    case .notID:
      Phrase("填写的不是号码，请核对证件。", "This is not a number: look at the document.")
    case .badLength:
      Phrase(
        "位数不对，应为18位（旧证15位），请核对是否漏写或多写。",
        "Wrong length: it takes 18 characters (15 on old cards); look for one too few or too many.")
    case .badChar:
      Phrase(
        "含有不该出现的字符：前17位只能是数字，末位可为X。请核对是否把0写成O、1写成l。",
        "A character does not belong: 17 digits, then a digit or X. Look for O instead of 0 and l instead of 1.")
    case .badDate:
      Phrase(
        "第7至14位不是合理的出生日期，请核对。", "Characters 7 to 14 are no possible date of birth: compare them with the document.")
    case .badChecksum:
      Phrase(
        "校验位不符，至少有一位写错，请对照证件逐位核对。",
        "The check character does not fit, so a digit is wrong: compare it with the document.")
    }
  }
}

/// What deserves a look although the number can be used.
public enum IdentityWarning: String, CaseIterable, Codable, Sendable {
  case unknownDistrict = "unknown_district"
  case oldDistrict = "old_district"
  case upgraded15 = "upgraded_15"
  case fullWidth = "full_width"
  case lowerX = "lower_x"
  case cleaned
  case hmtPermit = "hmt_permit"
  case pre1900 = "pre_1900"

  /// What a clerk should know or do.
  public var advice: Phrase {
    switch self {
    case .unknownDistrict:
      Phrase("前6位不在行政区划代码表中，请对照证件确认。", "The first six digits are no known district: compare them with the document.")
    case .oldDistrict:
      Phrase(
        "前6位是已撤销的行政区划代码，号码终身有效，无需更改。",
        "The district code was abolished; the number stays valid for life, nothing to do.")
    case .upgraded15:
      Phrase(
        "由15位旧号码升位，只可用于比对，发证前请核对18位号码。",
        "Made from an old 15-digit number: good for matching; see the 18-digit one before issuing.")
    case .fullWidth:
      Phrase("全角字符已改为半角。", "Full-width characters were made half-width.")
    case .lowerX:
      Phrase("末位已改为大写X。", "The last character was made a capital X.")
    case .cleaned:
      Phrase("已去除空格、不可见字符或撇号。", "Spaces, invisible characters or an apostrophe were removed.")
    case .hmtPermit:
      Phrase(
        "这是港澳台居民居住证号码，请确认本地是否受理。",
        "A residence permit of Hong Kong, Macao or Taiwan: confirm that the office accepts it.")
    case .pre1900:
      Phrase(
        "出生年份可能在1900年以前（15位号码顺序码996至999，或出生年份早于1900），请核对出生日期。",
        "Born before 1900, or an old number with the sequence 996 to 999 that says so: confirm the date of birth.")
    }
  }
}
