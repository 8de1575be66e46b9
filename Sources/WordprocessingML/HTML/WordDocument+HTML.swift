/// How a document is shown as HTML.
public struct HTMLOptions: Sendable {
  public var changes: TrackedChanges
  /// What stands in the title of the window.
  public var title: String
  /// Words that are set apart.
  public var marks: HTMLMarks?

  public init(
    changes: TrackedChanges = .accept, title: String = "", marks: HTMLMarks? = nil
  ) {
    self.changes = changes
    self.title = title
    self.marks = marks
  }
}

extension WordDocument {
  /// The document as one HTML file in UTF-8 that needs nothing beside it: what a person sees in Word, with pages as boxes of their size.
  ///
  /// Hidden text and comments are left out. Nothing of the document becomes script, style or address that was not checked, and nothing is loaded from outside.
  ///
  /// - Complexity: linear in the document and its pictures.
  public func html(_ options: HTMLOptions = HTMLOptions()) -> [UInt8] {
    var reader = HTMLReader(document: self, options: options)
    reader.readDocument()
    return reader.page()
  }
}
