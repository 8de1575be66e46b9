import Diagnostics
import Jinja
import OfficePackage
import WordprocessingML

/// What one rendering adds to the package: pictures, relationships, numbers that must be unique.
///
/// One for each document, used by one thread. A class because values at any depth add to it. What is added gets its number in the order in which it is added, so that equal renderings give equal bytes.
final class RenderSession {
  let facts: TemplateFacts
  let numbers: UniqueNumbers
  /// The package with what was added so far.
  var edit: PackageEdit
  private var media: [ImageFile: String] = [:]
  private var nextMediaNumber = 1
  private var nextChartNumber = 1
  private var lastDrawingID = 0
  private var lastBookmark = 0
  private var lastShape = 0
  private var lastChange = 0
  private var bookmarkNames: Set<String> = []
  private var imports: [ObjectIdentifier: SubdocumentImport] = [:]
  private var numbering: NumberingAdditions?
  private var styles = StyleAdditions()
  var notes: NoteAdditions
  /// What is to be said of the value that was written last.
  var remarks: [Fault] = []

  init(_ facts: TemplateFacts, _ uniqueness: Uniqueness) {
    self.facts = facts
    numbers = uniqueness.numbers()
    notes = NoteAdditions(uniqueness.notes)
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

  /// Adds a chart's part and returns its name.
  func addChart(_ bytes: [UInt8]) throws(Fault) -> String {
    let (name, number) = edit.freeName("word/charts/chart", "xml", from: nextChartNumber)
    nextChartNumber = number + 1
    try damaged { () throws(OfficePackageError) in
      try edit.add(name, contentType: Chart.contentType, bytes: bytes)
    }
    return name
  }

  /// The id by which `part` refers to a chart's part.
  func relationship(from part: String, toChart chart: String) throws(Fault) -> String {
    try damaged { () throws(OfficePackageError) in
      try edit.relate(part, to: chart, kind: "chart")
    }
  }

  /// The id by which `part` refers to an outside address.
  func relationship(from part: String, to address: WebAddress) throws(Fault) -> String {
    try damaged { () throws(OfficePackageError) in
      try edit.relate(part, toAddress: address.text, kind: "hyperlink")
    }
  }

  /// The id by which `part` refers to an outside address that the template has made.
  func relationship(
    from part: String, toAddress address: String, kind: String
  ) throws(Fault) -> String {
    try damaged { () throws(OfficePackageError) in
      try edit.relate(part, toAddress: address, kind: kind)
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

  /// The package with everything that was added.
  func finished() throws(OfficePackageError) -> PackageEdit {
    if let numbering, numbering.isChanged {
      let bytes = numbering.serialized()
      if let part = numbering.part {
        try edit.replace(part, bytes: bytes)
      } else {
        try add("numbering", bytes)
      }
    }
    if !styles.isEmpty {
      if let part = facts.stylesPart {
        try edit.replace(part, bytes: styles.serialized(after: try edit.package.tree(of: part)))
      } else {
        try add("styles", styles.serialized(namespace: namespaces.word))
      }
    }
    return edit
  }

  /// Adds a part of the kind that a document has one of, and returns its name.
  @discardableResult
  func add(_ kind: String, _ bytes: [UInt8]) throws(OfficePackageError) -> String {
    let folder = facts.mainPart.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let plain = "\(folder)\(kind).xml"
    let name = edit.hasPart(plain) ? edit.freeName(folder + kind, "xml").name : plain
    try edit.add(
      name,
      contentType:
        "application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml",
      bytes: bytes)
    _ = try edit.relate(facts.mainPart, to: name, kind: kind)
    return name
  }

  /// What was taken over from `file` so far.
  func imported(_ file: SubdocumentFile) -> SubdocumentImport {
    if let known = imports[ObjectIdentifier(file)] { return known }
    let new = SubdocumentImport(file)
    imports[ObjectIdentifier(file)] = new
    return new
  }

  /// Changes the document's lists, which are read when the first is added.
  func withNumbering<Result>(_ body: (inout NumberingAdditions) -> Result) throws(Fault) -> Result {
    if numbering == nil {
      numbering = try damaged { () throws(OfficePackageError) in try NumberingAdditions(facts) }
    }
    guard var changed = numbering.take() else { preconditionFailure("the lists were read") }
    defer { numbering = changed }
    return body(&changed)
  }

  /// The id of a style of this name that was added before.
  func addedStyle(_ name: String, _ kind: TemplateFacts.StyleKind) -> String? {
    styles.id(of: name, kind)
  }

  /// An id, like `id` if that is free, for a style that is added later.
  func reserveStyle(like id: String, name: String, _ kind: TemplateFacts.StyleKind) -> String {
    styles.reserve(like: id, name: name, kind) { facts.styleIDs.contains($0) }
  }

  func addStyle(_ markup: [UInt8]) { styles.add(markup) }

  /// Copies a picture of another package into this one; `nil` where there is none.
  func copyPicture(
    _ part: String, of package: OfficePackage
  ) throws(OfficePackageError) -> String? {
    guard let part = package.partName(part) else { return nil }
    let fileExtension = part.split(separator: ".").last.map { $0.lowercased() } ?? "bin"
    let (name, number) = edit.freeName("word/media/picture", fileExtension, from: nextMediaNumber)
    nextMediaNumber = number + 1
    try edit.add(name, copying: part, of: package)
    return name
  }

  /// A number for a bookmark that no other bookmark of the document has.
  func nextBookmarkID() -> String {
    repeat { lastBookmark += 1 } while facts.bookmarkIDs.contains(lastBookmark)
    return String(lastBookmark)
  }

  /// A number for a tracked change that no other mark of the document has.
  func nextChangeID() -> Int {
    lastChange += 1
    return facts.highestID + lastChange
  }

  /// An id for a shape of an inserted document.
  func nextShapeID() -> String {
    lastShape += 1
    return "inserted_shape_\(lastShape)"
  }

  /// `name`, or one like it where the document has a bookmark of that name.
  func bookmark(like name: String) -> String {
    var candidate = name
    var number = 1
    while facts.bookmarkNames.contains(candidate) || !bookmarkNames.insert(candidate).inserted {
      number += 1
      // Word knows no names of more than 40 characters.
      candidate = name.prefix(32) + "_i\(number)"
    }
    return candidate
  }
}

extension RenderSession {
  /// A list like the template's list `id` that counts from its beginning: its id, or `nil` where the template has no such list.
  func restartedList(_ id: String) throws(Fault) -> String? {
    try withNumbering { $0.restarted(id) }.map { String($0) }
  }
}
