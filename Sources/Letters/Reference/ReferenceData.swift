/// What letters of every kind refer to, by id.
public struct ReferenceData: Hashable, Sendable {
  public var acts: [String: Act] = [:]
  /// Acts that letters of any office cite, which kinds of letters do not speak of by id.
  public var laws: [String: Act] = [:]
  public var bodies: [String: Body] = [:]
  public var people: [String: Person] = [:]
  public var organisations: [String: Organisation] = [:]
  public var concepts: [String: Concept] = [:]
  public var abbreviations: [Abbreviation] = []
  public var style = HouseStyle()
  /// Words that dictionaries do not have and that are right all the same.
  public var words: [String] = []

  public init() {}
}

/// What a house decides once for all its letters.
public struct HouseStyle: Hashable, Sendable {
  /// So many resources stand in the letter itself; more of them become an annex.
  public var inlineResources = 5
  /// Whether Russian words have ё where it is spoken.
  public var keepsYo = true

  public init() {}
}
