import Diagnostics
import Testing

@testable import Letters

/// Contradictions of a letter's definition in which every single number would be right.
@Suite struct DefinitionCheckTests {
  /// What is found in the reply's definition after a change, and a further one.
  private func found(
    _ from: String, _ to: String, _ more: (String) -> String = { $0 }
  ) throws -> [Diagnostic] {
    var files = try KindFiles.response()
    let text = String(decoding: files.definition.bytes, as: UTF8.self)
    try #require(text.contains(from))
    files.definition = LetterKind.Files.File(
      name: files.definition.name, bytes: Array(more(text.replacing(from, with: to)).utf8))
    return LetterKind.compile("response", files).diagnostics
  }

  @Test("the same documents are called otherwise in another period, and nobody notices")
  func taxonomyDrift() throws {
    let missing = try found(
      """
        currentLetters:
          count: documents
          kinds: [warning, recommendation]
      """,
      """
        currentLetters:
          count: documents
          kinds: [recommendation]
      """)
    #expect(missing.contains { $0.rule == "T5" && $0.message.ru.contains("`warning`") })
    // Both sums hold, and split the same kinds in two ways.
    let split = try found(
      "  - {total: currentTotal, parts: [currentPrescriptions, currentLetters]}",
      "  - {total: currentTotal, parts: [warnings, currentPrescriptions, recommendations]}\n"
    ) { text in
      text.replacing(
        "\nsums:",
        with: """

            recommendations:
              count: documents
              kinds: [recommendation]
              state: prepared
              period: current
              label: {kk: Ұсыным хаттар, ru: Рекомендательные письма}
          sums:
          """)
    }
    #expect(split.contains { $0.rule == "T5" && $0.message.en.contains("`currentTotal`") })
  }

  @Test("a unit is dropped from a part of a sum")
  func droppedUnit() throws {
    let diagnostics = try found(
      """
        actedUponResources:
          count: acted-upon-resources
          kinds: [notification, warning, prescription]
          channel: is
          unit: resources-and-links
      """,
      """
        actedUponResources:
          count: acted-upon-resources
          kinds: [notification, warning, prescription]
          channel: is
          unit: resources
      """)
    #expect(diagnostics.contains { $0.rule == "N7" && $0.places.count == 2 })
  }

  @Test("drafts are added to documents that were sent")
  func mixedStates() throws {
    let diagnostics = try found(
      """
        currentPrescriptions:
          count: documents
          kinds: [prescription]
          state: prepared
      """,
      """
        currentPrescriptions:
          count: documents
          kinds: [prescription]
          state: sent
      """)
    #expect(diagnostics.map(\.rule) == ["N9"])
  }

  @Test("a figure of a year that is not over is printed without its day")
  func undatedFigure() throws {
    let diagnostics = try found("periods:\n", "periods:\n") { text in
      text.replacing("end: asOf}", with: "end: prepared}")
    }
    #expect(diagnostics.map(\.rule) == ["N8", "N8"])
    #expect(diagnostics.map { $0.places.first?.language } == ["kk", "ru"])
  }
}
