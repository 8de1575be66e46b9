import Diagnostics
import Jinja

/// A picture for the place of a tag, or of a picture in the template.
final class ImageValue: WordValue {
  /// What the data says of the picture's size.
  enum Size: Hashable, Sendable {
    /// Its own, or as wide as there is room, whichever is less.
    case own
    /// These measures; what is not given follows from the other.
    case given(width: EMU?, height: EMU?)
    /// As wide as the cell or the page's text, but no higher than this.
    case fitting(height: EMU?)
  }

  let image: ImageFile
  let size: Size
  let alternativeText: String

  init(_ image: ImageFile, size: Size, alternativeText: String) {
    self.image = image
    self.size = size
    self.alternativeText = alternativeText
  }

  var text: String { alternativeText }

  func attribute(_ name: String) -> Value? { name == "alt" ? .string(alternativeText) : nil }

  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent {
    let (width, height) = extent(in: site.availableWidth ?? session.facts.textWidth)
    let drawing = Drawing(
      image: image, width: width, height: height, alternativeText: alternativeText)
    var markup = WordMarkup(at: site, in: session)
    try drawing.write(into: &markup, of: site.part, in: session)
    return .inRun(markup.bytes)
  }

  /// The size on the page where there is room for `available`.
  func extent(in available: EMU) -> (width: EMU, height: EMU) {
    let own = image.description
    switch size {
    case .own: return contained(in: (min(own.width, available), EMU.maximum))
    case .fitting(let height): return contained(in: (available, height ?? EMU.maximum))
    case .given(let width?, let height?): return (width, height)
    case .given(let width?, nil): return contained(in: (width, EMU.maximum))
    case .given(nil, let height?): return contained(in: (EMU.maximum, height))
    case .given(nil, nil): return contained(in: (own.width, EMU.maximum))
    }
  }

  /// The largest size of the picture's own shape within a box.
  func contained(in box: (width: EMU, height: EMU)) -> (width: EMU, height: EMU) {
    let own = image.description
    let height = box.width.scaled(by: own.height.value, over: own.width.value)
    if height <= box.height { return (box.width, max(height, .minimum)) }
    let width = box.height.scaled(by: own.width.value, over: own.height.value)
    return (max(width, .minimum), box.height)
  }
}
