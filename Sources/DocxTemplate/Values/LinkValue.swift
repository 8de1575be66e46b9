import Diagnostics
import Jinja

/// A text that leads to an address.
final class LinkValue: WordValue {
  let address: WebAddress
  let text: String

  init(_ text: String, to address: WebAddress) {
    self.text = text
    self.address = address
  }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "text": .string(text)
    case "url": .string(address.text)
    default: nil
    }
  }

  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent {
    var markup = WordMarkup(at: site, in: session)
    let properties = Self.properties(RunProperties(site.runProperties), in: session)
    let id = try session.relationship(from: site.part, to: address)
    Self.start(id, in: &markup)
    markup.write(run: text, properties.serialized())
    markup.end("hyperlink")
    return .runs(markup.bytes)
  }

  /// Opens `w:hyperlink` with the relationship `id`.
  static func start(_ id: String, in markup: inout WordMarkup) {
    let namespace = markup.namespaces.relationships
    markup.start("hyperlink", " xmlns:r=\"\(namespace)\" r:id=\"\(id)\" w:history=\"1\"")
  }

  /// `properties` with those by which links are known: the template's style for them, or blue and a line.
  static func properties(
    _ properties: RunProperties, in session: RenderSession
  ) -> RunProperties {
    var properties = properties
    if let style = session.facts.style("Hyperlink", .character) {
      properties.set(RunProperty("rStyle", value: style))
      // What stands directly on a run would hide the style's own.
      properties.remove("color")
      properties.remove("u")
    } else {
      properties.set(RunProperty("color", value: "0563C1"))
      properties.set(RunProperty("u", value: "single"))
    }
    return properties
  }
}
