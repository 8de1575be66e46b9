// Written from templates/reference/glossary.yaml by `make lexicon`; a test compares the two.

extension ReferenceData {
  static let glossaryFile = """
    prescription:
      term: {kk: нұсқама, ru: предписание}
      deprecated: {kk: [ұйғарым]}
      confused: {kk: [ұсыну, өкім, қаулы], ru: [представление, распоряжение, определение, постановление]}
      provenance: house-style
      note: «Ұйғарым» – сот құжаты (определение суда), сондықтан предписание бұлай аталмайды.
    court-ruling:
      term: {kk: сот ұйғарымы, ru: определение суда}
      provenance: norm
    notification:
      term: {kk: хабарлама, ru: уведомление}
      deprecated: {kk: [хабарлама хат], ru: [уведомительное письмо]}
      confused: {kk: [хабарландыру, ескертпе], ru: [извещение, оповещение, объявление]}
      provenance: house-style
      note: >-
        «Письма» ответа – предупредительные и рекомендательные; «уведомительные письма» одних лет были бы рекомендательными
        других.
    warning:
      term: {kk: ескерту хаты, ru: предупредительное письмо}
      deprecated: {kk: [ескертпе хат], ru: [письмо-предупреждение]}
      provenance: house-style
      note: «Ескертпе хат» – еске салу (напоминание), басқа құжат.
    warning-notice:
      term: {kk: ескерту, ru: предупреждение}
      provenance: norm
      note: «Ескерту» – ескертпе шара (предупреждение), «ескерту хаты» – хат; бұл екеуі бөлек құжат.
    recommendation:
      term: {kk: ұсыным хат, ru: рекомендательное письмо}
      deprecated: {kk: [ұсыныс хат]}
      provenance: house-style
      note: «Ұсыныс» – предложение, «ұсыну» – представление прокурора.
    enforcement-document:
      term: {kk: ден қою құжаты, ru: реагирующий документ}
      deprecated: {kk: [ден қоятын құжат]}
      provenance: house-style
    internet-resource:
      term: {kk: интернет-ресурс, ru: интернет-ресурс}
      provenance: norm
    link:
      term: {kk: сілтеме, ru: ссылка}
      provenance: norm
    information-system:
      term: {kk: ақпараттық жүйе, ru: информационная система}
      provenance: norm
    authorised-body:
      term: {kk: уәкілетті орган, ru: уполномоченный орган}
      provenance: norm
    paper-medium:
      term: {kk: қағаз тасығыш, ru: бумажный носитель}
      deprecated: {kk: [қағаз тасымалдағыш, қағаз жеткізгіш]}
      provenance: norm
      note: Электрондық цифрлық қолтаңба туралы заңның 7-бабындағы сөз.
    list:
      term: {kk: тізбе, ru: перечень}
      confused: {kk: [тізім, тізілім], ru: [список, реестр]}
      provenance: norm
    register:
      term: {kk: тізілім, ru: реестр}
      confused: {kk: [тізім, тізбе], ru: [перечень, список]}
      provenance: norm
    proposal:
      term: {kk: ұсыныс, ru: предложение}
      confused: {kk: [ұсыным], ru: [рекомендация]}
      provenance: norm
    advice:
      term: {kk: ұсыным, ru: рекомендация}
      confused: {kk: [ұсыныс], ru: [предложение]}
      provenance: norm
    appeal:
      term: {kk: өтініш, ru: обращение}
      confused: {kk: [арыз, шағым], ru: [жалоба]}
      provenance: norm
    complaint:
      term: {kk: шағым, ru: жалоба}
      confused: {kk: [өтініш, арыз], ru: [обращение]}
      provenance: norm
    """
}
