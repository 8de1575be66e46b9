/// What an address names, told by its host and path alone.
public enum ObjectScope: String, Sendable, Hashable, CaseIterable {
  /// A whole site: a host without a path.
  case site
  /// A page of a site, or of a platform where it is nothing more particular.
  case page
  /// An account of a platform: of a person, a firm or a bot.
  case account
  /// A channel, group or community of a platform, where its address shows that it is one.
  case channel
  /// A video of a platform.
  case video
  /// A post, picture or comment of a platform.
  case post

  /// Whether the address names less than a site: operators cannot block it by its host.
  public var isWithinSite: Bool { self != .site }
}
