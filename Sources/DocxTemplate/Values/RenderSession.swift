import Diagnostics
import Jinja
import OfficePackage

/// What one rendering adds to the package: pictures, relationships, numbers that must be unique.
///
/// One for each document, used by one thread. A class because values at any depth add to it. What is added gets its number in the order in which it is added, so that equal renderings give equal bytes.
final class RenderSession {
  let facts: TemplateFacts
  /// The package with what was added so far.
  var edit: PackageEdit
  private var media: [ImageFile: String] = [:]
  private var nextMediaNumber = 1
  private var lastDrawingID = 0

  init(_ facts: TemplateFacts) {
    self.facts = facts
    edit = facts.edit
  }

  var namespaces: OfficeNamespaces { facts.namespaces }

  /// A number for a drawing that no other drawing of the document has.
  func nextDrawingID() -> Int {
    repeat { lastDrawingID += 1 } while facts.drawingIDs.contains(lastDrawingID)
    return lastDrawingID
  }

  /// The id by which `part` refers to a picture, which is put into the package once, however often it is shown.
  func relationship(from part: String, to image: ImageFile) throws(Fault) -> String {
    let name = try name(of: image)
    return try damaged { () throws(OfficePackageError) in
      try edit.relate(part, to: name, kind: "image")
    }
  }

  /// The id by which `part` refers to an outside address.
  func relationship(from part: String, to address: WebAddress) throws(Fault) -> String {
    try damaged { () throws(OfficePackageError) in
      try edit.relate(part, toAddress: address.text, kind: "hyperlink")
    }
  }

  /// The id of a style of the template.
  ///
  /// - Throws: E140 where the template has none of that name.
  func style(_ name: String, _ kind: TemplateFacts.StyleKind) throws(Fault) -> String {
    if let id = facts.style(name, kind) { return id }
    throw Fault(
      "E140",
      Message(
        kk: "үлгіде мұндай стиль жоқ: `\(name)`", ru: "в шаблоне нет стиля `\(name)`",
        en: "the template has no style `\(name)`"),
      hint: Spelling.hint(for: name, among: facts.styleNames(kind)))
  }

  private func name(of image: ImageFile) throws(Fault) -> String {
    if let name = media[image] { return name }
    let format = image.format
    let (name, number) = edit.freeName(
      "word/media/picture", format.fileExtension, from: nextMediaNumber)
    nextMediaNumber = number + 1
    try damaged { () throws(OfficePackageError) in
      try edit.add(name, contentType: format.contentType, bytes: image.bytes)
    }
    media[image] = name
    return name
  }

  /// Tells of a template whose package cannot be added to as of any fault.
  func damaged<Result>(
    _ body: () throws(OfficePackageError) -> Result
  ) throws(Fault) -> Result {
    do throws(OfficePackageError) {
      return try body()
    } catch {
      let diagnostic = error.diagnostic(file: "")
      throw Fault(diagnostic.rule, diagnostic.message, hint: diagnostic.hint)
    }
  }
}
