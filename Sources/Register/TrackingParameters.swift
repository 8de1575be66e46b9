/// Parameters by which advertisers and platforms follow a visitor; the page is the same without them.
///
/// A site's own words for the partner who brought the visitor, such as `ref`, are not among them: an address that a
/// casino gave to a partner is a thing that a register may have to tell apart. Platforms' own are in ``PlatformAddress``.
enum TrackingParameters {
  /// Whether a parameter, `name=value` with or without escapes, is one of them.
  static func contains(_ parameter: ArraySlice<UInt8>) -> Bool {
    let name = PercentEncoding.decoded(parameter.prefix { $0 != UInt8(ascii: "=") })
    let lower = String(decoding: name, as: UTF8.self).lowercased()
    return lower.hasPrefix("utm_") || names.contains(lower)
  }

  private static let names: Set<String> = [
    // Google.
    "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "_ga", "_gl",
    // Meta.
    "fbclid", "igshid", "igsh", "mibextid",
    // Yandex, VK, Rambler.
    "yclid", "ymclid", "ysclid", "_openstat", "rb_clickid",
    // Microsoft, X, TikTok, LinkedIn.
    "msclkid", "twclid", "ttclid", "li_fat_id",
    // Mailings.
    "mc_cid", "mc_eid", "mkt_tok", "vero_id", "_hsenc", "_hsmi",
  ]
}
