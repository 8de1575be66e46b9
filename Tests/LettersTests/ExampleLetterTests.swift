import Diagnostics
import JSON
import Register
import Testing

@testable import Letters

/// The letters of the documents of the example register: what an export of its periods holds.
@Suite struct ExampleLetterTests {
  /// The documents with their lists; of the long lists, which take long, every sixth.
  private static let documents: [(record: DocumentRecord, resources: [ResourceRecord])] = {
    guard let register = try? Example.register.get(), let records = try? register.documents() else {
      return []
    }
    return records.enumerated().compactMap { index, record in
      guard let resources = try? register.resources(of: record.id) else { return nil }
      return resources.count <= 20 || index % 6 == 0 ? (record, resources) : nil
    }
  }()

  private static let slices = 8

  @Test(
    "a document's letter is refused, or has another addressee, number, body or list than the register",
    arguments: 0..<slices)
  func letters(slice: Int) throws {
    let register = try Example.register.get()
    try #require(Self.documents.count > 140)
    for index in stride(from: slice, to: Self.documents.count, by: Self.slices) {
      let (record, resources) = Self.documents[index]
      let kind = try #require(Example.kinds[record.kind.rawValue]).get()
      let data = try JSON(parsing: try #require(record.caseData))
      do throws(LetterRefusal) {
        let (letter, diagnostics) = try kind.render(
          data, file: record.caseFile, register: register,
          listing: .documentsAndBodies)
        #expect(diagnostics.map { $0.rendered(in: .en) } == [], "\(record.id)")
        for (language, document) in letter.documents {
          check(document.text, language, record, resources)
        }
      } catch {
        Issue.record("\(record.id): \(error.diagnostics.map { $0.rendered(in: .en) })")
      }
    }
  }

  private func check(
    _ text: String, _ language: LetterLanguage, _ record: DocumentRecord,
    _ resources: [ResourceRecord]
  ) {
    for resource in resources { #expect(text.contains(resource.card.url)) }
    #expect(text.contains("____") == record.number.isEmpty, "\(record.id)")
    #expect(text.contains(record.number))
    let addressee = record.addressee
    switch record.kind {
    case .warning, .recommendation:
      #expect(text.contains("\n\(addressee.split(separator: " ").last ?? "?")\n"))
    case .notification: #expect(text.contains("«\(addressee)»"))
    case .prescription, .response:
      let mark = language == .kk ? "(тізім бойынша)" : "(по списку)"
      #expect(text.contains(mark) == addressee.hasSuffix("(по списку)"), "\(record.id)")
    }
    guard let first = resources.first, let body = Example.reference.bodies[first.body] else {
      #expect(record.kind == .response)
      return
    }
    #expect(text.contains(language == .kk ? body.name.kk : body.instrumental))
    // Only what bodies entered into the information system is said to be in it.
    let system = language == .kk ? "«Киберқадағалау»" : "«Кибернадзор»"
    #expect(text.contains(system) == (first.channel == .informationSystem), "\(record.id)")
  }
}
