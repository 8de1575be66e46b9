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
          from: 2019-02-25
          to: 2023-08-31
        - kk: Мәдениет және ақпарат вице-министрі
          ru: Вице-министр культуры и информации
          from: 2023-09-01
    iskakova:
      kk: {surname: Ысқақова, initials: Ж.}
      ru: {surname: Искакова, initials: Ж.}
      gender: female
      positions:
        - kk: Ақпарат және қоғамдық даму вице-министрі
          ru: Вице-министр информации и общественного развития
          from: 2020-01-06
          to: 2023-08-31
    kassymov:
      kk: {surname: Қасымов, initials: Н.}
      ru: {surname: Касымов, initials: Н.}
      gender: male
      positions:
        - kk: Ақпарат және коммуникациялар вице-министрі
          ru: Вице-министр информации и коммуникаций
          from: 2016-05-06
          to: 2019-02-24
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
    seitkali:
      kk: {surname: Сейтқали, initials: Е.}
      ru: {surname: Сейткали, initials: Е.}
      gender: male
    bekmukhanova:
      kk: {surname: Бекмұханова, initials: С.}
      ru: {surname: Бекмуханова, initials: С.}
      gender: female
    tulegenov:
      kk: {surname: Төлегенов, initials: М.}
      ru: {surname: Тулегенов, initials: М.}
      gender: male
    """
}
