import { describe, expect, it } from 'vitest';
import { readStatements, runStatementCases } from './statement-cases.ts';

describe('German quotations', () => {
  runStatementCases('de', [
    [
      'before an inverted verb and a name',
      '„Der Plan ist tot“, sagte Anna Koch am Montag.',
      { content: '„Der Plan ist tot“', kind: 'direct', by: 'Anna Koch', name: 'Anna Koch', cue: 'sagte' },
    ],
    [
      'with a description between commas',
      '„Der Plan ist tot“, sagte Anna Koch, Präsidentin des Digitalverbands Nebel, am Montag.',
      { content: '„Der Plan ist tot“', name: 'Anna Koch', role: 'Präsidentin', organisation: 'Nebel' },
    ],
    [
      'with guillemets pointing inwards',
      '»Der Plan ist tot«, erklärte Anna Koch.',
      { content: '»Der Plan ist tot«', kind: 'direct', name: 'Anna Koch' },
    ],
    [
      'with straight marks',
      '"Der Plan ist tot", betonte Ralf Berg.',
      { content: '"Der Plan ist tot"', kind: 'direct', name: 'Ralf Berg' },
    ],
    [
      'with a straight mark at the end',
      '„Der Plan ist tot", sagte Anna Koch.',
      { content: '„Der Plan ist tot"', kind: 'direct', name: 'Anna Koch' },
    ],
    ['so X', '„Der Plan ist tot“, so Anna Koch.', { content: '„Der Plan ist tot“', name: 'Anna Koch', cue: 'so' }],
    [
      'so X weiter',
      '„Der Plan ist tot“, so der Digitalminister weiter.',
      { content: '„Der Plan ist tot“', role: 'Digitalminister', name: undefined },
    ],
    [
      'after a colon',
      'Anna Koch sagte am Montag in Berlin: „Wir warten nicht.“',
      { content: '„Wir warten nicht.“', kind: 'direct', name: 'Anna Koch' },
    ],
    [
      'over several sentences inside one pair of marks',
      '„Der Plan ist tot. Niemand trauert ihm nach“, sagte Anna Koch.',
      { content: '„Der Plan ist tot. Niemand trauert ihm nach“', name: 'Anna Koch' },
    ],
    [
      'that go on after the tag',
      '„Der Plan ist tot“, sagte Anna Koch. „Niemand trauert ihm nach.“',
      { content: '„Niemand trauert ihm nach.“', name: 'Anna Koch', carried: true },
    ],
    [
      'with a quotation inside',
      '„Er sagte ‚Geht nach Hause‘ und verschwand“, erzählte Anna Koch.',
      { content: '„Er sagte ‚Geht nach Hause‘ und verschwand“', kind: 'direct', name: 'Anna Koch' },
    ],
    [
      'with a question before the tag',
      '„Wer bezahlt das?“, fragte Ralf Berg.',
      { content: '„Wer bezahlt das?“', name: 'Ralf Berg' },
    ],
    [
      'with a pronoun',
      'Anna Koch leitet den Verband. „Der Plan ist tot“, sagte sie.',
      { content: '„Der Plan ist tot“', by: 'sie', name: 'Anna Koch' },
    ],
    [
      'fügte hinzu',
      'Ralf Berg lehnt ab. „Der Plan ist tot“, fügte er hinzu.',
      { content: '„Der Plan ist tot“', by: 'er', name: 'Ralf Berg' },
    ],
    [
      'teilte mit',
      '„Der Plan ist tot“, teilte das Bundesinnenministerium am Montag mit.',
      { content: '„Der Plan ist tot“', name: 'Bundesinnenministerium', by: 'das Bundesinnenministerium' },
    ],
  ]);

  it('are not made of terms in marks', () => {
    expect(readStatements('Das Papier handelt von der „souveränen Cloud“ und von „Made in Europe“.', 'de')).toEqual([]);
  });
});

describe('German mixed and indirect statements', () => {
  runStatementCases('de', [
    [
      'dass',
      'Anna Koch erklärte, dass die Preise sinken.',
      { content: 'dass die Preise sinken', kind: 'indirect', name: 'Anna Koch', cue: 'erklärte' },
    ],
    [
      'a clause in the subjunctive',
      'Anna Koch sagte, die Preise seien zu hoch.',
      { content: 'die Preise seien zu hoch', kind: 'indirect', name: 'Anna Koch' },
    ],
    [
      'the subject behind the verb',
      'Am Montag sagte Anna Koch, die Preise seien zu hoch.',
      { content: 'die Preise seien zu hoch', name: 'Anna Koch' },
    ],
    [
      'a description between commas',
      'Anna Koch, Präsidentin des Verbands Nebel, warnte, die Preise würden steigen.',
      { content: 'die Preise würden steigen', name: 'Anna Koch', role: 'Präsidentin', organisation: 'Nebel' },
    ],
    [
      'the perfect',
      'Zuvor hatte Ralf Berg angekündigt, die Preise zu senken.',
      { content: 'die Preise zu senken', name: 'Ralf Berg', cue: 'angekündigt' },
    ],
    [
      'the tag behind the clause',
      'Die Preise seien viel zu hoch, kritisierte Ralf Berg.',
      { content: 'Die Preise seien viel zu hoch', name: 'Ralf Berg' },
    ],
    [
      'laut, in front',
      'Laut Anna Koch sinken die Preise im Mai.',
      { content: 'sinken die Preise im Mai', name: 'Anna Koch', cue: 'Laut' },
    ],
    [
      'nach Angaben von',
      'Nach Angaben von Anna Koch sinken die Preise im Mai.',
      { content: 'sinken die Preise im Mai', name: 'Anna Koch', cue: 'Nach Angaben' },
    ],
    [
      'nach Angaben der',
      'Nach Angaben der Bundesregierung sinken die Preise im Mai.',
      { content: 'sinken die Preise im Mai', name: 'Bundesregierung' },
    ],
    [
      'zufolge',
      'Dem Ministerium zufolge sinken die Preise im Mai.',
      { content: 'sinken die Preise im Mai', cue: 'zufolge' },
    ],
    [
      'so X in the middle',
      'Die Preise, so Anna Koch, seien viel zu hoch.',
      { content: 'Die Preise, so Anna Koch, seien viel zu hoch', kind: 'indirect', name: 'Anna Koch' },
    ],
    [
      'wie X mitteilte',
      'Die Preise sinken im Mai, wie das Bundesinnenministerium mitteilte.',
      { content: 'Die Preise sinken im Mai', name: 'Bundesinnenministerium', cue: 'mitteilte' },
    ],
    [
      'heißt es in',
      'Die Preise seien viel zu hoch, heißt es in einem Bericht der Bundesbank.',
      { content: 'Die Preise seien viel zu hoch', organisation: 'Bundesbank', name: undefined },
    ],
    [
      'heißt es without a source',
      'Die Preise seien viel zu hoch, heißt es.',
      { content: 'Die Preise seien viel zu hoch', by: undefined },
    ],
    [
      'warnte vor',
      'Ralf Berg warnte vor steigenden Preisen.',
      { content: 'vor steigenden Preisen', name: 'Ralf Berg' },
    ],
    [
      'sprach von, with marks',
      'Ralf Berg sprach von einem „schlechten Signal“.',
      { kind: 'mixed', name: 'Ralf Berg', content: 'einem „schlechten Signal“' },
    ],
    [
      'bezeichnete als',
      'Anna Koch bezeichnete den Plan als „Zeitverschwendung“.',
      { content: 'den Plan als „Zeitverschwendung“', kind: 'mixed', name: 'Anna Koch' },
    ],
    [
      'forderte and an object',
      'Der Verband Nebel fordert mehr Geld für Rechenzentren.',
      { content: 'mehr Geld für Rechenzentren', name: 'Nebel' },
    ],
    [
      'wies darauf hin',
      'Anna Koch wies darauf hin, dass die Preise steigen.',
      { content: 'dass die Preise steigen', name: 'Anna Koch' },
    ],
    [
      'zeigte sich überzeugt',
      'Ralf Berg zeigte sich überzeugt, dass die Preise sinken.',
      { content: 'dass die Preise sinken', name: 'Ralf Berg' },
    ],
    [
      'two cues of one speaker',
      'Ralf Berg sagte, die Preise seien zu hoch, und fügte hinzu, dass niemand zahlen wolle.',
      { content: 'die Preise seien zu hoch', name: 'Ralf Berg' },
      { content: 'dass niemand zahlen wolle', name: 'Ralf Berg' },
    ],
    [
      'sentences that go on in the subjunctive',
      'Ralf Berg sagte, die Preise seien zu hoch. Das könne so nicht bleiben. Am Dienstag wird gewählt.',
      { content: 'Das könne so nicht bleiben', name: 'Ralf Berg', kind: 'indirect', carried: true },
    ],
  ]);

  it('are not carried in the indicative or into the next paragraph', () => {
    const carried = (text: string) => readStatements(text, 'de').filter((one) => one.carried);
    expect(carried('Ralf Berg sagte, die Preise seien zu hoch. Am Dienstag wird gewählt.')).toEqual([]);
    expect(carried('Ralf Berg sagte, die Preise seien zu hoch.\nDas könne so nicht bleiben.')).toEqual([]);
  });

  it('are not made of what somebody did not say', () => {
    expect(readStatements('Nebel bestätigte nicht, dass der Standort schließt.', 'de')).toEqual([]);
  });

  it('are not made of verbs whose other half is missing', () => {
    expect(readStatements('Anna Koch teilte sich das Büro, das im Erdgeschoss lag.', 'de')).toEqual([]);
  });
});

describe('who speaks in German', () => {
  runStatementCases('de', [
    [
      'a compound of organisation and role',
      '„Der Plan ist tot“, sagte Bitkom-Präsident Ralf Berg.',
      { content: '„Der Plan ist tot“', name: 'Ralf Berg', role: 'Präsident', organisation: 'Bitkom' },
    ],
    [
      'a role and an abbreviated surname',
      'Der Digitalminister Karsten W. sagte, die Preise seien zu hoch.',
      { content: 'die Preise seien zu hoch', name: 'Karsten W.', role: 'Digitalminister' },
    ],
    [
      'a role with a genitive, then the name',
      'Die Präsidentin des Bundesamts für Sicherheit, Anna Koch, sagte, die Preise seien zu hoch.',
      { content: 'die Preise seien zu hoch', name: 'Anna Koch', role: 'Präsidentin' },
    ],
    [
      'a spokeswoman without a name',
      'Eine Sprecherin des Bundesinnenministeriums sagte, die Preise seien zu hoch.',
      {
        content: 'die Preise seien zu hoch',
        name: undefined,
        role: 'Sprecherin',
        organisation: 'Bundesinnenministerium',
      },
    ],
    [
      'an analyst of a company',
      '„Der Plan ist tot“, sagte Analyst Ralf Berg von Forrester.',
      { content: '„Der Plan ist tot“', name: 'Ralf Berg', role: 'Analyst', organisation: 'Forrester' },
    ],
    [
      'a party in brackets',
      '„Der Plan ist tot“, sagte Ralf Berg (CDU) am Montag.',
      { content: '„Der Plan ist tot“', name: 'Ralf Berg', organisation: 'CDU' },
    ],
    [
      'a surname later',
      'Bitkom-Präsident Ralf Berg kam nach Berlin. Berg sagte, die Preise seien zu hoch.',
      { content: 'die Preise seien zu hoch', by: 'Berg', name: 'Ralf Berg', role: 'Präsident', organisation: 'Bitkom' },
    ],
    [
      'a title later',
      'Die Digitalministerin Anna Koch kam nach Berlin. Die Ministerin sagte, die Preise seien zu hoch.',
      { content: 'die Preise seien zu hoch', by: 'Die Ministerin', name: 'Anna Koch', role: 'Digitalministerin' },
    ],
    [
      'a pronoun by gender',
      'Ralf Berg traf Anna Koch in Berlin. Sie sagte, die Preise seien zu hoch. Er erklärte, dass nichts geschehe.',
      { content: 'die Preise seien zu hoch', name: 'Anna Koch' },
      { content: 'dass nichts geschehe', name: 'Ralf Berg' },
    ],
    [
      'the ministry again by its noun',
      'Das Bundesinnenministerium plant das Gesetz. Das Ministerium teilte mit, dass die Preise sinken.',
      { content: 'dass die Preise sinken', name: 'Bundesinnenministerium' },
    ],
    [
      'a body with an acronym',
      'Die EU-Kommission erklärte, dass die Preise sinken.',
      { content: 'dass die Preise sinken', name: 'EU-Kommission' },
    ],
    [
      'a company',
      'Microsoft erklärte, dass die Preise sinken.',
      { content: 'dass die Preise sinken', name: 'Microsoft' },
    ],
    [
      'experts without a name',
      'Experten warnen, dass die Preise steigen.',
      { content: 'dass die Preise steigen', name: undefined, role: undefined },
    ],
  ]);

  it('is left open when two could be meant', () => {
    const [one] = readStatements('Maria Berg traf Anna Koch in Berlin. Sie sagte, die Preise seien zu hoch.', 'de');
    expect(one?.text).toBe('die Preise seien zu hoch');
    expect(one?.speaker?.name).toBeUndefined();
  });
});

describe('the outlet in German', () => {
  runStatementCases('de', [
    [
      'der dpa',
      'Anna Koch sagte der dpa, dass die Preise sinken.',
      { content: 'dass die Preise sinken', name: 'Anna Koch', via: 'dpa' },
    ],
    [
      'dem Handelsblatt behind the name',
      '„Der Plan ist tot“, sagte Anna Koch dem Handelsblatt.',
      { content: '„Der Plan ist tot“', by: 'Anna Koch', via: 'Handelsblatt' },
    ],
    [
      'dem Handelsblatt in front',
      'Dem Handelsblatt sagte Anna Koch, die Preise seien zu hoch.',
      { content: 'die Preise seien zu hoch', name: 'Anna Koch', via: 'Handelsblatt' },
    ],
    [
      'an inflected name in marks',
      '„Der Plan ist tot“, sagte er der „Süddeutschen Zeitung“.',
      { content: '„Der Plan ist tot“', by: 'er', via: 'Süddeutsche Zeitung' },
    ],
    [
      'gegenüber',
      'Gegenüber Reuters bestätigte Anna Koch, dass die Preise sinken.',
      { content: 'dass die Preise sinken', name: 'Anna Koch', via: 'Reuters' },
    ],
    [
      'the outlet itself',
      'Laut Handelsblatt sinken die Preise im Mai.',
      { content: 'sinken die Preise im Mai', name: 'Handelsblatt', via: undefined },
    ],
  ]);
});
