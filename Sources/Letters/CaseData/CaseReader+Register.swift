import CivilDates
import Diagnostics
import JSON
import Register

/// What the data name of the register, or describe themselves.
extension CaseReader {
  mutating func inquiry(_ json: JSON, _ path: String) throws(RegisterError) -> CaseValue? {
    guard case .string(let id) = json else {
      return try record(json, .inquiry, RecordFields.inquiry, path)
    }
    guard let records = requireRecords(for: path) else { return nil }
    guard let inquiry = try records.inquiry(id) else {
      reportMissing(id, path)
      return nil
    }
    var members: [(name: String, value: CaseValue)] = []
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { members.append((name, .string(text))) }
    }
    add("number", inquiry.number)
    members.append(("date", .date(inquiry.date)))
    add("sender", inquiry.sender)
    add("subject", inquiry.subject)
    return .group(members)
  }

  // MARK: Resources

  mutating func resources(
    _ json: JSON, _ limits: FieldLimits, _ path: String
  ) throws(RegisterError) -> CaseValue? {
    guard case .object(let members) = json else {
      return try describedResources(json, limits, path)
    }
    checkOnly("document", members, path)
    guard let id = json.given("document") else {
      report(
        "V101", path + ".document",
        Message(
          kk: "құжаттың тізілімдегі коды жоқ", ru: "нет кода документа в реестре",
          en: "the document's id in the register is missing"))
      return nil
    }
    guard let id = filled(id, .string, .unlimited, path + ".document"),
      let records = requireRecords(for: path)
    else {
      return nil
    }
    guard let resources = try records.resources(of: id) else {
      reportMissing(id, path + ".document")
      return nil
    }
    guard !resources.isEmpty else {
      report(
        "V104", path + ".document", excerpt: id,
        Message(
          kk: "тізілімде бұл құжатқа бірде-бір ресурс байланыстырылмаған",
          ru: "в реестре с этим документом не связан ни один ресурс",
          en: "the register has no resource of this document"))
      return nil
    }
    checkCount(resources.count, limits, path)
    return .rows(resources.enumerated().map { row($0.element, number: $0.offset + 1) })
  }

  private mutating func describedResources(
    _ json: JSON, _ limits: FieldLimits, _ path: String
  ) throws(RegisterError) -> CaseValue? {
    guard let elements = elements(json, "resources", limits, path) else { return nil }
    var rows: [CaseValue] = []
    var seen: Set<CanonicalURL> = []
    for (index, element) in elements.enumerated() {
      let path = "\(path)[\(index)]"
      guard let value = try record(element, .group([]), RecordFields.resource, path),
        case .group(let members) = value, let url = element["url"]?.string
      else {
        if fillsGaps { rows.append(gapRow(RecordFields.resource, path, number: index + 1)) }
        continue
      }
      do throws(URLProblem) {
        let address = try CanonicalURL(parsing: url)
        if !seen.insert(address).inserted {
          report(
            "V104", path + ".url", excerpt: url,
            Message(
              kk: "бұл ресурс тізімде бар", ru: "этот ресурс в списке уже есть",
              en: "the list has this resource already"))
        }
        rows.append(
          .group(
            [("number", .integer(index + 1))] + members
              + [("host", .string(address.displayedHost))]))
      } catch {
        report("V104", path + ".url", excerpt: url, error.message)
        if fillsGaps {
          let host = gap(.string, label, path + ".url")
          rows.append(
            .group([("number", .integer(index + 1))] + members + [("host", host)]))
        }
      }
    }
    return .rows(rows)
  }

  private func row(_ resource: LetterResource, number: Int) -> CaseValue {
    var members: [(name: String, value: CaseValue)] = [
      ("number", .integer(number)), ("url", .string(resource.url)),
      ("host", .string(resource.canonicalURL.displayedHost)),
      ("enteredAt", .date(resource.enteredAt)),
    ]
    let texts = [("title", resource.title), ("violation", resource.violation)]
    for (name, text) in texts where text.contains(where: { !$0.isWhitespace }) {
      members.append((name, .string(text)))
    }
    if let body = reference.bodies[resource.body] { members.append(("body", .body(body))) }
    return .group(members)
  }

  // MARK: Organisers of gambling

  mutating func organisers(
    _ json: JSON, _ limits: FieldLimits, _ path: String
  ) throws(RegisterError) -> CaseValue? {
    if case .object(let members) = json {
      checkOnly("register", members, path)
      guard json["register"] == true else {
        return wrongType(json["register"] ?? .null, "organisers", path + ".register")
      }
      guard let records = requireRecords(for: path) else { return nil }
      let organisers = try records.organisers()
      guard !organisers.isEmpty else {
        report(
          "V104", path,
          Message(
            kk: "тізілімде ұйымдастырушы жоқ", ru: "в реестре нет организаторов",
            en: "the register has no organisers"))
        return nil
      }
      checkCount(organisers.count, limits, path)
      return .rows(organisers.enumerated().map { row($0.element, number: $0.offset + 1) })
    }
    guard let elements = elements(json, "organisers", limits, path) else { return nil }
    var rows: [CaseValue] = []
    var known: [String: OrganiserRecord]?
    for (index, element) in elements.enumerated() {
      let path = "\(path)[\(index)]"
      if case .string(let id) = element {
        guard let records = requireRecords(for: path) else { continue }
        if known == nil {
          known = Dictionary(try records.organisers().map { ($0.id, $0) }) { first, _ in first }
        }
        if let organiser = known?[id] {
          rows.append(row(organiser, number: index + 1))
        } else {
          reportMissing(id, path)
          if fillsGaps { rows.append(gapRow(RecordFields.organiser, path, number: index + 1)) }
        }
      } else if let value = try record(element, .organisers, RecordFields.organiser, path),
        case .group(let members) = value
      {
        rows.append(.group([("number", .integer(index + 1))] + members))
      } else if fillsGaps {
        rows.append(gapRow(RecordFields.organiser, path, number: index + 1))
      }
    }
    return .rows(rows)
  }

  private func row(_ organiser: OrganiserRecord, number: Int) -> CaseValue {
    var members: [(name: String, value: CaseValue)] = [
      ("number", .integer(number)), ("name", .string(organiser.name)),
      ("sites", .list(organiser.sites.map { .string($0) })),
    ]
    if let act = organiser.courtAct {
      members += [
        ("court", .text(Bilingual(kk: act.court, ru: act.court))),
        ("actNumber", .string(act.number)),
        ("actDate", .date(act.date)),
      ]
    }
    return .group(members)
  }

  // MARK: Messages

  /// The register's records; without a register that is told.
  private mutating func requireRecords(for path: String) -> RegisterRecords? {
    if records == nil {
      report(
        "V112", path,
        Message(
          kk: "бұл мән тізілімнен алынады, сондықтан тізілім керек (`--register`)",
          ru: "это значение берется из реестра, поэтому нужен реестр (`--register`)",
          en: "this value is taken from the register, which is needed (`--register`)"))
    }
    return records
  }

  private mutating func reportMissing(_ id: String, _ path: String) {
    report(
      "V108", path, excerpt: id,
      Message(
        kk: "тізілімде мұндай жазба жоқ", ru: "в реестре нет такой записи",
        en: "the register has no such record"))
  }

  private mutating func checkOnly(_ name: String, _ members: [JSON.Member], _ path: String) {
    for member in members where member.name != name {
      report(
        "V102", join(path, member.name),
        Message(
          kk: "мұнда тек `\(name)` болады", ru: "здесь может быть только `\(name)`",
          en: "only `\(name)` can stand here"))
    }
  }
}
