import { stemWord } from '../core/text/terms.ts';

/** Words that news uses for one another, a group a line. General language only: no names, nothing of one document. */
const GROUPS = `
cost costs price pricing expense expenses expensive cheap cheaper
buy bought acquire acquired acquisition purchase purchased takeover
announce announced announcement unveil unveiled launch launched present presented introduce introduced
fund funded funding finance financed financing
increase increased rise rising raise raised grow growth
decrease decreased fall falling drop dropped cut reduce reduced reduction lower lowered
employee employees staff worker workers workforce work works working
company firm corporation business
customer customers client clients
ban banned prohibit prohibited block blocked bar barred
restriction restrictions curb curbs control controls limit limits clampdown
rule rules regulation regulations law laws legislation
order ordered directive instruct instructed
criticise criticised criticize criticized condemn condemned denounce denounced blast blasted
support supported back backed endorse endorsed
build built construct constructed
train trained training pretrain
chip chips semiconductor semiconductors
accelerator accelerators gpu gpus
money funds capital
revenue sales turnover
profit earnings income
boss chief head leader
founder cofounder
begin began start started
end ended finish finished complete completed
large big huge
small little
fast quick rapid
use used using utilise utilised employ
show showed demonstrate demonstrated reveal revealed
need needs require requires required
help helps assist
danger risk risks threat threats
country countries nation nations state states
person people human humans
die died death dead killed kill
win won victory winner winners wins
lose lost loss
vote voted election elections
car vehicle vehicles
doctor physician
lawyer attorney
child children kid kids
film movie
publish published disclose disclosed release released
lead leads leader leaders
stop stopped halt halted suspend suspended
quit leave left resign resigned
britain british uk
france french
germany german germans
europe european europeans eu
china chinese
russia russian russians
america american americans us usa
italy italian
spain spanish
poland polish
netherlands dutch
sweden swedish
norway norwegian
denmark danish
finland finnish
ireland irish
switzerland swiss
austria austrian
belgium belgian
greece greek
hungary hungarian
turkey turkish
ukraine ukrainian
israel israeli
iran iranian
japan japanese
korea korean
india indian
taiwan taiwanese
canada canadian
mexico mexican
brazil brazilian
australia australian
`;

const groupsByStem = new Map<string, Set<number>>();
GROUPS.trim()
  .split('\n')
  .forEach((line, group) => {
    for (const word of line.split(' ')) {
      const stem = stemWord(word);
      groupsByStem.set(stem, (groupsByStem.get(stem) ?? new Set()).add(group));
    }
  });

/** Whether two English index terms stand in one group. */
export function areSynonyms(stemA: string, stemB: string): boolean {
  const groups = groupsByStem.get(stemA);
  if (groups === undefined) return false;
  const others = groupsByStem.get(stemB);
  if (others === undefined) return false;
  for (const group of groups) if (others.has(group)) return true;
  return false;
}
