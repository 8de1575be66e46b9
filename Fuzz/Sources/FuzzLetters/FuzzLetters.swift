import CivilDates
import Diagnostics
import Letters

private let check = PairCheck(.builtIn, .builtIn)

/// Reads any bytes as the two originals of a letter, the Kazakh one first and a form feed between them, compares them and writes all that people are shown; whatever they say, that must end, and not in a crash.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLetters(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let texts = bytes.split(separator: 0x0C, maxSplits: 1, omittingEmptySubsequences: false)
  guard texts.count == 2 else { return 0 }
  let kk = PairCheck.Document(file: "kk.txt", bytes: Array(texts[0]))
  let ru = PairCheck.Document(file: "ru.txt", bytes: Array(texts[1]))
  if let findings = try? check.findings(kk: kk, ru: ru) { findings.forEach(inspect) }
  guard let report = try? check.report(kk, ru) else { return 0 }
  report.findings.forEach(inspect)
  _ = report.page(in: .kk, day: CivilDate.startOfYear(2021))
  for width in [40, 100] {
    _ = FindingsText(language: .ru, width: width).rendered(report.findings)
  }
  for language in LetterLanguage.allCases {
    // The text itself must stand in its copy.
    let own = language == .kk ? kk : ru
    guard let copy = try? report.annotated(language, in: .en) else { continue }
    precondition(copy.count >= own.bytes.count || report.files[0] != "kk.txt")
  }
  return 0
}

/// Every place that is told lies in its text, between characters.
private func inspect(_ finding: Diagnostic) {
  for place in finding.places {
    let bytes = Array(place.excerpt.utf8)
    precondition(place.marked.upperBound <= bytes.count)
    for end in [place.marked.lowerBound, place.marked.upperBound] where end < bytes.count {
      precondition(bytes[end] & 0xC0 != 0x80)
    }
  }
}
