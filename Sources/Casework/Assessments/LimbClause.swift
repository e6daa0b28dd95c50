/// One of the conditions that the standard lists for a grade of limb disability, in short (GB/T 26341-2010, domain: 4.6).
///
/// The numbers behind the grade are the program's own, in the order of our summary; the standard's letters were not at hand.
public struct LimbClause: Hashable, Sendable {
  public let code: String
  public let grade: Grade
  public let text: Phrase
  /// What must be measured for it.
  public let measured: Measurement?

  private init(_ code: String, _ grade: Grade, _ text: Phrase, measured: Measurement? = nil) {
    self.code = code
    self.grade = grade
    self.text = text
    self.measured = measured
  }

  public static let all: [LimbClause] = [
    LimbClause("1-1", .one, Phrase("重度四肢瘫", "severe quadriplegia")),
    LimbClause("1-2", .one, Phrase("完全性截瘫或偏瘫", "complete paraplegia or hemiplegia")),
    LimbClause("1-3", .one, Phrase("双全上肢或双全下肢缺失", "both whole arms or both whole legs lost")),
    LimbClause("1-4", .one, Phrase("双上肢极重度或三肢重度功能障碍", "both arms very severely, or three limbs severely impaired")),
    LimbClause("2-1", .two, Phrase("偏瘫或截瘫，残肢保留少许功能", "hemi- or paraplegia with little function left")),
    LimbClause("2-2", .two, Phrase("双上臂、双前臂或双大腿缺失", "both upper arms, forearms or thighs lost")),
    LimbClause("2-3", .two, Phrase("两肢重度或三肢中度功能障碍", "two limbs severely, or three moderately impaired")),
    LimbClause("3-1", .three, Phrase("双小腿缺失", "both lower legs lost")),
    LimbClause("3-2", .three, Phrase("单前臂及以上或单大腿及以上缺失", "one forearm or one thigh and above lost")),
    LimbClause("3-3", .three, Phrase("双拇指缺失或其余各指全缺", "both thumbs, or all other fingers lost")),
    LimbClause("3-4", .three, Phrase("一肢重度或两肢中度功能障碍", "one limb severely, or two moderately impaired")),
    LimbClause("4-1", .four, Phrase("单小腿缺失", "one lower leg lost")),
    LimbClause("4-2", .four, Phrase("双下肢不等长 50 毫米以上", "legs differ by 50 mm or more"), measured: .legDifference),
    LimbClause("4-3", .four, Phrase("脊柱强直", "rigid spine")),
    LimbClause("4-4", .four, Phrase("驼背大于 70 度", "kyphosis over 70°"), measured: .kyphosis),
    LimbClause("4-5", .four, Phrase("脊柱侧凸大于 45 度", "scoliosis over 45°"), measured: .scoliosis),
    LimbClause("4-6", .four, Phrase("单拇指缺失或一手其余四指全缺", "one thumb, or the four other fingers of one hand lost")),
    LimbClause("4-7", .four, Phrase("单足跖跗关节以上缺失", "one foot lost above the tarsometatarsal joint")),
    LimbClause("4-8", .four, Phrase("双足趾完全缺失或失去功能", "all toes of both feet lost or useless")),
    LimbClause("4-9", .four, Phrase("成年人身高 1300 毫米以下", "adult no taller than 1300 mm"), measured: .height),
    LimbClause("4-10", .four, Phrase("一肢中度或两肢轻度功能障碍", "one limb moderately, or two mildly impaired")),
  ]

  public static func find(_ code: String) -> LimbClause? { all.first { $0.code == code } }
}
