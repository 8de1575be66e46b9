/// Where a diagnostic holds, in words that its reader can find again: a paragraph of a Word document, a line of a data file, a row of a table.
public struct Place: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String?
  /// `kk` or `ru` where the place stands in one of a pair.
  public var language: String?
  /// The part of an Office package, such as `word/document.xml`.
  public var part: String?
  /// What kind of block this is: a paragraph style, a field's path, a column's name.
  public var block: String?
  /// The paragraph's number in its part, from 1.
  public var paragraph: Int?
  /// The text of the nearest heading above.
  public var heading: String?
  /// The cell of a table that the paragraph stands in.
  public var cell: Cell?
  /// The line, from 1, of a file that has lines.
  public var line: Int?
  /// The column, from 1, in Unicode scalars, of a file that has lines.
  public var column: Int?
  /// The paragraph's or line's own text, whole.
  public var excerpt: String
  /// The marked words: UTF-8 offsets into `excerpt`.
  public var marked: Range<Int>

  /// A cell of a table, all numbers from 1.
  public struct Cell: Hashable, Sendable {
    /// The table's number in its part, in the order in which tables begin.
    public var table: Int
    public var row: Int
    /// The cell's number in its row.
    public var column: Int

    public init(table: Int, row: Int, column: Int) {
      self.table = table
      self.row = row
      self.column = column
    }
  }

  public init(
    file: String? = nil, language: String? = nil, part: String? = nil, block: String? = nil,
    paragraph: Int? = nil, heading: String? = nil, cell: Cell? = nil, line: Int? = nil,
    column: Int? = nil, excerpt: String = "", marked: Range<Int> = 0..<0
  ) {
    self.file = file
    self.language = language
    self.part = part
    self.block = block
    self.paragraph = paragraph
    self.heading = heading
    self.cell = cell
    self.line = line
    self.column = column
    self.excerpt = excerpt
    let length = excerpt.utf8.count
    let start = min(max(marked.lowerBound, 0), length)
    self.marked = start..<min(max(marked.upperBound, start), length)
  }

  /// The place with only some of the marked words marked: UTF-8 offsets into ``text``.
  public func marking(_ range: Range<Int>) -> Place {
    var place = self
    place.marked = marked.lowerBound + range.lowerBound..<marked.lowerBound + range.upperBound
    return place
  }

  /// Exactly the marked words.
  public var text: String {
    let bytes = excerpt.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: marked.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: marked.upperBound)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
