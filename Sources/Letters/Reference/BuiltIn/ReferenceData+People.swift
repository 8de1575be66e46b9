// Written from templates/reference/people.yaml by `make lexicon`; a test compares the two.

extension ReferenceData {
  static let peopleFile = """
    sarsenov:
      kk: {surname: Сәрсенов, initials: А.}
      ru: {surname: Сарсенов, initials: А.}
      gender: male
      positions:
        - kk: Қазақстан Республикасы Премьер-Министрінің орынбасары
          ru: Заместитель Премьер-Министра Республики Казахстан
          from: 2019-02-25
    omarbekov:
      kk: {surname: Омарбеков, initials: Д.}
      ru: {surname: Омарбеков, initials: Д.}
      gender: male
      positions:
        - kk: Ақпарат және қоғамдық даму вице-министрі
          ru: Вице-министр информации и общественного развития
          from: 2019-03-01
          to: 2023-08-31
        - kk: Мәдениет және ақпарат вице-министрі
          ru: Вице-министр культуры и информации
          from: 2023-09-01
    akhmetova:
      kk: {surname: Ахметова, initials: Г.}
      ru: {surname: Ахметова, initials: Г.}
      gender: female
      positions:
        - kk: Туризм және спорт вице-министрі
          ru: Вице-министр туризма и спорта
          from: 2023-09-04
    zhunusova:
      kk: {surname: Жүнісова, initials: Б.}
      ru: {surname: Жунусова, initials: Б.}
      gender: female
    """
}
