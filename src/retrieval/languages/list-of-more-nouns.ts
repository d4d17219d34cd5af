/** More nouns of news, and a few verbs that only news needs in its nouns: English | French | German. */
export const MORE_NOUNS = `
text, bill | texte | Text
constitutional council | Conseil constitutionnel | Verfassungsrat
constitutional court | Cour constitutionnelle | Verfassungsgericht
secret services, intelligence | services secrets, renseignement | Geheimdienste
consumer products | produits grand public, produit de consommation | Verbraucherprodukt
post, contribution | message, publication, contribution | Beitrag, Beiträge
settlement, colony | colonie | Siedlung, Kolonie
diplomacy, foreign ministry | diplomatie | Diplomatie, Außenpolitik
earthquake toll, death toll | bilan, nombre de morts | Opferzahl, Todesopfer
sentence, punishment | peine | Strafe
hearing | audience, audition | Anhörung, Verhandlung
extradition | extradition | Auslieferung
request for extradition, extradition request | demande d'extradition | Auslieferungsersuchen
prisoner of war | prisonnier de guerre | Kriegsgefangener, Kriegsgefangene
tourism | tourisme | Tourismus
extension, plug-in | extension, module | Erweiterung
developer | développeur | Entwickler
code | code | Code
stand, booth | stand | Stand, Messestand
ticket, card | carte, billet | Karte, Eintrittskarte
lecture, talk | conférence, exposé | Vortrag
motto | devise | Motto
edit button | bouton de modification | Bearbeitungsfunktion
button | bouton | Knopf, Schaltfläche
atrocity | atrocité | Gräueltat
coal ban | interdiction du charbon | Kohleverbot
pesticide | pesticide | Pestizid
airport authority | aéroports | Flughafenbehörde
schedule, timetable, calendar | calendrier, horaire, échéancier | Zeitplan, Kalender, Terminplan
essay | dissertation, rédaction, essai | Aufsatz, Aufsätze, Essay
relocation, move | déménagement, transfert | Umzug, Verlagerung
switch, changeover, conversion, move | bascule, passage, transition, conversion | Umstellung, Wechsel, Umstieg
transition | transition | Übergang, Wandel
deletion, removal | suppression, effacement | Löschung, Entfernung
job cuts, redundancies | suppression d'emplois, suppressions de postes, licenciement | Stellenabbau, Abbau von Stellen, Stellenstreichung, Entlassung
dismantling, reduction | démantèlement, réduction | Abbau, Rückbau
bidder | candidat, soumissionnaire, enchérisseur | Bieter, Bewerber
bid, offer | offre | Gebot, Angebot
buyer, purchaser | acheteur, acquéreur, repreneur | Käufer, Erwerber
seller | vendeur | Verkäufer
owner, owned | propriétaire | Eigentümer, Besitzer, Inhaber
home, house, homes | foyer, logement, maison | Heim, Haushalt, Wohnung
taxpayer | contribuable | Steuerzahler
federation, league | fédération, ligue | Bund, Verband
pupil, student | élève | Schüler, Schülerin
childcare, kindergarten | crèche, maternelle | Kita, Kindergarten
class, lesson | classe, cours | Klasse, Unterricht
language, tongue | langue | Sprache
linguist | linguiste | Sprachwissenschaftler, Linguist
mathematics | mathématiques | Mathematik
diary | journal intime | Tagebuch
telephone, phone | téléphone | Telefon, Handy
timetable, train schedule | horaires | Fahrplan
counter, desk | guichet, comptoir | Schalter
connection | connexion, correspondance, raccordement | Anschluss, Verbindung
answer, information | réponse, renseignement | Auskunft, Antwort
passenger association | association d'usagers | Fahrgastverband
insolvency, bankruptcy | faillite, insolvabilité, dépôt de bilan | Insolvenz, Konkurs, Pleite
insolvent, bankrupt | en faillite, insolvable | insolvent, pleite, zahlungsunfähig
receiver, administrator | administrateur judiciaire, liquidateur | Insolvenzverwalter
mining | exploitation minière, extraction | Bergbau
cell | cellule | Zelle
salt | sel | Salz
pollution | pollution | Verschmutzung
guarantee | garantie | Garantie, Bürgschaft
state guarantee | garantie de l'État | Staatsgarantie
finger print, fingerprint | empreinte digitale, empreinte | Fingerabdruck, Fingerabdrücke
camera | caméra | Kamera
passport | passeport | Pass, Reisepass
orbit | orbite | Umlaufbahn, Orbit
astronomer | astronome | Astronom
countryside | campagne | Land
terminal | terminal, terminaux | Terminal
antenna | antenne | Antenne
network | réseau | Netz, Netzwerk
click | clic | Klick
publisher | éditeur | Verlag, Herausgeber
poetry | poésie | Dichtung, Lyrik
poem | poème | Gedicht
joke | blague | Witz
song | chanson | Lied
recipe | recette | Rezept
weather | météo, temps | Wetter
stadium | stade | Stadion
metro, underground | métro | U-Bahn, Metro
tram | tramway | Straßenbahn
museum | musée | Museum
theatre | théâtre | Theater
port authority | autorité portuaire, port | Hafenbehörde
dock worker, port worker | docker, travailleur portuaire | Hafenarbeiter
worker | travailleur, ouvrier | Arbeiter, Beschäftigter
power supply, power source | alimentation électrique | Stromversorgung
hydropower | hydroélectricité, énergie hydraulique | Wasserkraft
pension fund | fonds de pension | Pensionsfonds
foundation, trust | fondation | Stiftung
association, society | association | Verein, Vereinigung, Verband
lawsuit, complaint | plainte, recours, action en justice | Klage
appeal, legal action | recours | Berufung, Einspruch, Beschwerde
administrative court | tribunal administratif | Verwaltungsgericht
supreme court | cour suprême | oberstes Gericht, Oberster Gerichtshof
prosecutor | procureur, parquet | Staatsanwalt, Staatsanwaltschaft
defendant | accusé, prévenu | Angeklagter, Angeklagte
suspect | suspect | Verdächtiger
law firm | cabinet d'avocats | Kanzlei
council member, councillor | conseiller municipal | Stadtrat, Ratsmitglied, Gemeinderat
city council | conseil municipal | Stadtrat, Gemeinderat
works council, staff council | comité d'entreprise, représentants du personnel | Betriebsrat, Personalrat
supervisory board | conseil de surveillance | Aufsichtsrat
finance director, CFO | directeur financier, directrice financière | Finanzchef, Finanzvorstand, CFO
technology chief, CTO | directeur technique, directrice technique | Technikchef, Technikvorstand, CTO
digital officer, chief digital officer | directeur du numérique | Digitalchef, Digitalvorstand
government spokesman | porte-parole du gouvernement | Regierungssprecher
head of government | chef du gouvernement, cheffe du gouvernement | Regierungschef, Regierungschefin
head of state | chef de l'État | Staatsoberhaupt, Staatschef
Head of department | chef de service | Abteilungsleiter
delegation | délégation | Delegation
treaty change | modification du traité | Vertragsänderung
resolution | résolution | Resolution, Entschließung
amendment | amendement | Änderungsantrag, Änderung
draft | projet, brouillon | Entwurf
package | paquet | Paket
paper | papier, document | Papier
proposal, draft | proposition | Entwurf, Vorschlag
timeframe, period | période, délai | Zeitraum, Zeitrahmen, Frist
expiry | expiration, échéance | Ablauf
extension | prolongation, extension | Verlängerung, Erweiterung
renewal | renouvellement | Erneuerung, Verlängerung
termination, notice | résiliation, dénonciation | Kündigung
breach, violation | violation, infraction, manquement | Verstoß, Verletzung
abuse | abus | Missbrauch
monopoly | monopole | Monopol
dominance, supremacy | domination, suprématie | Dominanz, Vormachtstellung, Vorherrschaft
leadership | leadership, direction | Führung, Führungsrolle
pioneer | pionnier | Vorreiter, Pionier
role model, example | exemple, modèle | Vorbild
gap | écart, retard, lacune | Lücke, Rückstand
catching up, lag | retard, rattrapage | Rückstand, Aufholjagd
pressure | pression | Druck
tension | tension | Spannung
blackmail, coercion | chantage, coercition | Erpressung
retaliation | représailles, rétorsion | Vergeltung
boycott | boycott | Boykott
dispute, row | querelle, dispute, bras de fer | Streit, Zwist
scandal, affair | scandale, affaire | Skandal, Affäre
protest, demonstration | manifestation, protestation | Protest, Demonstration
petition | pétition | Petition
signature | signature | Unterschrift
ceremony | cérémonie | Zeremonie, Feier
anniversary | anniversaire | Jubiläum, Jahrestag
holiday | vacances, congé | Urlaub, Ferien
salary increase, pay rise | augmentation de salaire | Lohnerhöhung, Gehaltserhöhung
inflation | inflation | Inflation, Teuerung
recession | récession | Rezession
interest rate | taux d'intérêt | Zinssatz, Zins, Leitzins
bond | obligation, emprunt | Anleihe
dividend | dividende | Dividende
balance sheet | bilan | Bilanz
forecast, outlook | prévision, perspective | Prognose, Ausblick, Aussicht
estimate | estimation | Schätzung
statistics | statistique | Statistik
quarter result, quarterly figures | résultat trimestriel | Quartalszahlen, Quartalsergebnis
gross domestic product, GDP | produit intérieur brut, PIB | Bruttoinlandsprodukt, BIP
public debt | dette publique | Staatsverschuldung, Staatsschulden
deficit | déficit | Defizit
surplus | excédent | Überschuss
savings | économies, épargne | Einsparung, Ersparnis
subscription | abonnement | Abonnement, Abo
advertising | publicité | Werbung
retailer | détaillant, distributeur | Händler, Einzelhändler
shop, store | magasin, boutique | Geschäft, Laden
warehouse | entrepôt | Lager, Lagerhaus
logistics | logistique | Logistik
truck, lorry | camion | Lkw, Lastwagen
freight, cargo | fret, cargaison, marchandise | Fracht, Güter, Ladung
airline | compagnie aérienne | Fluggesellschaft, Airline
flight | vol | Flug
pilot | pilote | Pilot
driver | conducteur, chauffeur | Fahrer
nurse | infirmier, infirmière | Pfleger, Krankenschwester, Pflegekraft
medical record, patient record, health record | dossier médical, dossier patient | Krankenakte, Patientenakte, Gesundheitsakte
health insurance | assurance maladie | Krankenkasse, Krankenversicherung
insurance | assurance | Versicherung
insurer | assureur | Versicherer
pharmacy | pharmacie | Apotheke
surgery, operation | opération, chirurgie | Operation
night shift | garde de nuit | Nachtdienst, Nachtschicht
emergency | urgence | Notfall, Notlage
fire brigade | pompiers | Feuerwehr
soldier | soldat, militaire | Soldat
general | général | General
missile | missile | Rakete
tank | char | Panzer
navy | marine | Marine
air force | armée de l'air | Luftwaffe
nuclear weapon | arme nucléaire | Atomwaffe
ceasefire | cessez-le-feu, trêve | Waffenruhe, Waffenstillstand
sanctions | sanctions | Sanktionen
border control | contrôle aux frontières | Grenzkontrolle
asylum | asile | Asyl
visa | visa | Visum
nationality, citizenship | nationalité, citoyenneté | Staatsangehörigkeit, Staatsbürgerschaft
religion | religion | Religion
equality | égalité | Gleichheit, Gleichstellung
poverty | pauvreté | Armut
violence | violence | Gewalt
drug trafficking | trafic de drogue | Drogenhandel
murder | meurtre, assassinat | Mord
theft | vol | Diebstahl
investigator | enquêteur | Ermittler
witness | témoin | Zeuge
drought | sécheresse | Dürre, Trockenheit
heat wave | canicule, vague de chaleur | Hitzewelle
temperature | température | Temperatur
rain | pluie | Regen
snow | neige | Schnee
animal | animal, animaux | Tier
fish | poisson | Fisch
tree | arbre | Baum
field, land | champ, terre | Feld, Acker
wine | vin | Wein
bread | pain | Brot
milk | lait | Milch
meat | viande | Fleisch
factory hall, hall | halle, salle | Halle
roof | toit | Dach
wall | mur | Wand, Mauer
floor | étage, sol | Etage, Stockwerk, Boden
room | pièce, salle, chambre | Raum, Zimmer
land, plot | terrain | Grundstück, Gelände
neighbour | voisin | Nachbar
crowd, audience | foule, public | Menge, Publikum
viewer, spectator | spectateur | Zuschauer
listener | auditeur | Hörer
reader | lecteur | Leser
editor | rédacteur, rédactrice | Redakteur, Redakteurin
broadcaster, channel | chaîne, diffuseur | Sender, Rundfunk
magazine | magazine, revue | Magazin, Zeitschrift
programme, broadcast | émission | Sendung
winner | gagnant, vainqueur, lauréat | Gewinner, Sieger
loser | perdant | Verlierer
player | joueur, acteur | Spieler, Akteur
club | club | Verein, Klub
coach | entraîneur | Trainer
championship | championnat | Meisterschaft
goal scored | but | Tor
record | record | Rekord
first step, beginnings | premiers pas | Anfänge
milestone | jalon, étape | Meilenstein
breakthrough | percée | Durchbruch
prototype | prototype | Prototyp
patent office | office des brevets | Patentamt
dictionary | dictionnaire | Wörterbuch
voice | voix | Stimme
sound | son | Ton, Klang
screen | écran | Bildschirm
keyboard | clavier | Tastatur
printer | imprimante | Drucker
tablet | tablette | Tablet
cable | câble | Kabel
password | mot de passe | Passwort, Kennwort
account | compte | Konto
user account | compte utilisateur | Benutzerkonto
spam | pourriel, spam | Spam
file | fichier, dossier | Datei, Akte
folder | dossier | Ordner
archive | archive | Archiv
copy | copie | Kopie
version | version | Version, Fassung
update | mise à jour | Aktualisierung, Update
error, bug | erreur, bogue, bug | Fehler, Bug
download | téléchargement | Download
licence fee | redevance, frais de licence | Lizenzgebühr, Rundfunkbeitrag
maintenance | maintenance, entretien | Wartung, Instandhaltung
repair | réparation | Reparatur
spare part | pièce de rechange | Ersatzteil
component | composant | Bauteil, Komponente
assembly | assemblage, montage | Montage
machine tool | machine-outil | Werkzeugmaschine
chemical industry, chemicals | chimie, industrie chimique | Chemie, Chemieindustrie
pharmaceutical industry | industrie pharmaceutique | Pharmaindustrie
arms industry, defence industry | industrie de défense, industrie de l'armement | Rüstungsindustrie, Rüstung
steel plant, steelworks | aciérie | Stahlwerk
mine | mine | Mine, Bergwerk
refinery | raffinerie | Raffinerie
pipeline | gazoduc, oléoduc, pipeline | Pipeline
wind farm, wind turbine | parc éolien, éolienne | Windpark, Windrad
solar panel | panneau solaire | Solarmodul, Solaranlage
megawatt | mégawatt | Megawatt
megawatt hour, kilowatt hour | mégawattheure, kilowattheure | Megawattstunde, Kilowattstunde
tonne, ton | tonne | Tonne
kilometre | kilomètre | Kilometer
metre | mètre | Meter
square metre | mètre carré | Quadratmeter
hectare | hectare | Hektar
litre | litre | Liter
degree | degré, diplôme | Grad, Abschluss
`;
/** More verbs. */
export const MORE_VERBS = `
take place, be held | avoir lieu, se tenir, tenir, tient | statt~finden
stop, give up, quit | arrêter, cesser | auf~hören, hört
fit, suit, match | convenir, correspondre, adapter | passen, passt, entsprechen
come from, stem from | provenir, venir, originaire | stammen, her~kommen
edit, modify | modifier, éditer | bearbeiten, verändern
commit, undertake | s'engager, engager | verpflichten, zu~sagen
refer, bring before | saisir | an~rufen
vote against | voter contre | gegen stimmen, dagegen stimmen
impose | imposer | auf~erlegen, verhängen
apply, be in force | s'appliquer, valoir | gelten, gilt, galt
load, download | télécharger, charger | herunter~laden, heruntergeladen
bid, outbid | enchérir, surenchérir | bieten, mit~bieten
turn back | rebrousser chemin, faire demi-tour | um~kehren
charter | affréter | chartern
extradite | extrader | aus~liefern, ausgeliefert
face, risk | encourir, risquer | drohen
wear, carry | porter | tragen, trägt
advise | conseiller | raten, empfehlen
shut down, close | fermer | schließen, ab~schalten, ein~stellen
pick up, take up | reprendre | auf~nehmen, aufgreifen
file, submit, lodge | déposer, introduire, soumettre, soumis | ein~reichen, vor~legen
expire, run out | expirer, arriver à échéance, prendre fin | aus~laufen, ab~laufen, ausläuft, läuft
renew | renouveler, reconduire | erneuern, verlängern
extend, prolong | prolonger, étendre | verlängern
hand over, entrust | remettre, confier | übergeben, anvertrauen
bring back, repatriate | rapatrier | zurück~holen
reopen | rouvrir, rouvert, rouvrira | wieder~eröffnen, wiedereröffnen
hire, take on | embaucher, engager | ein~stellen, anwerben
delete, erase, remove | supprimer, effacer | löschen, entfernen
steer, chip in, contribute | contribuer, apporter | bei~steuern, bei~tragen
discharge, release | rejeter, déverser | ein~leiten, ab~leiten
belong to, own | appartenir, appartient, posséder | gehören
count, number | compter, dénombrer | zählen
calculate | calculer | berechnen, rechnen
reckon | compter, estimer | rechnen
heat, warm | chauffer | heizen, erwärmen, wärmen
shine, glow | briller | leuchten, glänzen
disappear | disparaître, disparu | verschwinden, verschwand
appear | apparaître, apparu, paraître | erscheinen, erschien, auftauchen
invent | inventer | erfinden, erfand
discover | découvrir, découvert | entdecken
improve, upgrade | améliorer, moderniser | verbessern, modernisieren
modernise | moderniser | modernisieren
upgrade | mettre à niveau | aufrüsten
merge, pool | mutualiser, regrouper | bündeln, zusammen~legen
split, separate | séparer, scinder | trennen, aufspalten
list, float | coter, introduire en bourse | notieren
award, grant | accorder, attribuer | gewähren, erteilen, vergeben
appeal | faire appel, déposer un recours | Berufung einlegen, anfechten
object | s'opposer, contester | widersprechen, beanstanden
contest, challenge | contester, attaquer | anfechten, bestreiten
consult | consulter | konsultieren, befragen
involve | impliquer, associer | beteiligen, ein~beziehen
inform | informer | informieren, unterrichten
invite | inviter | ein~laden, lädt
receive, welcome | accueillir, recevoir | empfangen, empfing
earn, gain | gagner | verdienen, gewinnen
compensate | compenser, indemniser, dédommager | entschädigen, aus~gleichen
save money | économiser | sparen, ein~sparen
waste | gaspiller | verschwenden
steal, stole, stolen | voler, dérober | stehlen, stahl, gestohlen
break, broke | casser, rompre, rompu | brechen, brach, gebrochen
repair, fix | réparer | reparieren, beheben
crash, collapse | s'effondrer, s'écraser | ab~stürzen, ein~brechen, zusammenbrechen
fly, flew | voler | fliegen, flog, geflogen
drive, drove | conduire, conduit | fahren, fährt, fuhr
walk | marcher | gehen, laufen
watch | regarder | schauen, an~sehen
listen, hear | écouter, entendre, entendu | hören, zu~hören
read | lire, lu | lesen, liest, las, gelesen
eat | manger | essen, isst
drink | boire | trinken
sleep | dormir | schlafen
play | jouer | spielen
sing | chanter | singen, sang
born | né, naître | geboren
marry | épouser, marier | heiraten
rescue | secourir, sauver | retten
flee | fuir | fliehen, floh
shoot | tirer | schießen, schoss
bomb | bombarder | bombardieren
invade | envahir | ein~marschieren, überfallen
occupy | occuper | besetzen
deport | expulser | ab~schieben
sentence, convict | condamner | verurteilen
charge, indict | inculper, mettre en examen, accuser | an~klagen
acquit | acquitter | frei~sprechen
seize, confiscate | saisir, confisquer | beschlagnahmen
search, raid | perquisitionner, fouiller | durchsuchen
turn off, switch off, disconnect | couper, débrancher, éteindre | ab~schalten, aus~schalten
turn on, switch on | allumer, activer | ein~schalten, an~schalten
connect to, plug in | brancher | an~schließen
log in | se connecter | an~melden
download | télécharger | herunter~laden
click | cliquer | klicken
program, code | programmer, coder | programmieren
copy | copier | kopieren
publish online, post | poster, mettre en ligne | posten
censor | censurer | zensieren
influence | influencer | beeinflussen
convince | convaincre, convaincu | überzeugen
surprise | surprendre, surpris | überraschen
worry, concern | inquiéter, préoccuper | beunruhigen, sorgen
disappoint | décevoir, déçu | enttäuschen
thank | remercier | danken
apologise | s'excuser | entschuldigen
ignore | ignorer | ignorieren
forget | oublier | vergessen, vergaß
remember, recall | se souvenir, rappeler | erinnern
succeed in, manage to | réussir, parvenir | schaffen, gelingen
risk | risquer | riskieren
bet, wager, focus | miser, parier | setzen, wetten
rely on | s'appuyer, compter sur, miser | setzen, bauen, verlassen
lack behind, lag | accuser un retard | hinterher~hinken, zurück~liegen
catch up | rattraper | auf~holen
exist, be located | se trouver, situer, se situer | befinden, liegen, lag, stehen, steht
be worth, value | valoir, vaut, valait, représenter | wert sein, wert
amount to | s'élever, élever, atteindre, représenter | betragen, beträgt, betrug, belaufen
concern, affect | concerner, toucher | betreffen, betrifft
range | aller de | reichen
sink | couler | sinken
rent out | louer | vermieten
double, increase twofold | doubler | verdoppeln
halve | diviser par deux | halbieren
withstand | résister | standhalten
`;
