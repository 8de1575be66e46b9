// Written from templates/reference/acts.yaml by `make lexicon`; a test compares the two.

extension ReferenceData {
  static let actsFile = """
    gambling-law:
      kind: law
      title: {kk: Ойын бизнесі туралы, ru: Об игорном бизнесе}
      number: 219-III
      date: 2007-01-12
      validFrom: 2007-01-12
    communications-law:
      kind: law
      title: {kk: Байланыс туралы, ru: О связи}
      number: "567"
      date: 2004-07-05
      validFrom: 2004-07-05
    administrative-code:
      kind: code
      title: {kk: Әкімшілік құқық бұзушылық туралы, ru: Об административных правонарушениях}
      number: 235-V
      date: 2014-07-05
      validFrom: 2015-01-01
    media-law:
      role: media-law
      kind: law
      title: {kk: Бұқаралық ақпарат құралдары туралы, ru: О средствах массовой информации}
      number: 451-I
      date: 1999-07-23
      validFrom: 1999-07-23
      validTo: 2024-06-18
      successor: mass-media-law
    mass-media-law:
      role: media-law
      kind: law
      title: {kk: Масс-медиа туралы, ru: О масс-медиа}
      number: 93-VIII
      date: 2024-06-19
      validFrom: 2024-06-19
    online-platforms-law:
      kind: law
      title: {kk: Онлайн-платформалар және онлайн-жарнама туралы, ru: Об онлайн-платформах и онлайн-рекламе}
      number: 18-VIII
      date: 2023-07-10
      validFrom: 2023-09-09
    monitoring-order:
      role: monitoring-rules
      kind: order
      title:
        kk: >-
          Қазақстан Республикасының аумағында таратылатын бұқаралық ақпарат құралдарының мониторингін жүргізу қағидаларын
          және оны есептеу әдістемесін бекіту туралы
        ru: >-
          Об утверждении Правил проведения мониторинга средств массовой информации, распространяемых на территории
          Республики Казахстан, и методики его расчета
      issuer:
        kk: Қазақстан Республикасы Ақпарат және қоғамдық даму министрінің
        ru: Министра информации и общественного развития Республики Казахстан
      number: "84"
      date: 2019-04-29
      validFrom: 2019-04-11
      validTo: 2024-09-09
      successor: monitoring-order-2024
    monitoring-order-2024:
      role: monitoring-rules
      kind: order
      title:
        kk: Масс-медиа мониторингін жүргізу қағидаларын бекіту туралы
        ru: Об утверждении Правил проведения мониторинга масс-медиа
      issuer:
        kk: Қазақстан Республикасы Мәдениет және ақпарат министрінің
        ru: Министра культуры и информации Республики Казахстан
      number: 416-НҚ
      date: 2024-09-10
      validFrom: 2024-09-10
    casino-analysis-order:
      kind: order
      title:
        kk: >-
          Интернет-казино белгілерінің болуы тұрғысынан интернет-ресурстар бойынша ақпаратты жүйелі түрде жинау және талдау
          қағидаларын бекіту туралы
        ru: >-
          Об утверждении Правил систематического сбора информации и анализа интернет-ресурсов на предмет наличия признаков
          интернет-казино
      issuer:
        kk: Қазақстан Республикасы Мәдениет және спорт министрінің
        ru: Министра культуры и спорта Республики Казахстан
      number: "282"
      date: 2021-09-10
      validFrom: 2021-09-10
    """
}
