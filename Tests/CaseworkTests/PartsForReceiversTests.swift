import Casework
import Testing

/// Which papers of a sweep go to whom, and who has been told by them (domain: 5.1, outputs).
@Suite struct PartsForReceiversTests {
  @Test func officesGetWhatTheyPayByAndFamiliesTheirLetters() {
    #expect(SweepPart.usual(for: []) == SweepPart.allCases)
    for office in Receiver.offices { #expect(SweepPart.usual(for: [office]) == [.cancelled, .moved, .feed]) }
    #expect(SweepPart.usual(for: [.holder]) == [.letters])
    #expect(SweepPart.usual(for: [.civilAffairs, .holder]) == [.cancelled, .moved, .feed, .letters])
  }

  @Test func aLetterTellsHoldersOnlyWhereItIsWrittenForThem() {
    let all = SweepPart.allCases
    #expect(SweepPart.letters.told([], amongParts: all) == [])
    #expect(SweepPart.letters.told([.civilAffairs], amongParts: all) == [])
    #expect(SweepPart.letters.told([.civilAffairs], amongParts: [.letters]) == [])
    #expect(SweepPart.letters.told([.holder], amongParts: all) == [.holder])
    #expect(SweepPart.letters.told([.civilAffairs, .holder], amongParts: all) == [.holder])
    #expect(SweepPart.letters.told([], amongParts: [.letters]) == [.holder])
  }

  @Test func aListTellsOfficesAlone() {
    #expect(SweepPart.cancelled.told([.holder], amongParts: [.cancelled]) == [])
    #expect(SweepPart.feed.told([.civilAffairs, .holder], amongParts: [.feed]) == [.civilAffairs])
  }
}
