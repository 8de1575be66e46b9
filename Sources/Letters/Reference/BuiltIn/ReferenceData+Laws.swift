// Written from templates/reference/laws.yaml by `make lexicon`; a test compares the two.

extension ReferenceData {
  static let lawsFile = """
    parliament-law:
      kind: constitutional-law
      title:
        kk: Қазақстан Республикасының Парламенті және оның депутаттарының мәртебесі туралы
        ru: О Парламенте Республики Казахстан и статусе его депутатов
      number: "2529"
      date: 1995-10-16
      validFrom: 1995-10-16
    elections-law:
      kind: constitutional-law
      title: {kk: Қазақстан Республикасындағы сайлау туралы, ru: О выборах в Республике Казахстан}
      number: "2464"
      date: 1995-09-28
      validFrom: 1995-09-28
    prosecution-law:
      kind: constitutional-law
      title: {kk: Прокуратура туралы, ru: О прокуратуре}
      number: 155-VII
      date: 2022-11-05
      validFrom: 2022-11-05
    health-code:
      kind: code
      title: {kk: Халық денсаулығы және денсаулық сақтау жүйесі туралы, ru: О здоровье народа и системе здравоохранения}
      number: 360-VI
      date: 2020-07-07
      validFrom: 2020-07-07
    family-code:
      kind: code
      title: {kk: Неке (ерлі-зайыптылық) және отбасы туралы, ru: О браке (супружестве) и семье}
      number: 518-IV
      date: 2011-12-26
      validFrom: 2011-12-26
    subsoil-code:
      kind: code
      title: {kk: Жер қойнауы және жер қойнауын пайдалану туралы, ru: О недрах и недропользовании}
      number: 125-VI
      date: 2017-12-27
      validFrom: 2017-12-27
    customs-code:
      kind: code
      title: {kk: Қазақстан Республикасындағы кедендік реттеу туралы, ru: О таможенном регулировании в Республике Казахстан}
      number: 123-VI
      date: 2017-12-26
      validFrom: 2017-12-26
    tax-code-2017:
      kind: code
      title:
        kk: Салық және бюджетке төленетін басқа да міндетті төлемдер туралы (Салық кодексі)
        ru: О налогах и других обязательных платежах в бюджет (Налоговый кодекс)
      number: 120-VI
      date: 2017-12-25
      validFrom: 2017-12-25
      validTo: 2025-12-31
      successor: {kk: 2025 жылғы 18 шілдедегі Салық кодексі, ru: Налоговый кодекс от 18 июля 2025 года}
    informatisation-law:
      kind: law
      title: {kk: Ақпараттандыру туралы, ru: Об информатизации}
      number: 418-V
      date: 2015-11-24
      validFrom: 2015-11-24
    information-access-law:
      kind: law
      title: {kk: Ақпаратқа қол жеткізу туралы, ru: О доступе к информации}
      number: 401-V
      date: 2015-11-16
      validFrom: 2015-11-16
    personal-data-law:
      kind: law
      title: {kk: Дербес деректер және оларды қорғау туралы, ru: О персональных данных и их защите}
      number: 94-V
      date: 2013-05-21
      validFrom: 2013-05-21
    electronic-document-law:
      kind: law
      title:
        kk: Электрондық құжат және электрондық цифрлық қолтаңба туралы
        ru: Об электронном документе и электронной цифровой подписи
      number: 370-II
      date: 2003-01-07
      validFrom: 2003-01-07
    public-services-law:
      kind: law
      title: {kk: Мемлекеттік көрсетілетін қызметтер туралы, ru: О государственных услугах}
      number: 88-V
      date: 2013-04-15
      validFrom: 2013-04-15
    procurement-law-2015:
      role: procurement
      kind: law
      title: {kk: Мемлекеттік сатып алу туралы, ru: О государственных закупках}
      number: 434-V
      date: 2015-12-04
      validFrom: 2015-12-04
      validTo: 2024-12-31
      successor: procurement-law-2024
    procurement-law-2024:
      role: procurement
      kind: law
      title: {kk: Мемлекеттік сатып алу туралы, ru: О государственных закупках}
      number: 106-VIII
      date: 2024-07-01
      validFrom: 2025-01-01
    legal-acts-law:
      kind: law
      title: {kk: Құқықтық актілер туралы, ru: О правовых актах}
      number: 480-V
      date: 2016-04-06
      validFrom: 2016-04-06
    anticorruption-law:
      kind: law
      title: {kk: Сыбайлас жемқорлыққа қарсы іс-қимыл туралы, ru: О противодействии коррупции}
      number: 410-V
      date: 2015-11-18
      validFrom: 2015-11-18
    civil-service-law:
      kind: law
      title: {kk: Қазақстан Республикасының мемлекеттік қызметі туралы, ru: О государственной службе Республики Казахстан}
      number: 416-V
      date: 2015-11-23
      validFrom: 2015-11-23
    national-security-law:
      kind: law
      title:
        kk: Қазақстан Республикасының ұлттық қауіпсіздігі туралы
        ru: О национальной безопасности Республики Казахстан
      number: 527-IV
      date: 2012-01-06
      validFrom: 2012-01-06
    terrorism-law:
      kind: law
      title: {kk: Терроризмге қарсы іс-қимыл туралы, ru: О противодействии терроризму}
      number: 416-I
      date: 1999-07-13
      validFrom: 1999-07-13
    extremism-law:
      kind: law
      title: {kk: Экстремизмге қарсы іс-қимыл туралы, ru: О противодействии экстремизму}
      number: 31-III
      date: 2005-02-18
      validFrom: 2005-02-18
    advertising-law:
      kind: law
      title: {kk: Жарнама туралы, ru: О рекламе}
      number: 508-II
      date: 2003-12-19
      validFrom: 2003-12-19
    payments-law:
      kind: law
      title: {kk: Төлемдер және төлем жүйелері туралы, ru: О платежах и платежных системах}
      number: 11-VI
      date: 2016-07-26
      validFrom: 2016-07-26
    permits-law:
      kind: law
      title: {kk: Рұқсаттар және хабарламалар туралы, ru: О разрешениях и уведомлениях}
      number: 202-V
      date: 2014-05-16
      validFrom: 2014-05-16
    local-government-law:
      kind: law
      title:
        kk: Қазақстан Республикасындағы жергілікті мемлекеттік басқару және өзін-өзі басқару туралы
        ru: О местном государственном управлении и самоуправлении в Республике Казахстан
      number: 148-II
      date: 2001-01-23
      validFrom: 2001-01-23
    education-law:
      kind: law
      title: {kk: Білім туралы, ru: Об образовании}
      number: 319-III
      date: 2007-07-27
      validFrom: 2007-07-27
    teacher-law:
      kind: law
      title: {kk: Педагог мәртебесі туралы, ru: О статусе педагога}
      number: 293-VI
      date: 2019-12-27
      validFrom: 2019-12-27
    language-law:
      kind: law
      title: {kk: Қазақстан Республикасындағы тіл туралы, ru: О языках в Республике Казахстан}
      number: 151-I
      date: 1997-07-11
      validFrom: 1997-07-11
    consumer-law:
      kind: law
      title: {kk: Тұтынушылардың құқықтарын қорғау туралы, ru: О защите прав потребителей}
      number: 274-IV
      date: 2010-05-04
      validFrom: 2010-05-04
    state-secrets-law:
      kind: law
      title: {kk: Мемлекеттік құпиялар туралы, ru: О государственных секретах}
      number: 349-I
      date: 1999-03-15
      validFrom: 1999-03-15
    child-rights-law:
      kind: law
      title: {kk: Қазақстан Республикасындағы баланың құқықтары туралы, ru: О правах ребенка в Республике Казахстан}
      number: 345-II
      date: 2002-08-08
      validFrom: 2002-08-08
    child-information-law:
      kind: law
      title:
        kk: Балаларды денсаулығы мен дамуына зардабын тигізетін ақпараттан қорғау туралы
        ru: О защите детей от информации, причиняющей вред их здоровью и развитию
      number: 169-VI
      date: 2018-07-02
      validFrom: 2018-07-02
    copyright-law:
      kind: law
      title: {kk: Авторлық құқық және сабақтас құқықтар туралы, ru: Об авторском праве и смежных правах}
      number: 6-I
      date: 1996-06-10
      validFrom: 1996-06-10
    digital-assets-law:
      kind: law
      title: {kk: Қазақстан Республикасындағы цифрлық активтер туралы, ru: О цифровых активах в Республике Казахстан}
      number: 193-VII
      date: 2023-02-06
      validFrom: 2023-02-06
    llp-law:
      kind: law
      title:
        kk: Жауапкершілігі шектеулі және қосымша жауапкершілігі бар серіктестіктер туралы
        ru: О товариществах с ограниченной и дополнительной ответственностью
      number: 220-I
      date: 1998-04-22
      validFrom: 1998-04-22
    joint-stock-law:
      kind: law
      title: {kk: Акционерлік қоғамдар туралы, ru: Об акционерных обществах}
      number: 415-II
      date: 2003-05-13
      validFrom: 2003-05-13
    state-property-law:
      kind: law
      title: {kk: Мемлекеттік мүлік туралы, ru: О государственном имуществе}
      number: 413-IV
      date: 2011-03-01
      validFrom: 2011-03-01
    housing-law:
      kind: law
      title: {kk: Тұрғын үй қатынастары туралы, ru: О жилищных отношениях}
      number: 94-I
      date: 1997-04-16
      validFrom: 1997-04-16
    traffic-law:
      kind: law
      title: {kk: Жол жүрісі туралы, ru: О дорожном движении}
      number: 194-V
      date: 2014-04-17
      validFrom: 2014-04-17
    civil-protection-law:
      kind: law
      title: {kk: Азаматтық қорғау туралы, ru: О гражданской защите}
      number: 188-V
      date: 2014-04-11
      validFrom: 2014-04-11
    medical-insurance-law:
      kind: law
      title: {kk: Міндетті әлеуметтік медициналық сақтандыру туралы, ru: Об обязательном социальном медицинском страховании}
      number: 405-V
      date: 2015-11-16
      validFrom: 2015-11-16
    technical-regulation-law:
      kind: law
      title: {kk: Техникалық реттеу туралы, ru: О техническом регулировании}
      number: 396-VI
      date: 2020-12-30
      validFrom: 2020-12-30
    trade-law:
      kind: law
      title: {kk: Сауда қызметін реттеу туралы, ru: О регулировании торговой деятельности}
      number: 544-II
      date: 2004-04-12
      validFrom: 2004-04-12
    migration-law:
      kind: law
      title: {kk: Халықтың көші-қоны туралы, ru: О миграции населения}
      number: 477-IV
      date: 2011-07-22
      validFrom: 2011-07-22
    identification-numbers-law:
      kind: law
      title:
        kk: Сәйкестендіру нөмірлерінің ұлттық тізілімдері туралы
        ru: О национальных реестрах идентификационных номеров
      number: 223-III
      date: 2007-01-12
      validFrom: 2007-01-12
    crime-prevention-law-2010:
      role: crime-prevention
      kind: law
      title: {kk: Құқық бұзушылық профилактикасы туралы, ru: О профилактике правонарушений}
      number: 271-IV
      date: 2010-04-29
      validFrom: 2010-04-29
      validTo: 2026-03-01
      successor: crime-prevention-law-2025
    crime-prevention-law-2025:
      role: crime-prevention
      kind: law
      title: {kk: Құқық бұзушылық профилактикасы туралы, ru: О профилактике правонарушений}
      number: 245-VIII
      date: 2025-12-30
      validFrom: 2026-03-02
    culture-law:
      kind: law
      title: {kk: Мәдениет туралы, ru: О культуре}
      number: 207-III
      date: 2006-12-15
      validFrom: 2006-12-15
    sport-law:
      kind: law
      title: {kk: Дене шынықтыру және спорт туралы, ru: О физической культуре и спорте}
      number: 228-V
      date: 2014-07-03
      validFrom: 2014-07-03
    tourism-law:
      kind: law
      title: {kk: Қазақстан Республикасындағы туристік қызмет туралы, ru: О туристской деятельности в Республике Казахстан}
      number: 211-II
      date: 2001-06-13
      validFrom: 2001-06-13
    electricity-law:
      kind: law
      title: {kk: Электр энергетикасы туралы, ru: Об электроэнергетике}
      number: 588-II
      date: 2004-07-09
      validFrom: 2004-07-09
    natural-monopolies-law:
      kind: law
      title: {kk: Табиғи монополиялар туралы, ru: О естественных монополиях}
      number: 204-VI
      date: 2018-12-27
      validFrom: 2018-12-27
    microfinance-law:
      kind: law
      title: {kk: Микроқаржылық қызмет туралы, ru: О микрофинансовой деятельности}
      number: 56-V
      date: 2012-11-26
      validFrom: 2012-11-26
    enforcement-law:
      kind: law
      title:
        kk: Атқарушылық іс жүргізу және сот орындаушыларының мәртебесі туралы
        ru: Об исполнительном производстве и статусе судебных исполнителей
      number: 261-IV
      date: 2010-04-02
      validFrom: 2010-04-02
    notary-law:
      kind: law
      title: {kk: Нотариат туралы, ru: О нотариате}
      number: 155-I
      date: 1997-07-14
      validFrom: 1997-07-14
    real-estate-registration-law:
      kind: law
      title:
        kk: Жылжымайтын мүлікке құқықтарды мемлекеттік тіркеу туралы
        ru: О государственной регистрации прав на недвижимое имущество
      number: 310-III
      date: 2007-07-26
      validFrom: 2007-07-26
    roads-law:
      kind: law
      title: {kk: Автомобиль жолдары туралы, ru: Об автомобильных дорогах}
      number: 245-II
      date: 2001-07-17
      validFrom: 2001-07-17
    road-transport-law:
      kind: law
      title: {kk: Автомобиль көлігі туралы, ru: Об автомобильном транспорте}
      number: 476-II
      date: 2003-07-04
      validFrom: 2003-07-04
    currency-law:
      kind: law
      title: {kk: Валюталық реттеу және валюталық бақылау туралы, ru: О валютном регулировании и валютном контроле}
      number: 167-VI
      date: 2018-07-02
      validFrom: 2018-07-02
    interior-bodies-law:
      kind: law
      title: {kk: Қазақстан Республикасының ішкі істер органдары туралы, ru: Об органах внутренних дел Республики Казахстан}
      number: 199-V
      date: 2014-04-23
      validFrom: 2014-04-23
    search-activity-law:
      kind: law
      title: {kk: Жедел-іздестіру қызметі туралы, ru: Об оперативно-розыскной деятельности}
      number: 154-XIII
      date: 1994-09-15
      validFrom: 1994-09-15
    appeals-law:
      kind: law
      title:
        kk: Жеке және заңды тұлғалардың өтініштерін қарау тәртібі туралы
        ru: О порядке рассмотрения обращений физических и юридических лиц
      number: 221-III
      date: 2007-01-12
      validFrom: 2007-01-12
      validTo: 2021-06-30
      successor: {kk: Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексі, ru: Административный процедурно-процессуальный кодекс Республики Казахстан}
    science-law-2011:
      kind: law
      title: {kk: Ғылым туралы, ru: О науке}
      number: 407-IV
      date: 2011-02-18
      validFrom: 2011-02-18
      validTo: 2024-09-01
      successor: science-law-2024
    science-law-2024:
      kind: law
      title: {kk: Ғылым және технологиялық саясат туралы, ru: О науке и технологической политике}
      number: 103-VIII
      date: 2024-07-01
      validFrom: 2024-07-01
    weapons-law:
      kind: law
      title:
        kk: Жекелеген қару түрлерінің айналымына мемлекеттік бақылау жасау туралы
        ru: О государственном контроле за оборотом отдельных видов оружия
      number: 339-I
      date: 1998-12-30
      validFrom: 1998-12-30
    """
}
