/**
 * Verbs of news and policy: English | French | German, other words for the same after commas, the plainest first.
 * German verbs stand in the infinitive, a separable prefix before "~"; forms that change their vowel stand beside it.
 */
export const VERBS = `
say, said, state | dire, dit, disent, disait, affirmer, déclarer | sagen, äußern, geäußert, behaupten
tell, told | dire, dit, raconter, confier | sagen, erzählen, mit~teilen
speak, spoke, spoken, talk | parler, s'exprimer | sprechen, spricht, sprach, gesprochen, reden
comment | commenter | kommentieren, äußern, geäußert
think, thought, believe | penser, croire, croit, estimer | denken, dachte, gedacht, meinen, glauben, finden
explain | expliquer | erklären, erläutern
note | noter, relever, observer | an~merken, fest~stellen, fest~halten, notieren
add | ajouter | hin~zu~fügen, ergänzen, hinzufügen, hinzugefügt, hinzu
emphasise, stress, emphasize, underline | souligner, insister | betonen, unterstreichen, unterstrich, unterstrichen, hervor~heben
warn | avertir, alerter, prévenir, prévient, prévenu, mettre en garde | warnen, mahnen
announce | annoncer, dévoiler | an~kündigen, bekannt~geben, verkünden, bekanntgegeben, bekanntgeben
report | rapporter, relater | berichten, melden
write, wrote, written | écrire, écrit, rédiger | schreiben, schreibt, schrieb, geschrieben
claim, assert | prétendre, prétend, affirmer, assurer | behaupten
argue | soutenir, soutient, argumenter, plaider | argumentieren
suggest, propose | suggérer, proposer | vor~schlagen, vorschlug, vorgeschlagen, schlug, an~regen
describe | décrire, décrit, qualifier | beschreiben, beschrieb, beschrieben, bezeichnen
mention | mentionner, évoquer, citer | erwähnen, nennen
quote, cite | citer | zitieren
call | appeler, qualifier | nennen, nannte, genannt, bezeichnen
call for, demand | réclamer, exiger, demander | fordern, verlangen
demand | exiger, réclamer, demander | fordern, verlangen
ask | demander | fragen, bitten, bat, gebeten
answer, reply, respond | répondre, répond, répondu | antworten, beantworten, erwidern
react, respond | réagir, réagit, réagi | reagieren
criticise, criticize | critiquer, dénoncer | kritisieren, bemängeln
condemn, denounce | condamner, dénoncer | verurteilen
praise | saluer, louer, féliciter | loben, würdigen
welcome | saluer, accueillir, accueilli | begrüßen
reject, refuse | rejeter, refuser, repousser | ab~lehnen, zurück~weisen, zurückgewiesen, zurückweisen, verweigern
deny | nier, démentir, démenti, dément | bestreiten, bestritt, bestritten, dementieren, leugnen
confirm | confirmer | bestätigen
admit, acknowledge, concede | admettre, admis, admet, reconnaître, reconnu, reconnaît, avouer | zu~geben, ein~räumen, zugab, zugegeben, an~erkennen
insist | insister | beharren, bestehen, darauf bestehen
promise, pledge | promettre, promis, promet, s'engager, engager | versprechen, versprach, versprochen, zu~sagen
predict, forecast, expect | prédire, prédit, prévoir, prévu, prévoit, pronostiquer | voraus~sagen, prognostizieren, vorhersagen, vorher~sagen
expect, await | attendre, attend, attendu, s'attendre | erwarten
estimate | estimer, évaluer, chiffrer | schätzen, beziffern
hope | espérer | hoffen
fear | craindre, craint, redouter | fürchten, befürchten
doubt | douter | zweifeln, bezweifeln, an~zweifeln
recommend, advise | recommander, conseiller, préconiser | empfehlen, empfiehlt, empfahl, empfohlen, raten
agree | convenir, accorder, s'accorder, être d'accord | zu~stimmen, überein~stimmen, einigen, vereinbaren
disagree, differ | différer, diverger, s'opposer | unterscheiden, unterschied, ab~weichen, widersprechen, uneinig
contradict | contredire, contredit | widersprechen, widersprach, widersprochen
discuss, debate | discuter, débattre, débattu | diskutieren, beraten, erörtern, debattieren
negotiate | négocier | verhandeln, aus~handeln
decide | décider, trancher | entscheiden, entschied, entschieden, beschließen, beschloss, beschlossen
plan, intend | prévoir, prévu, prévoit, planifier, envisager, compter | planen, vor~haben, beabsichtigen, wollen
want | vouloir, veut, veulent, voulu, souhaiter, désirer | wollen, will, wollte, gewollt, möchten, möchte, wünschen
need, require | avoir besoin, nécessiter, falloir, exiger, requérir, requis | brauchen, benötigen, erfordern, bedürfen
use | utiliser, employer, recourir, se servir, exploiter | nutzen, benutzen, verwenden, ein~setzen, nützen
develop | développer, mettre au point, élaborer | entwickeln
build, built | construire, construit, bâtir, bâti, édifier | bauen, errichten, auf~bauen, erbauen
create | créer | schaffen, schuf, geschaffen, gründen, erstellen
found | fonder, créer | gründen
establish, set up | établir, établi, instaurer, mettre en place, créer | ein~richten, gründen, etablieren, auf~bauen
open | ouvrir, ouvert, ouvre, inaugurer | öffnen, eröffnen
close, shut | fermer, clore | schließen, schloss, geschlossen
launch | lancer | starten, ein~führen, auf den Markt bringen, lancieren
start, begin, began, begun | commencer, débuter, démarrer, entamer | beginnen, begann, begonnen, starten, an~fangen, anfing, angefangen
end, finish | finir, terminer, achever, cesser | enden, beenden, ab~schließen
stop, halt | arrêter, stopper, cesser, interrompre | stoppen, an~halten, ein~stellen, auf~hören
suspend, pause | suspendre, suspendu, suspend | aus~setzen, unterbrechen, pausieren, suspendieren
cancel | annuler, abandonner | ab~sagen, streichen, gestrichen, stornieren
postpone, delay | reporter, retarder, repousser, différer, ajourner | verschieben, verschob, verschoben, verzögern, vertagen
continue | continuer, poursuivre, poursuivi, poursuit | fort~setzen, weiter~führen, fort~fahren
remain, stay | rester, demeurer | bleiben, blieb, geblieben
become, became | devenir, devient, devenu | werden
change | changer, modifier, évoluer | ändern, verändern, wandeln
replace | remplacer | ersetzen, ab~lösen, aus~tauschen
reform | réformer | reformieren
improve | améliorer | verbessern
strengthen, reinforce | renforcer, consolider | stärken, verstärken, festigen
weaken | affaiblir, affaibli | schwächen
increase, raise, rise, rose, grow, grew | augmenter, accroître, accru, croître, relever, hausser, progresser | erhöhen, steigen, stieg, gestiegen, steigern, an~heben, wachsen, zu~nehmen
grow, grew, grown | croître, grandir, progresser, grossir | wachsen, wuchs, gewachsen
double | doubler | verdoppeln
triple | tripler | verdreifachen
reduce, cut, lower, decrease | réduire, réduit, diminuer, baisser, abaisser | senken, reduzieren, verringern, kürzen, ab~bauen, vermindern
fall, fell, drop, decline | baisser, chuter, tomber, reculer | fallen, fiel, gefallen, sinken, sank, gesunken, zurück~gehen
limit, restrict, curb | limiter, restreindre, restreint, encadrer | begrenzen, beschränken, ein~schränken
ban, prohibit, forbid | interdire, interdit, bannir, prohiber | verbieten, verbot, verboten, untersagen
block | bloquer | blockieren, sperren
allow, permit, authorise, authorize | permettre, permis, permet, autoriser | erlauben, gestatten, zu~lassen, ermöglichen
enable | permettre, permis, permet | ermöglichen
approve, adopt, pass | approuver, adopter, valider, voter | genehmigen, billigen, verabschieden, an~nehmen, zu~stimmen
adopt | adopter | verabschieden, an~nehmen, annahm, angenommen
vote | voter | stimmen, ab~stimmen, wählen
elect | élire, élu | wählen
sign | signer | unterzeichnen, unterschreiben, unterschrieb, unterschrieben
ratify | ratifier | ratifizieren
publish, release | publier, diffuser, paraître | veröffentlichen, publizieren, heraus~geben
present, unveil, introduce | présenter, dévoiler | vor~stellen, präsentieren, vorgestellt
show, showed, shown | montrer, démontrer, indiquer | zeigen
reveal, disclose | révéler, dévoiler, divulguer | enthüllen, offenbaren, offen~legen, verraten
hide, conceal | cacher, dissimuler | verbergen, verstecken, verheimlichen
buy, bought, acquire, purchase | acheter, acquérir, acquis, racheter | kaufen, erwerben, erwarb, erworben, übernehmen
acquire, take over | acquérir, racheter, reprendre | übernehmen, übernahm, übernommen, erwerben
sell, sold | vendre, vend, vendu, céder | verkaufen, veräußern
pay, paid | payer, verser, régler | zahlen, bezahlen
spend, spent | dépenser, consacrer | aus~geben, ausgab, ausgegeben, auf~wenden
cost | coûter | kosten
earn, make | gagner | verdienen
invest | investir, investi, placer | investieren, an~legen
fund, finance | financer, subventionner | finanzieren, fördern
support, back | soutenir, soutient, soutenu, appuyer | unterstützen, fördern
subsidise, subsidize | subventionner | subventionieren, fördern
promote, foster | promouvoir, promu, favoriser, encourager | fördern, begünstigen
encourage | encourager, inciter | ermutigen, an~regen
help, assist | aider, assister | helfen, hilft, half, geholfen
save | sauver, économiser, épargner | retten, sparen, ein~sparen
lose, lost | perdre, perd, perdu | verlieren, verlor, verloren
win, won | gagner, remporter | gewinnen, gewann, gewonnen
lead, led | diriger, mener, conduire | führen, leiten, an~führen
manage | gérer, diriger | verwalten, leiten, managen
control | contrôler, maîtriser | kontrollieren, beherrschen, steuern
own | posséder, détenir, détient | besitzen, besaß, gehören
hold, held | détenir, détient, tenir, tient, tenu | halten, hält, hielt, gehalten
operate, run | exploiter, opérer, faire fonctionner, gérer | betreiben, betrieb, betrieben
host | héberger, accueillir | beherbergen, hosten, aus~richten
store | stocker, conserver, héberger | speichern, lagern, auf~bewahren
process | traiter | verarbeiten, bearbeiten
transfer | transférer | übertragen, übermitteln, überführen
share | partager | teilen
send, sent | envoyer, expédier | senden, schicken, versenden
receive | recevoir, reçu, reçoit, obtenir | erhalten, erhielt, bekommen, bekam, empfangen
get, obtain | obtenir, obtient, obtenu, recevoir | bekommen, bekam, erhalten, erhielt
give, gave, given, grant | donner, accorder, octroyer | geben, gibt, gab, gegeben, gewähren
provide, supply, offer | fournir, fourni, offrir, offert, livrer, proposer | an~bieten, bieten, liefern, bereit~stellen, anbot, angeboten
deliver | livrer, fournir | liefern, aus~liefern
produce, manufacture | produire, produit, fabriquer | produzieren, herstellen, her~stellen, erzeugen, fertigen
make, made | faire, fait, fabriquer, rendre | machen, her~stellen
export | exporter | exportieren, aus~führen
import | importer | importieren, ein~führen
rely, depend | dépendre, dépend, reposer, s'appuyer | verlassen, ab~hängen, setzen, an~gewiesen
depend | dépendre, dépend, dépendu | ab~hängen, abhing
protect | protéger, préserver | schützen
defend | défendre, défend, défendu | verteidigen
secure, ensure, guarantee | garantir, garanti, assurer, sécuriser | sichern, sicher~stellen, gewährleisten, garantieren
threaten | menacer | bedrohen, drohen
attack | attaquer | an~greifen, angriff, angegriffen
spy | espionner | ausspionieren, aus~spionieren, spionieren
hack | pirater | hacken
leak | fuiter, divulguer | durchsickern, durch~stechen
monitor, supervise, oversee | surveiller, superviser, contrôler | überwachen, beaufsichtigen
investigate, examine | enquêter, examiner | untersuchen, ermitteln, prüfen
check, verify, review | vérifier, contrôler, examiner | prüfen, überprüfen, kontrollieren
test | tester, essayer | testen, prüfen, erproben
measure | mesurer | messen, gemessen
assess, evaluate, judge | évaluer, juger, apprécier | bewerten, beurteilen, ein~schätzen
consider | considérer, envisager, examiner | erwägen, betrachten, in Betracht ziehen
compare | comparer | vergleichen, verglich, verglichen
analyse, analyze | analyser | analysieren
study | étudier | untersuchen, studieren
know, knew, known | savoir, sait, su, connaître, connaît, connu | wissen, weiß, wusste, kennen, kannte, bekannt
learn | apprendre, appris, apprend | lernen, erfahren
understand | comprendre, compris, comprend | verstehen, verstand, verstanden
see, saw, seen | voir, vu, voit | sehen, sieht, sah, gesehen
find, found | trouver, constater | finden, fand, gefunden
search, seek, look for | chercher, rechercher | suchen
choose, chose, chosen, pick, select | choisir, choisi, sélectionner, retenir, retenu | wählen, aus~wählen, aussuchen, entscheiden
appoint, name | nommer, désigner | ernennen, ernannte, ernannt, berufen
resign, quit | démissionner, quitter | zurück~treten, zurücktrat, zurückgetreten
leave, left | quitter, partir, laisser | verlassen, verließ, gehen
join | rejoindre, rejoint, adhérer, intégrer | bei~treten, beitrat, beigetreten, an~schließen
meet, met | rencontrer, réunir, réuni | treffen, trifft, traf, getroffen
travel, visit | voyager, visiter, se rendre | reisen, besuchen
attend | assister, participer | teil~nehmen, besuchen
participate, take part | participer | teil~nehmen, teilnahm, teilgenommen, beteiligen
organise, organize | organiser | organisieren, veranstalten
cooperate, collaborate, partner | coopérer, collaborer, s'associer | zusammen~arbeiten, kooperieren
work | travailler, œuvrer | arbeiten
employ, hire, recruit | employer, embaucher, recruter | beschäftigen, ein~stellen, an~stellen
terminate, end | résilier, dénoncer | kündigen, auf~kündigen
dismiss, fire, lay off | licencier, renvoyer, limoger | entlassen, entließ, kündigen, feuern
train | entraîner, former | trainieren, aus~bilden, schulen
teach | enseigner, apprendre | lehren, unterrichten
strike | faire grève | streiken
protest, demonstrate | protester, manifester | protestieren, demonstrieren
sue | poursuivre, porter plainte, assigner | verklagen, klagen
fine, penalise | sanctionner, condamner | bestrafen
punish, sanction | punir, puni, sanctionner | bestrafen, sanktionieren, ahnden
accuse | accuser | beschuldigen, vor~werfen, vorwarf, vorgeworfen
arrest | arrêter, interpeller | verhaften, fest~nehmen, festgenommen
judge, rule | juger, statuer | urteilen, entscheiden
comply, obey, respect | respecter, se conformer, conformer | ein~halten, befolgen, erfüllen
violate, breach, infringe | violer, enfreindre, enfreint | verletzen, verstoßen, verstieß
enforce, apply | appliquer, faire respecter | durch~setzen, an~wenden, vollstrecken
implement | mettre en œuvre, appliquer, transposer | um~setzen, umgesetzt, ein~führen
regulate | réguler, réglementer, encadrer | regulieren, regeln
enter into force, take effect | entrer en vigueur | in Kraft treten, in Kraft
apply for | postuler, candidater, demander | bewerben, beantragen
award | attribuer, décerner | vergeben, verleihen, zu~schlagen
collect, gather | collecter, recueillir, recueilli, rassembler | sammeln, erheben, erhob
raise, collect | lever, réunir | ein~sammeln, auf~bringen
affect, hit | affecter, toucher, frapper | betreffen, betrifft, betroffen, treffen
cause | causer, provoquer, entraîner | verursachen, aus~lösen, führen
prevent, avoid | empêcher, éviter, prévenir | verhindern, vermeiden, vermied, vermieden
solve, resolve | résoudre, résolu | lösen
fail | échouer | scheitern
succeed | réussir, réussi, succéder | gelingen, gelang, nach~folgen
face | affronter, faire face | konfrontieren, gegenüberstehen
fight | lutter, combattre | kämpfen, bekämpfen
compete | concurrencer, rivaliser | konkurrieren, wetteifern
dominate | dominer | dominieren, beherrschen
expand, extend | étendre, étend, étendu, élargir, élargi, agrandir | aus~weiten, erweitern, aus~bauen, aus~dehnen, expandieren
move, relocate | déplacer, déménager, transférer, délocaliser | verlagern, um~ziehen, verlegen
migrate, switch | migrer, basculer, passer | wechseln, migrieren, um~steigen
abandon, give up | abandonner, renoncer | auf~geben, aufgab, aufgegeben, verzichten
withdraw | retirer | zurück~ziehen, zurückzog, zurückgezogen
merge | fusionner | fusionieren, zusammen~schließen
own up, blame | reprocher, blâmer | vorwerfen, verantwortlich machen
deploy | déployer | ein~setzen, bereit~stellen, aus~rollen
install | installer | installieren
connect | connecter, relier, raccorder | verbinden, verband, verbunden, an~schließen
power | alimenter | versorgen, betreiben
consume | consommer | verbrauchen
generate | générer, produire | erzeugen, generieren
recycle | recycler | recyceln, wieder~verwerten
cool | refroidir, refroidi | kühlen
heat | chauffer | heizen
contain, include | contenir, contient, inclure, inclut, comprendre, comporter | enthalten, enthält, umfassen, beinhalten
belong | appartenir, appartient | gehören
exist | exister | bestehen, existieren
happen, occur | se passer, arriver, se produire, survenir | passieren, geschehen, geschah, ereignen
last | durer | dauern
take, took, taken | prendre, pris, prend | nehmen, nimmt, nahm, genommen
bring, brought | apporter, amener | bringen, brachte, gebracht
put, set | mettre, mis, placer | stellen, setzen, legen
come, came | venir, vient, venu, arriver | kommen, kam, gekommen
go, went, gone | aller, va, vont | gehen, ging, gegangen
return | revenir, retourner, rentrer | zurück~kehren
live | vivre, vit, habiter | leben, wohnen
die, died | mourir, mort, décéder | sterben, starb, gestorben
kill | tuer | töten
serve | servir, sert, servi | dienen, bedienen
treat | traiter | behandeln
replace, succeed | remplacer, succéder | ersetzen, nach~folgen
transform | transformer | um~wandeln, verwandeln, transformieren
digitise, digitalise, digitize | numériser | digitalisieren
encrypt | chiffrer, crypter | verschlüsseln
certify | certifier | zertifizieren
classify | classer, classifier | ein~stufen, klassifizieren
label | étiqueter, labelliser | kennzeichnen
translate | traduire, traduit | übersetzen
design | concevoir, conçu, conçoit | entwerfen, entwarf, entworfen, gestalten, konzipieren
test, pilot | expérimenter | erproben
lack | manquer | fehlen, mangeln
miss | manquer, rater | verfehlen, verpassen
reach, achieve | atteindre, atteint, parvenir | erreichen
exceed | dépasser, excéder | übersteigen, überschreiten, übertreffen
represent | représenter | vertreten, vertritt, dar~stellen
concern | concerner | betreffen, betrifft
cover | couvrir, couvert, couvre | decken, ab~decken
contribute | contribuer | bei~tragen, beitrug
participate, invest | participer | beteiligen
borrow | emprunter | leihen, aus~leihen
lend | prêter | leihen, verleihen
owe | devoir | schulden
tax | taxer, imposer | besteuern
refund, reimburse | rembourser | erstatten, zurück~zahlen
rent, lease | louer | mieten, pachten, vermieten
link | lier, relier | verknüpfen, verbinden
question | interroger, remettre en cause, questionner | in Frage stellen, hinterfragen, befragen
oppose | opposer, s'opposer | ablehnen, widersetzen, gegen~halten
justify | justifier | rechtfertigen, begründen
prepare | préparer | vor~bereiten
order | commander, ordonner | bestellen, an~ordnen
prefer | préférer | bevorzugen, vor~ziehen
prove, demonstrate | prouver, démontrer | beweisen, bewies, bewiesen, belegen, nach~weisen
trust | faire confiance | vertrauen
complain | se plaindre, plaindre | beschweren, beklagen
regret | regretter | bedauern
celebrate | célébrer, fêter | feiern
accelerate, speed up | accélérer | beschleunigen
slow, slow down | ralentir, ralenti | verlangsamen, bremsen
simplify | simplifier, alléger | vereinfachen
harmonise, harmonize | harmoniser | harmonisieren, vereinheitlichen
coordinate | coordonner | koordinieren, ab~stimmen
exclude | exclure, exclu | aus~schließen, ausschloss, ausgeschlossen
differ | différer | unterscheiden
`;
