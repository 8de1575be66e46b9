import Diagnostics
import Testing

@testable import Jinja

@Suite struct LookalikeTests {
  @Test(
    "A name of two alphabets would be mended into one that nobody meant, or a sound one be blamed")
  func unmixed() {
    let names: [(name: String, meant: String?)] = [
      ("дaта", "дата"), ("dаtа", "data"), ("дата", nil), ("data", nil), ("дата_ru", nil),
      ("xат_дaта", "хат_дата"), ("файлPDF", nil), ("нөмiр", "нөмір"), ("сaн2", "сан2"),
      ("А4format", "A4format"),
    ]
    for (name, meant) in names { #expect(Lookalikes.unmixed(name) == meant, "\(name)") }
  }

  @Test("The hint would name a field that is spelt like it before the one that looks the same")
  func twins() {
    #expect(Lookalikes.twin(of: "сору", among: ["сорт", "copy"]) == "copy")
    #expect(Lookalikes.twin(of: "copy", among: ["copy"]) == nil)
    #expect(
      Spelling.hint(for: "дaтa", among: ["дата", "дара"])?.en.hasPrefix("there is `дата`") == true)
    #expect(Spelling.hint(for: "дара", among: ["дата"])?.en == "did you mean `дата`?")
  }
}
