/// What a template is made of before its language is looked at: constant bytes, and tags between them.
///
/// Whoever knows the carrier (plain text, a part of a Word document) cuts it into segments; the language never sees the carrier.
public struct TemplateSource: Sendable {
  /// One stretch of a template.
  public enum Segment: Sendable {
    /// Bytes that are written as they are: a range of `constants`.
    case constant(Range<Int>)
    /// A tag: an index into `tags`.
    case tag(Int)
    /// A point at which the carrier acts while the template is rendered, known to it by this number.
    case hook(Int)
  }

  /// What stands between a pair of delimiters.
  public struct Tag: Hashable, Sendable {
    /// What the delimiters say: `{{ }}`, `{% %}` or `{# #}`.
    public enum Kind: Hashable, Sendable {
      case output, statement, comment
    }

    /// What the tag is for.
    public let kind: Kind
    /// The text between the delimiters, in UTF-8.
    public let text: [UInt8]
    /// Where in the carrier's structure the tag stands. The tags of one block must all have the same number, or what is between them could not be left out or repeated.
    public let container: Int
    /// Where the text begins in the carrier's own text.
    public let offset: Int

    /// A tag of the carrier.
    public init(kind: Kind, text: [UInt8], container: Int = 0, offset: Int = 0) {
      self.kind = kind
      self.text = text
      self.container = container
      self.offset = offset
    }
  }

  /// The template from its beginning to its end.
  public var segments: [Segment] = []
  /// The tags that segments refer to.
  public var tags: [Tag] = []
  /// The bytes that segments refer to.
  public var constants: [UInt8] = []

  /// A template with nothing in it yet.
  public init() {}

  /// Appends `bytes` to the constant that the source ends with.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = constants.count
    constants.append(contentsOf: bytes)
    if case .constant(let range) = segments.last, range.upperBound == start {
      segments[segments.count - 1] = .constant(range.lowerBound..<constants.count)
    } else {
      segments.append(.constant(start..<constants.count))
    }
  }

  /// Appends a tag.
  public mutating func append(_ tag: Tag) {
    segments.append(.tag(tags.count))
    tags.append(tag)
  }
}

/// A stretch of a tag's text.
public struct Span: Hashable, Sendable {
  /// The index of the tag in its source.
  public let tag: Int
  /// UTF-8 offsets into the tag's text.
  public let range: Range<Int>

  /// A stretch of the tag with this index.
  public init(tag: Int, range: Range<Int>) {
    self.tag = tag
    self.range = range
  }
}
