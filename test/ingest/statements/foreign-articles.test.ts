import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatements } from './statement-cases.ts';

/** Who says what in a text, as "speaker: content"; "?" where no name is given. */
function whoSaysWhat(text: string, language: string): string[] {
  return readStatements(text, language).map(
    ({ speaker, text: content, via }) =>
      `${speaker?.name ?? speaker?.organisation ?? '?'}${via === undefined ? '' : ` (${via})`}: ${content}`,
  );
}

describe('whole texts in French', () => {
  it('reads a press release', () => {
    const text = `Nuage, le spécialiste lyonnais de l’hébergement, annonce aujourd’hui l’ouverture de son troisième site.
« Ce site change la donne », se réjouit Claire Vidal, cofondatrice et présidente de Nuage. « Nos clients le demandaient depuis des années. »
L’entreprise recrute 40 personnes d’ici 2027.`;
    expect(whoSaysWhat(text, 'fr')).toEqual([
      'Nuage: l’ouverture de son troisième site',
      'Claire Vidal: « Ce site change la donne »',
      'Claire Vidal: « Nos clients le demandaient depuis des années. »',
    ]);
  });

  it('reads agency copy', () => {
    const text = `PARIS (Reuters) – Le patron de Nuage, Luc Brun, a confié aux Échos que le groupe « n’avait pas vu venir » la hausse des prix.
« On a doublé le tarif », a-t-il reconnu, précisant que d’autres hausses suivraient. Interrogé par Reuters, un porte-parole de Corvid s’est refusé à tout commentaire. « C’est un signal faible », abonde Charlie Dai, analyste chez Forrester.`;
    expect(whoSaysWhat(text, 'fr')).toEqual([
      'Luc Brun (Les Échos): que le groupe « n’avait pas vu venir » la hausse des prix',
      'Luc Brun: « On a doublé le tarif »',
      'Luc Brun: que d’autres hausses suivraient',
      'Charlie Dai: « C’est un signal faible »',
    ]);
  });

  it('reads tags inside the marks and verbs on no list', () => {
    const text =
      '« Le plan est mort, regrette Anne Petit. Personne ne le pleure. » « Tout reste à faire », tonne le député Paul Roux.';
    expect(whoSaysWhat(text, 'fr')).toEqual([
      'Anne Petit: « Le plan est mort, regrette Anne Petit. Personne ne le pleure. »',
      'Paul Roux: « Tout reste à faire »',
    ]);
  });
});

describe('whole texts in German', () => {
  it('reads agency copy', () => {
    const text = `Berlin (dpa) - Nimbus-Chef Lars Vogt kündigte am Donnerstag den Bau eines Rechenzentrums in Sachsen an. „Das ist ein großer Tag“, sagte Vogt. Das Unternehmen werde dort 300 Menschen beschäftigen.
Ministerpräsidentin Petra Kranz (SPD) begrüßte die Entscheidung als „starkes Signal“. Aus der Opposition kam keine Stellungnahme.`;
    expect(whoSaysWhat(text, 'de')).toEqual([
      'Lars Vogt: den Bau eines Rechenzentrums in Sachsen',
      'Lars Vogt: „Das ist ein großer Tag“',
      'Lars Vogt: Das Unternehmen werde dort 300 Menschen beschäftigen',
      'Petra Kranz: die Entscheidung als „starkes Signal“',
    ]);
  });

  it('reads a blog post', () => {
    const text = `In einem Blogbeitrag schreibt Nimbus-Gründerin Eva Sommer, dass ihr Team die Lücke am 3. Mai geschlossen habe. Kundendaten seien nicht betroffen gewesen. Das BSI rät Anwendern, das Update einzuspielen. „Die Lücke ist kritisch“, heißt es in der Warnung.`;
    expect(whoSaysWhat(text, 'de')).toEqual([
      'Eva Sommer: dass ihr Team die Lücke am 3. Mai geschlossen habe',
      'Eva Sommer: Kundendaten seien nicht betroffen gewesen',
      'BSI: das Update einzuspielen',
      '?: „Die Lücke ist kritisch“',
    ]);
  });

  it('reads a colon behind a name, and behind one person who is spoken of', () => {
    const text =
      'Koch: „Der Entwurf muss überarbeitet werden.“ Der Jurist Max Feld ist skeptischer: „Ich sehe das nicht.“';
    expect(whoSaysWhat(text, 'de')).toEqual([
      'Koch: „Der Entwurf muss überarbeitet werden.“',
      'Max Feld: „Ich sehe das nicht.“',
    ]);
  });
});

describe('whatever the text', () => {
  const pieces = [
    'Anne Petit',
    'Anna Koch',
    ' a déclaré ',
    ' sagte ',
    'que ',
    'dass ',
    'les prix baissent',
    'die Preise seien hoch',
    ', ',
    '. ',
    '« ',
    ' »',
    '„',
    '“',
    '"',
    ' : ',
    ': ',
    'selon ',
    'laut ',
    ' zufolge ',
    'so ',
    'il ',
    'a-t-il ajouté',
    ' l’AFP',
    'der dpa ',
    '\n',
    ' (',
    ') ',
    'le ministre de ',
    'der Präsident des ',
    'wie ',
    ' mitteilte',
    'kündigte ',
    ' an',
    ' et ',
    ' und ',
    'am 3. ',
    'Mai ',
  ];

  for (const language of ['fr', 'de']) {
    it(`every span is the text at its place (${language})`, () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
          const text = parts.join('');
          let from = 0;
          for (const one of readStatements(text, language)) {
            expect(text.slice(one.start, one.end)).toBe(one.text);
            expect(one.text.trim()).not.toBe('');
            expect(one.start).toBeGreaterThanOrEqual(from);
            const { speaker, cue } = one;
            if (speaker !== undefined) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
            if (cue !== undefined) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
            from = one.start;
          }
        }),
        { numRuns: 500 },
      );
    });

    it(`reads long hostile texts to their end (${language})`, () => {
      for (const piece of [
        '« a ',
        '„a ',
        'selon X, ',
        'a dit X, ',
        'sagte Koch, dass ',
        'der Präsident des ',
        'Anna Koch ',
      ]) {
        expect(Array.isArray(readStatements(piece.repeat(40_000 / piece.length), language))).toBe(true);
      }
    }, 30_000);
  }
});
