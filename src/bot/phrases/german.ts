import type { Phrases } from './phrases.ts';

export const GERMAN: Phrases = {
  help: [
    'Stellen Sie eine Frage zu den Quellen, zum Beispiel was eine Person oder Stelle zu einem Thema gesagt hat. Das Desk antwortet mit den Sätzen der Quellen selbst, jeder mit seiner Quelle, und sagt es, wenn sie nichts dazu hergeben.',
    '„summary“ oder „summary Thema“ fasst zusammen, was die Quellen sagen.',
    '„who-said Name“ oder „who-said Name about Thema“ listet auf, was eine Person oder Stelle gesagt hat.',
    '„check“ und ein Text dahinter zeigt, welche Quellen davon sprechen.',
    '„digest“ zeigt, was heute bekannt wurde; „digest 2026-06-18“ einen anderen Tag.',
    '„sources“ listet auf, woraus das Desk antwortet; „settings“ zeigt, wie es sich hier verhält.',
    'Kurze Anschlussfragen („und in Frankreich?“, „warum?“) werden aus der Frage davor verstanden; „forget“ beendet das.',
  ].join('\n'),
  forgotten: {
    conversation: 'Dieses Gespräch ist vergessen: Die nächste Frage wird für sich verstanden.',
    person: 'Vergessen: Ihre Fragen, die für Sie aufbewahrten Antworten und Ihre Bewertungen sind gelöscht.',
  },
  noSettings: 'Hier gibt es keine Einstellungen: Sie gehören zu einem Kanal einer Chat-Plattform.',
  missing: {
    name: {
      problem: 'Der Befehl sagt nicht, wessen Worte gesucht werden.',
      hint: 'Schreiben Sie „who-said Name“ oder „who-said Name about Thema“.',
    },
    text: {
      problem: 'Der Befehl sagt nicht, was geprüft werden soll.',
      hint: 'Schreiben Sie „check“ und dahinter den Text.',
    },
  },
  failed: {
    problem: 'Das Desk ist an dieser Frage gescheitert.',
    hint: 'Versuchen Sie es noch einmal; scheitert es wieder, hilft ein Blick ins Protokoll.',
  },
  late: (seconds) => ({
    problem: `Das Desk fand innerhalb von ${seconds} Sekunden keine Antwort.`,
    hint: 'Fragen Sie noch einmal oder enger.',
  }),
  lost: {
    problem: 'Das Desk wurde bei der Arbeit an dieser Frage unterbrochen, und seine Antwort ist verloren.',
    hint: 'Bitte fragen Sie noch einmal.',
  },
  maybeLost: {
    problem: 'Das Desk wurde beim Senden seiner Antwort unterbrochen.',
    hint: 'Steht oben keine Antwort, fragen Sie bitte noch einmal.',
  },
  digestOf: (date) => `Überblick vom ${date}`,
  summaryOf: (topic) => (topic === undefined ? 'Zusammenfassung der Quellen' : `Zusammenfassung: ${topic}`),
  nothingToSum: 'Die Quellen enthalten dazu nichts.',
};
