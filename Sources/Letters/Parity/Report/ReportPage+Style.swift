extension ReportPage {
  /// Two columns on a screen, one below the other on a telephone, without large areas of ink on paper.
  static let style = """
    :root {
      --text: #1b1f24; --soft: #5a6472; --line: #d5dae1; --page: #ffffff; --band: #f3f5f8;
      --error: #b3261e; --error-back: #fde4e1; --warning: #8a5a00; --warning-back: #fdf0cc;
      --allowed: #4a5a6a; --allowed-back: #e4eaf1; --link: #0b57a4;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e4e7eb; --soft: #9aa5b4; --line: #3a424e; --page: #16191e; --band: #1f242b;
        --error: #ff9d94; --error-back: #4f1f1b; --warning: #f4c65a; --warning-back: #453409;
        --allowed: #b4c2d2; --allowed-back: #2b343f; --link: #82b7f5;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 1.5rem; max-width: 84rem; background: var(--page);
      color: var(--text); font: 16px/1.5 system-ui, "Noto Sans", "Liberation Sans", sans-serif;
      overflow-wrap: anywhere;
    }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
    h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
    a { color: var(--link); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
    dt { color: var(--soft); }
    dd { margin: 0; }
    table { border-collapse: collapse; margin-top: 1.25rem; }
    th, td { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); }
    th { text-align: left; font-weight: 400; }
    tr:first-child th { color: var(--soft); font-size: .875rem; }
    td, tr:first-child th + th { text-align: right; font-variant-numeric: tabular-nums; }
    .total th, .total td { font-weight: 600; border-bottom: 0; }
    .clean { margin-top: 1.25rem; font-weight: 600; }
    .findings > ol { margin: 0; padding-left: 2.2rem; }
    .findings > ol > li { margin-bottom: .7rem; }
    .findings ul { margin: 0; padding: 0; list-style: none; color: var(--soft); font-size: .9rem; }
    .findings p, .note p { margin: 0; }
    q { color: var(--text); quotes: none; }
    .words { padding: 0 .12em; border-radius: .2rem; background: var(--band); }
    .hint { color: var(--soft); }
    .reason { color: var(--allowed); }
    .rule, .badge {
      font-size: .75rem; font-weight: 700; padding: 0 .3rem; border-radius: .2rem;
      border: 1px solid currentColor; text-decoration: none;
    }
    .error .rule, .badge.error { color: var(--error); }
    .warning .rule, .badge.warning { color: var(--warning); }
    .allowed .rule, .badge.allowed { color: var(--allowed); }
    .badge { margin: 0 .15rem; vertical-align: .1em; white-space: nowrap; }
    .mark { color: inherit; text-decoration: underline 2px; text-underline-offset: .2em; }
    .mark.error { background: var(--error-back); text-decoration-color: var(--error); }
    .mark.warning { background: var(--warning-back); text-decoration-color: var(--warning); }
    .mark.allowed { background: var(--allowed-back); text-decoration-color: var(--allowed); }
    :target { outline: 3px solid var(--link); outline-offset: 2px; scroll-margin-top: 30vh; }
    .row {
      display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; padding: .6rem 0;
      border-top: 1px solid var(--line); break-inside: avoid;
    }
    .row p { margin: 0 0 .5rem; }
    .row p:last-child, .lines p { margin-bottom: 0; }
    .head { font-weight: 600; border-top: 0; }
    .label { grid-column: 1 / -1; color: var(--soft); font-size: .8rem; }
    .number { color: var(--soft); }
    .tab::before { content: " │ "; color: var(--line); }
    .notes { grid-column: 1 / -1; margin-top: .5rem; }
    .note {
      display: flex; gap: .6rem; padding: .3rem .7rem; background: var(--band);
      border-left: 4px solid var(--allowed); margin-top: .3rem; font-size: .92rem;
    }
    .note.error { border-left-color: var(--error); }
    .note.warning { border-left-color: var(--warning); }
    .back { flex: none; color: var(--soft); min-width: 1.5em; text-align: right; }
    @media (max-width: 42rem) {
      body { padding: 1rem; }
      .row { grid-template-columns: 1fr; gap: .5rem; }
      .head { display: none; }
      .row > [lang] { padding-left: .7rem; border-left: 3px solid var(--line); }
      .row > [lang]::before {
        content: attr(lang); display: block; color: var(--soft); font-size: .75rem;
      }
    }
    @page { size: A4; margin: 15mm; }
    @media print {
      :root {
        --text: #000; --soft: #444; --line: #999; --page: #fff; --band: #fff; --link: #000;
        --error: #000; --error-back: #fff; --warning: #000; --warning-back: #fff;
        --allowed: #444; --allowed-back: #fff;
      }
      body { padding: 0; max-width: none; font-size: 10pt; }
      .row { gap: 0 8mm; }
      .words { font-style: italic; padding: 0; }
      .mark.error { text-decoration-style: solid; }
      .mark.warning { text-decoration-style: wavy; text-decoration-thickness: 1px; }
      .mark.allowed { text-decoration-style: dotted; }
    }
    """
}
