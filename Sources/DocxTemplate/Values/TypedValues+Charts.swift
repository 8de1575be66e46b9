import Diagnostics
import JSON
import Jinja
import WordprocessingML

extension TypedValues {
  mutating func chart(_ object: inout TypedObject) -> ChartValue? {
    let kind = choice("kind", of: &object, as: Chart.Kind.self) ?? .column
    let title = string("title", of: &object) ?? ""
    let alternativeText = required("alt", of: &object)
    let width = length("width", of: &object)
    let height = length("height", of: &object)
    let categories = categories(&object)
    let series = series(&object, due: categories?.count)
    guard let categories, let series, let alternativeText,
      series.allSatisfy({ $0.values.count == categories.count })
    else { return nil }
    return ChartValue(
      Chart(kind, title: title, categories: categories, series: series), width: width,
      height: height, alternativeText: alternativeText)
  }

  private mutating func categories(_ object: inout TypedObject) -> [String]? {
    guard let elements = elements("categories", of: &object, upTo: Chart.maximumCategories) else {
      return nil
    }
    let path = object.path(of: "categories")
    let texts = elements.enumerated().compactMap { text($1, at: "\(path)[\($0)]") }
    return texts.count == elements.count ? texts : nil
  }

  private mutating func series(_ object: inout TypedObject, due: Int?) -> [Chart.Series]? {
    guard let elements = elements("series", of: &object, upTo: Chart.maximumSeries) else {
      return nil
    }
    let path = object.path(of: "series")
    let series = elements.enumerated().compactMap { index, json -> Chart.Series? in
      let path = "\(path)[\(index)]"
      guard case .object = json else {
        report("V103", path, .wrongType(.object, json))
        return nil
      }
      var member = TypedObject(json, path: path)
      let name = required("name", of: &member)
      let values = values(of: &member, due: due)
      close(member)
      guard let name, let values else { return nil }
      return Chart.Series(name, values)
    }
    return series.count == elements.count ? series : nil
  }

  private mutating func values(of series: inout TypedObject, due: Int?) -> [Double]? {
    guard let elements = list("values", of: &series) else {
      if series.member("values") == nil { missing(["values"], in: series) }
      return nil
    }
    let path = series.path(of: "values")
    if let due, due != elements.count {
      report(
        "V104", path,
        Message(
          kk: "мән саны санат санына сәйкес емес: керегі – \(due), берілгені – \(elements.count)",
          ru: "число значений не равно числу категорий: нужно – \(due), дано – \(elements.count)",
          en: "there must be a value for each category: expected \(due), found \(elements.count)"))
      return nil
    }
    var values: [Double] = []
    for (index, json) in elements.enumerated() {
      let number: Double? =
        switch json {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
      guard let number, number.isFinite, abs(number) < 1e15 else {
        report("V103", "\(path)[\(index)]", .wrongType(.plainNumber, json))
        continue
      }
      values.append(number)
    }
    return values.count == elements.count ? values : nil
  }

  /// The elements of a list that has some, but no more than a chart can show.
  private mutating func elements(
    _ name: String, of object: inout TypedObject, upTo limit: Int
  ) -> [JSON]? {
    guard let elements = list(name, of: &object) else {
      if object.member(name) == nil { missing([name], in: object) }
      return nil
    }
    guard (1...limit).contains(elements.count) else {
      unfit(
        name, of: object,
        Message(
          kk: "тізімде кемінде 1, көп дегенде \(limit) элемент болуы керек",
          ru: "в списке должно быть от 1 до \(limit) элементов",
          en: "the list must have from 1 to \(limit) elements"))
      return nil
    }
    return elements
  }
}

extension Message {
  fileprivate static let plainNumber = Message(kk: "сан", ru: "число", en: "a number")
}
