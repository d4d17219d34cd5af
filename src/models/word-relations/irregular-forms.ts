/** Forms of English verbs, nouns and adjectives that no rule of endings takes back to the base: the base first. */
const FAMILIES = `
arise arose arisen
awake awoke awoken
be am is are was were been being
bear bore borne born
beat beaten
become became
begin began begun
bend bent
bet
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
do does did done
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go goes went gone
grind ground
grow grew grown
hang hung
have has had having
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
leap leapt
learn learnt
leave left
lend lent
lie lay lain lying
light lit
lose lost
make made
mean meant
meet met
mistake mistook mistaken
mow mown
overcome overcame
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
prove proven
quit quitted
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
sew sewn
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
sow sown
speak spoke spoken
speed sped
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank stunk
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tie tying
undergo underwent undergone
understand understood
undertake undertook undertaken
uphold upheld
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
withdraw withdrew withdrawn
withstand withstood
write wrote written
man men
woman women
child children
foot feet
tooth teeth
goose geese
mouse mice
person people
ox oxen
crisis crises
analysis analyses
basis bases
hypothesis hypotheses
thesis theses
criterion criteria
phenomenon phenomena
datum data
medium media
index indices
life lives
wife wives
knife knives
leaf leaves
half halves
wolf wolves
thief thieves
shelf shelves
calf calves
loaf loaves
self selves
good better best
bad worse worst
far farther further farthest furthest
little less least
many more most
`;

/** Base forms of an irregular form, by the form. */
export const IRREGULAR_BASES: ReadonlyMap<string, readonly string[]> = readFamilies();

function readFamilies(): Map<string, string[]> {
  const bases = new Map<string, string[]>();
  for (const line of FAMILIES.trim().split('\n')) {
    const [base = '', ...forms] = line.split(' ');
    for (const form of forms) bases.set(form, [...(bases.get(form) ?? []), base]);
  }
  return bases;
}
