public import CivilDates

extension Kazakh {
  /// Returns `date` without a figure, as powers of attorney have it:
  /// «екі мың жиырма бірінші жылғы он бесінші желтоқсан».
  public static func dateInWords(_ date: CivilDate, case: KazakhCase = .nominative) -> String {
    let ofYear = attach([.temporal], to: "жыл") ?? "жылғы"
    return ordinalWords(date.year) + " " + ofYear + " " + ordinalWords(date.day) + " "
      + inflect(monthName(date.month), case: `case`)
  }
}

extension Russian {
  /// Returns `date` without a figure, as powers of attorney have it, the day in a case:
  /// «пятнадцатое декабря две тысячи двадцать первого года», «с пятнадцатого декабря …».
  public static func dateInWords(_ date: CivilDate, case: RussianCase = .nominative) -> String {
    ordinalWords(date.day, case: `case`, gender: .neuter) + " "
      + monthName(date.month, case: .genitive) + " "
      + ordinalWords(date.year, case: .genitive) + " года"
  }
}
