extension Application {
  /// The categories for whose assessment somebody is too young, each with the day from which it is possible (domain: 4.6).
  ///
  /// - Parameter grades: what an assessment found, by category; a category that is not there has not been assessed.
  public static func ageWarnings(
    of categories: [DisabilityCategory] = DisabilityCategory.allCases, graded grades: [DisabilityCategory: Grade] = [:],
    born birth: Day?, under policy: Policy, on day: Day
  ) -> [Warning] {
    guard let birth else { return [] }
    return categories.compactMap { category in
      guard let age = policy.eligibilityMinAge(of: category), birth.age(on: day) < age else { return nil }
      let first = birth.first(at: age)
      return Warning(
        code: .tooYoung,
        sentence: Phrase(
          "\(category.name.chinese)残疾满 \(age) 周岁起评定，\(first) 起可办",
          "\(category.name.english) is assessed from the age of \(age), possible from \(first)"),
        possibleFrom: first, source: PolicyKey.eligibilityMinAge(category).source)
    } + (categories.contains(.hearing) ? [hearingWarning(grades[.hearing], birth, policy, day)].compactMap(\.self) : [])
  }

  /// Small children's hearing is assessed for the graver grades only, as far as the office has set it.
  private static func hearingWarning(_ grade: Grade?, _ birth: Day, _ policy: Policy, _ day: Day) -> Warning? {
    for age in PolicyKey.hearingAges where birth.age(on: day) < age {
      guard let lightest = policy.lightestHearingGrade(under: age) else { continue }
      if let grade, grade <= lightest { return nil }
      let first = birth.first(at: age)
      return Warning(
        code: .tooYoungForGrade,
        sentence: Phrase(
          "听力残疾未满 \(age) 周岁只评至\(lightest.name.chinese)，更轻的 \(first) 起可办",
          "Hearing under the age of \(age) is assessed to \(lightest.name.english) only, a lighter one from \(first)"),
        possibleFrom: first, source: PolicyKey.eligibilityHearingGrade(under: age).source)
    }
    return nil
  }
}

extension Day {
  /// The first day on which somebody born on this day has an age in whole years.
  fileprivate func first(at age: Int) -> Day {
    let birthday = adding(years: age)
    return self.age(on: birthday) < age ? birthday.adding(days: 1) : birthday
  }
}
