extension Russian {
  /// Returns the salutation of one person by name: «Уважаемый Ерлан Жаканович!», «Уважаемая Айгуль Сериковна!».
  ///
  /// - Parameters:
  ///   - name: first name and patronymic in the nominative; of several people their names, already listed.
  ///   - addressee: whether a man, a woman or several are addressed.
  /// - Returns: the salutation with its exclamation mark.
  public static func salutation(_ name: String, to addressee: Addressee) -> String {
    let respected =
      switch addressee {
      case .man: "Уважаемый"
      case .woman: "Уважаемая"
      case .several: "Уважаемые"
      }
    return respected + " " + name + "!"
  }

  /// Returns the salutation of several people by name: «Уважаемые Айгуль Сериковна и Ерлан Жаканович!».
  public static func salutation(toSeveral names: [String]) -> String {
    salutation(list(names), to: .several)
  }

  /// Returns the salutation of all who are called `noun`: «Уважаемые депутаты!».
  ///
  /// - Parameter noun: a noun or phrase in the singular: «депутат», «депутат Мажилиса», «коллега».
  /// - Returns: the salutation, or `nil` if the noun's plural cannot be told.
  public static func salutation(toAll noun: String) -> String? {
    inflect(noun, number: .plural).map { salutation($0, to: .several) }
  }

  /// Returns the salutation of somebody by the office held: «Уважаемый господин Министр!», «Уважаемая госпожа
  /// Министр!», of several «Уважаемые господа депутаты!».
  ///
  /// - Parameters:
  ///   - position: the office, of several people in the plural; it keeps its form for a woman.
  ///   - addressee: whether a man, a woman or several hold it.
  /// - Returns: the salutation with its exclamation mark.
  public static func salutation(position: String, to addressee: Addressee) -> String {
    let title =
      switch addressee {
      case .man: "господин"
      case .woman: "госпожа"
      case .several: "господа"
      }
    return salutation(title + " " + position, to: addressee)
  }
}
