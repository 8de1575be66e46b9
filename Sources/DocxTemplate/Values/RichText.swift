import Diagnostics
import Jinja

/// Text whose pieces have formatting of their own, which goes before that of the place where they stand.
final class RichText: WordValue {
  /// A piece of text with one formatting.
  struct Span: Hashable, Sendable {
    var text: String
    var properties: [RunProperty] = []
    /// The name of a character style of the template.
    var style: String?
    var link: WebAddress?
  }

  /// A paragraph of its own.
  struct Paragraph: Hashable, Sendable {
    var spans: [Span]
    /// The name of a paragraph style of the template; without one the paragraph is like that of the tag.
    var style: String?
    var alignment: Alignment?
  }

  enum Alignment: String, CaseIterable, Sendable {
    case left, center, right, justify

    /// The value of `w:jc` (ECMA-376 part 1, §17.18.44); the strict form of the standard names sides by where a line starts.
    func value(isStrict: Bool) -> String {
      switch self {
      case .left: isStrict ? "start" : "left"
      case .center: "center"
      case .right: isStrict ? "end" : "right"
      case .justify: "both"
      }
    }
  }

  enum Body: Hashable, Sendable {
    case spans([Span])
    case paragraphs([Paragraph])
  }

  let body: Body

  init(_ body: Body) { self.body = body }

  var text: String {
    switch body {
    case .spans(let spans): spans.map(\.text).joined()
    case .paragraphs(let paragraphs):
      paragraphs.map { $0.spans.map(\.text).joined() }.joined(separator: "\n")
    }
  }

  func attribute(_ name: String) -> Value? { name == "text" ? .string(text) : nil }

  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent {
    var markup = WordMarkup(at: site, in: session)
    switch body {
    case .spans(let spans):
      for span in spans { try span.write(into: &markup, at: site, in: session) }
      return .runs(markup.bytes)
    case .paragraphs(let paragraphs):
      for paragraph in paragraphs { try paragraph.write(into: &markup, at: site, in: session) }
      return .blocks(markup.bytes)
    }
  }
}

extension RichText.Span {
  func write(
    into markup: inout WordMarkup, at site: InsertionSite, in session: RenderSession
  ) throws(Fault) {
    guard !text.isEmpty else { return }
    var result = RunProperties(site.runProperties)
    if link != nil { result = LinkValue.properties(result, in: session) }
    if let style {
      result.set(RunProperty("rStyle", value: try session.style(style, .character)))
    }
    for property in properties { result.set(property) }
    guard let link else { return markup.write(run: text, result.serialized()) }
    LinkValue.start(try session.relationship(from: site.part, to: link), in: &markup)
    markup.write(run: text, result.serialized())
    markup.end("hyperlink")
  }
}

extension RichText.Paragraph {
  func write(
    into markup: inout WordMarkup, at site: InsertionSite, in session: RenderSession
  ) throws(Fault) {
    markup.start("p")
    var properties = ParagraphProperties(style == nil ? site.paragraphProperties : [])
    var runSite = site
    if let style {
      properties.set("pStyle", try session.style(style, .paragraph))
      // The style says how its text looks, not the place that the tag happened to stand in.
      runSite.runProperties = []
    }
    if let alignment {
      properties.set("jc", alignment.value(isStrict: session.namespaces.isStrict))
    }
    markup.write(properties.serialized())
    for span in spans { try span.write(into: &markup, at: runSite, in: session) }
    markup.end("p")
  }
}
