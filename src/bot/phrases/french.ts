import type { Phrases } from './phrases.ts';

export const FRENCH: Phrases = {
  help: [
    'Posez une question sur les sources, par exemple ce qu’une personne ou un organisme a dit d’un sujet. Le service répond par les phrases mêmes des sources, chacune avec sa référence, et le dit quand elles ne répondent pas.',
    '« summary » ou « summary sujet » résume ce que disent les sources.',
    '« who-said Nom » ou « who-said Nom about sujet » énumère ce qu’une personne ou un organisme a dit.',
    '« check » suivi d’un texte montre quelles sources en parlent.',
    '« digest » montre ce qui a été publié aujourd’hui ; « digest 2026-06-18 » un autre jour.',
    '« sources » énumère ce dont le service tire ses réponses ; « settings » montre ses réglages ici.',
    'Les questions courtes qui suivent (« et en Allemagne ? », « pourquoi ? ») se comprennent d’après la précédente ; « forget » y met fin.',
  ].join('\n'),
  forgotten: {
    conversation: 'Cette conversation est oubliée : la prochaine question sera comprise seule.',
    person: 'Oublié : vos questions, les réponses gardées pour vous et vos avis sont effacés.',
  },
  noSettings: 'Il n’y a pas de réglages ici : ils appartiennent à un canal d’une messagerie.',
  missing: {
    name: {
      problem: 'La commande ne dit pas de qui l’on cherche les propos.',
      hint: 'Écrivez « who-said Nom » ou « who-said Nom about sujet ».',
    },
    text: {
      problem: 'La commande ne dit pas ce qui est à vérifier.',
      hint: 'Écrivez « check » puis le texte.',
    },
  },
  failed: {
    problem: 'Le service a échoué sur cette question.',
    hint: 'Réessayez ; si cela se répète, consultez le journal.',
  },
  late: (seconds) => ({
    problem: `Le service n’a pas trouvé de réponse en ${seconds} secondes.`,
    hint: 'Reposez la question, ou posez-en une plus précise.',
  }),
  lost: {
    problem: 'Le service a été interrompu pendant qu’il traitait cette question, et sa réponse est perdue.',
    hint: 'Veuillez reposer la question.',
  },
  maybeLost: {
    problem: 'Le service a été interrompu pendant l’envoi de sa réponse.',
    hint: 'Si aucune réponse ne figure plus haut, veuillez reposer la question.',
  },
  digestOf: (date) => `Revue du ${date}`,
  summaryOf: (topic) => (topic === undefined ? 'Résumé des sources' : `Résumé : ${topic}`),
  nothingToSum: 'Les sources ne contiennent rien à ce sujet.',
};
