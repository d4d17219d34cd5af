/** Adjectives, adverbs and set phrases: English | French | German, other words for the same after commas, the plainest first. */
export const QUALITIES = `
new | nouveau, nouvelle, nouvel, neuf | neu
old | vieux, vieille, ancien, ancienne | alt
young | jeune | jung
big, large | grand, gros, grosse | groß
small | petit | klein
high | haut, élevé | hoch, hohe, hohen, hoher
low | bas, basse, faible | niedrig, gering
long | long, longue | lang
short | court, bref | kurz
fast, quick | rapide, rapidement | schnell, rasch
slow | lent, lentement | langsam
expensive | cher, chère, coûteux | teuer, teuren
cheap | bon marché, pas cher | billig, günstig
free | libre, gratuit | frei, kostenlos
strong | fort, puissant, solide | stark
weak | faible | schwach
good | bon, bonne | gut
better | meilleur, mieux | besser
best | meilleur, le mieux | beste, besten
bad | mauvais, mal | schlecht
important | important | wichtig, bedeutend
main, principal | principal, principaux | Haupt, hauptsächlich, wichtigste
largest, biggest | le plus grand, plus grande, plus gros | größte, größten
first | premier, première | erste, erster, erstes
second | deuxième, second | zweite, zweiter
third | troisième | dritte, dritter
last | dernier, dernière | letzte, letzter, letzten
latest, newest | dernier, dernière, plus récent | neueste, neuesten, jüngste, aktuellste
current, present | actuel, actuelle, présent | aktuell, gegenwärtig, derzeitig
next | prochain, prochaine, suivant | nächste, nächsten, kommende
previous, former | précédent, ancien, ex | vorherig, ehemalig, früher, bisherig
recent | récent, récemment | kürzlich, neulich, jüngst
early | tôt, précoce | früh
late | tard, tardif | spät
possible | possible | möglich
impossible | impossible | unmöglich
necessary | nécessaire | notwendig, nötig, erforderlich
sufficient, enough | suffisant, assez, suffisamment | ausreichend, genug, genügend
public | public, publique | öffentlich
private | privé | privat
national | national, nationaux | national
international | international | international
global, worldwide | mondial, global | weltweit, global
regional | régional | regional
local | local, locaux | lokal, örtlich
federal | fédéral | föderal, bundesweit
political | politique | politisch
economic | économique | wirtschaftlich, ökonomisch
financial | financier, financière | finanziell
social | social | sozial
technical, technological | technique, technologique | technisch, technologisch
industrial | industriel | industriell
scientific | scientifique | wissenschaftlich
military | militaire | militärisch
strategic | stratégique | strategisch
legal | légal, juridique | rechtlich, legal, gesetzlich
illegal | illégal | illegal, rechtswidrig
mandatory, binding, compulsory | obligatoire, contraignant | verpflichtend, verbindlich, obligatorisch
voluntary | volontaire | freiwillig
safe, secure | sûr, sécurisé | sicher
dangerous | dangereux | gefährlich
critical | critique | kritisch
sensitive | sensible | sensibel, heikel
independent | indépendant | unabhängig
dependent | dépendant | abhängig
foreign | étranger, étrangère | ausländisch, fremd
domestic | national, intérieur, domestique | inländisch, heimisch, einheimisch
common, joint | commun, commune, conjoint | gemeinsam
similar | similaire, semblable | ähnlich
different | différent | verschieden, anders, unterschiedlich
same | même | gleich, selbe, dieselbe
own | propre | eigen
open | ouvert | offen
closed | fermé | geschlossen
full | plein, complet | voll
whole, entire | entier, tout | ganz, gesamt
complete | complet | vollständig, komplett
partial | partiel | teilweise
annual, yearly | annuel | jährlich
monthly | mensuel | monatlich
daily | quotidien, journalier | täglich
additional, more | supplémentaire, additionnel | zusätzlich, weitere
clear | clair | klar, deutlich
unclear | flou, incertain | unklar
true | vrai | wahr
false, wrong | faux, fausse, erroné | falsch
correct, right | correct, juste, exact | richtig, korrekt
real | réel, vrai | real, echt, wirklich
difficult, hard | difficile, dur | schwierig, schwer
easy, simple | facile, simple | leicht, einfach
complex | complexe | komplex
known, famous | connu, célèbre | bekannt, berühmt
unknown | inconnu | unbekannt
modern | moderne | modern
sustainable | durable | nachhaltig
renewable | renouvelable | erneuerbar
green | vert, verte | grün
electric | électrique | elektrisch
human | humain | menschlich
medical | médical | medizinisch
competitive | compétitif, concurrentiel | wettbewerbsfähig
successful | réussi, couronné de succès | erfolgreich
responsible | responsable | verantwortlich, zuständig
sceptical, skeptical | sceptique | skeptisch
optimistic | optimiste | optimistisch
concerned, worried | inquiet, préoccupé | besorgt, beunruhigt
satisfied, happy | satisfait, content | zufrieden, froh
planned | prévu, planifié | geplant, vorgesehen
ready | prêt | bereit, fertig
available | disponible | verfügbar
leading | leader, de premier plan | führend
northern, north | nord | nördlich, Norden, Nord
southern, south | sud | südlich, Süden, Süd
eastern, east | est | östlich, Osten, Ost
western, west | ouest, occidental | westlich, Westen, West
official | officiel, officiellement | offiziell, amtlich
temporary | temporaire, provisoire | vorübergehend, vorläufig, befristet
permanent | permanent | dauerhaft, permanent
urgent | urgent | dringend
discriminatory | discriminatoire | diskriminierend
fair | équitable, juste | fair, gerecht
equal | égal | gleich
powerful | puissant | leistungsstark, mächtig, leistungsfähig
risky | risqué | riskant
transatlantic | transatlantique | transatlantisch
today | aujourd'hui | heute
yesterday | hier | gestern
tomorrow | demain | morgen
now | maintenant, désormais | jetzt, nun
already | déjà | schon, bereits
still | encore, toujours | noch, immer noch, weiterhin
soon | bientôt, prochainement | bald, demnächst
always | toujours | immer
never | jamais | nie, niemals
often | souvent | oft, häufig
only | seulement, uniquement | nur, lediglich
almost, nearly | presque, près de | fast, beinahe, nahezu
about, around | environ, autour de | etwa, rund, ungefähr, circa
more than | plus de | mehr als
less than | moins de | weniger als
at least | au moins | mindestens, wenigstens
together | ensemble | zusammen, gemeinsam
alone | seul | allein
really, actually | vraiment, réellement | wirklich, tatsächlich, eigentlich
especially | surtout, notamment | besonders, vor allem, insbesondere
probably | probablement | wahrscheinlich, vermutlich
last year | l'année dernière, l'an dernier, l'an passé, l'année passée | letztes Jahr, im letzten Jahr, im vergangenen Jahr, vergangenes Jahr, im Vorjahr
this year | cette année | dieses Jahr, in diesem Jahr, heuer
next year | l'année prochaine, l'an prochain | nächstes Jahr, im nächsten Jahr, im kommenden Jahr
last month | le mois dernier | letzten Monat, im letzten Monat, im vergangenen Monat
this month | ce mois-ci | diesen Monat, in diesem Monat
last week | la semaine dernière | letzte Woche, vergangene Woche, in der letzten Woche
this week | cette semaine | diese Woche, in dieser Woche
recently | récemment, dernièrement | kürzlich, in letzter Zeit, zuletzt
at the end of, late | fin, à la fin de | Ende
in the middle of, mid | mi, à la mi | Mitte
at the beginning of, early | début, au début de | Anfang, Beginn, zu Beginn
days ago | il y a jours | vor Tagen
because of, due to | à cause de, en raison de | wegen, aufgrund
thanks to | grâce à | dank
against | contre | gegen
without | sans | ohne
despite | malgré | trotz
instead of | au lieu de | statt, anstatt, anstelle
`;
