/// A service on which others publish: what is entered there is a page or a video, never the whole site.
public enum Platform: String, Sendable, Hashable, CaseIterable {
  case facebook, instagram, telegram, tiktok, youtube, whatsapp, vk, odnoklassniki, x, threads

  /// The platform that a host belongs to, its subdomains included; `nil` for a site of its own.
  ///
  /// - Parameter host: in ASCII and lower case, as ``CanonicalURL/host`` is.
  public init?(host: String) {
    // The end of a host from each of its labels on, longest first: `m.facebook.com`, `facebook.com`, `com`.
    var rest = host[...]
    while !rest.isEmpty {
      if let platform = Self.byDomain[String(rest)] {
        self = platform
        return
      }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
    return nil
  }

  /// The domains under which a platform answers; the first is the one that people know.
  var domains: [String] {
    switch self {
    case .facebook: ["facebook.com", "fb.com", "fb.me", "fb.watch"]
    case .instagram: ["instagram.com", "instagr.am"]
    case .telegram: ["telegram.org", "t.me", "telegram.me", "telegram.dog"]
    case .tiktok: ["tiktok.com"]
    case .youtube: ["youtube.com", "youtu.be", "youtube-nocookie.com"]
    case .whatsapp: ["whatsapp.com", "wa.me"]
    case .vk: ["vk.com", "vk.ru", "vkvideo.ru", "vk.me"]
    case .odnoklassniki: ["ok.ru"]
    case .x: ["x.com", "twitter.com", "t.co"]
    case .threads: ["threads.net", "threads.com"]
    }
  }

  /// `facebook.example` and the like stand for the platforms in examples (RFC 2606), where no real page may be named.
  private static let byDomain: [String: Platform] = {
    var platforms: [String: Platform] = [:]
    for platform in allCases {
      for domain in platform.domains + [platform.rawValue + ".example"] {
        platforms[domain] = platform
      }
    }
    return platforms
  }()
}
