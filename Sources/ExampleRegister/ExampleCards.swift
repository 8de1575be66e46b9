/// What kind of address a resource has.
enum ExampleForm {
  case site, page(ExamplePlace), facebook, instagram
}

/// Where a page is.
enum ExamplePlace {
  case video, messenger, network
  /// A site that only advertises.
  case blog(String)

  static func drawn(with random: inout ExampleRandom) -> ExamplePlace {
    switch random.number(in: 1...4) {
    case 1: .video
    case 2: .messenger
    case 3: .network
    default: .blog(Name(with: &random).slug)
    }
  }
}

/// Writes cards; each has a number of its own in its address, so that no two are the same resource.
struct ExampleCards {
  private var serial = 0

  mutating func card(
    _ form: ExampleForm, isEntry: Bool, of body: String, on day: ExampleDay,
    with random: inout ExampleRandom
  ) -> ExampleResource {
    serial += 1
    let name = Name(with: &random)
    let address =
      switch form {
      case .site: Address.site(name, serial: serial, with: &random)
      case .page(let place): Address.page(name, serial: serial, at: place)
      case .facebook:
        Address(
          host: "facebook.example", path: "/\(name.slug)/posts/\(serial)",
          objectType: ExampleWords.page, resourceType: "Социальные сети")
      case .instagram:
        Address(
          host: "instagram.example", path: "/p/\(name.slug)\(serial)/",
          objectType: ExampleWords.page, resourceType: "Социальные сети")
      }
    let isKazakh = random.happens(percent: 35)
    let isSite = address.objectType == ExampleWords.site
    let texts =
      switch (isSite, isKazakh) {
      case (true, true): ExampleWords.kazakhSites
      case (true, false): ExampleWords.russianSites
      case (false, true): ExampleWords.kazakhLinks
      case (false, false): ExampleWords.russianLinks
      }
    let (title, reason) = random.element(of: texts)
    return ExampleResource(
      serial: serial, url: spelled(address, with: &random), host: address.host,
      title: title.split(separator: "%", omittingEmptySubsequences: false)
        .joined(separator: name.shown),
      reason: reason, objectType: address.objectType, resourceType: address.resourceType,
      violation: isSite ? "Организация деятельности онлайн-казино" : "Реклама онлайн-казино",
      language: isKazakh ? "Казахский" : "Русский",
      publications: isSite ? "" : "\(random.number(in: 1...240))",
      subscribers: isSite ? "" : "\(random.number(in: 40...98_000))",
      courtDecision: random.happens(percent: 3) ? "да" : "нет",
      source: source(isEntry: isEntry, with: &random), enteredAt: day,
      body: body, isEntry: isEntry)
  }

  /// The address as people paste it: now and then in capitals, without the last slash or with a campaign.
  private func spelled(_ address: Address, with random: inout ExampleRandom) -> String {
    let scheme =
      random.happens(percent: 2) ? "HTTPS" : random.happens(percent: 85) ? "https" : "http"
    let isBare = address.path == "/" && random.happens(percent: 15)
    let campaign = random.happens(percent: 6)
    let query = campaign ? (address.path.contains("?") ? "&" : "?") + "utm_source=share" : ""
    return scheme + "://" + address.host + (isBare && !campaign ? "" : address.path) + query
  }

  private func source(isEntry: Bool, with random: inout ExampleRandom) -> String {
    if random.happens(percent: 12) { return "Обращение гражданина" }
    return isEntry ? "ИС «Кибернадзор»" : "Мониторинг министерства"
  }
}

/// The name of an invented casino.
private struct Name {
  var slug: String
  var shown: String

  init(with random: inout ExampleRandom) {
    let first = random.element(of: ExampleWords.firsts)
    let second = random.element(of: ExampleWords.seconds)
    slug = "\(first)-\(second)"
    shown = Self.capitalized(first) + " " + Self.capitalized(second)
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}

/// Where a resource stands, and the two words by which a card classes it.
private struct Address {
  var host: String
  var path: String
  var objectType: String
  var resourceType: String

  static func site(_ name: Name, serial: Int, with random: inout ExampleRandom) -> Address {
    let word =
      switch random.number(in: 1...20) {
      case 1: random.element(of: ExampleWords.kazakhHosts)
      case 2: random.element(of: ExampleWords.russianHosts)
      default: name.slug
      }
    return Address(
      host: "\(word)-\(serial)." + random.element(of: ExampleWords.topLevels), path: "/",
      objectType: ExampleWords.site, resourceType: "Тематические сайты")
  }

  static func page(_ name: Name, serial: Int, at place: ExamplePlace) -> Address {
    switch place {
    case .video:
      Address(
        host: "video.example.net", path: "/watch?v=\(name.slug)\(serial)",
        objectType: ExampleWords.video, resourceType: "Видеохостинг")
    case .messenger:
      Address(
        host: "messenger.example.org", path: "/\(name.slug)/\(serial)",
        objectType: ExampleWords.page, resourceType: "Мессенджеры")
    case .network:
      Address(
        host: "social.example.com", path: "/\(name.slug)/posts/\(serial)",
        objectType: ExampleWords.page, resourceType: "Социальные сети")
    case .blog(let slug):
      Address(
        host: "\(slug).example.com", path: "/bonus/\(serial)",
        objectType: "Страница сайта", resourceType: "Тематические сайты")
    }
  }
}
