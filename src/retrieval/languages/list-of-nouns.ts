/** Nouns of news and policy: English | French | German, other words for the same after commas, the plainest first. */
export const NOUNS = `
company, firm, business, enterprise | entreprise, société, compagnie, firme | Unternehmen, Firma, Firmen, Konzern, Gesellschaft, Betrieb
group | groupe | Gruppe, Konzern
subsidiary | filiale | Tochter, Tochtergesellschaft, Tochterunternehmen
vendor, supplier, provider | fournisseur, prestataire, éditeur | Anbieter, Lieferant, Zulieferer
operator | opérateur, exploitant | Betreiber
manufacturer, maker | fabricant, constructeur | Hersteller, Produzent
customer, client | client, clientèle | Kunde, Kunden, Kundin, Kundschaft, Auftraggeber
user | utilisateur, usager | Nutzer, Nutzerin, Anwender, Benutzer
consumer | consommateur | Verbraucher, Konsument
competitor, rival | concurrent, rival | Konkurrent, Wettbewerber, Rivale
partner | partenaire | Partner
partnership, cooperation, collaboration | partenariat, coopération, collaboration | Partnerschaft, Kooperation, Zusammenarbeit
start-up, startup | start-up, startup, jeune pousse | Start-up, Startup, Jungunternehmen
small business, SME, SMEs | PME, petite entreprise | Mittelstand, KMU, Kleinunternehmen
industry, sector | industrie, secteur, branche, filière | Industrie, Branche, Sektor
economy | économie | Wirtschaft, Konjunktur, Volkswirtschaft
market | marché | Markt
internal market, single market | marché unique, marché intérieur | Binnenmarkt
market share | part de marché | Marktanteil
competition | concurrence, compétition | Wettbewerb, Konkurrenz
competitiveness | compétitivité | Wettbewerbsfähigkeit
growth | croissance | Wachstum
trade | commerce, échange | Handel
export | exportation, export | Export, Ausfuhr
import | importation, import | Import, Einfuhr
tariff, duty | droit de douane, tarif douanier, tarif | Zoll, Zölle
supply chain | chaîne d'approvisionnement, chaîne logistique | Lieferkette
supply | approvisionnement, fourniture, offre | Versorgung, Angebot, Lieferung
demand | demande | Nachfrage, Forderung
delivery | livraison | Lieferung, Auslieferung
product | produit | Produkt, Erzeugnis
service | service, prestation | Dienst, Dienstleistung, Dienste
offer, offering | offre | Angebot
price | prix, tarif | Preis
cost, expense, price | coût, prix, frais, dépense | Kosten, Preis, Aufwand
spending, expenditure, expense | dépense | Ausgabe, Ausgaben
money, funds | argent, fonds | Geld, Gelder, Mittel
fund | fonds | Fonds
funding, financing | financement | Finanzierung, Förderung
subsidy, aid, grant | subvention, aide | Subvention, Förderung, Beihilfe, Zuschuss
investment | investissement, placement | Investition, Investitionen, Anlage
investor | investisseur | Investor, Anleger, Geldgeber
capital | capital, capitaux | Kapital
shareholder | actionnaire | Aktionär, Anteilseigner, Gesellschafter
share, stake | part, participation, action | Anteil, Beteiligung, Aktie
share, proportion | part, proportion, pourcentage | Anteil
percentage, percent, per cent | pourcentage, pour cent | Prozent, Prozentsatz
stock exchange | bourse | Börse
bank | banque | Bank
loan, credit | prêt, crédit, emprunt | Kredit, Darlehen
debt | dette, endettement | Schuld, Schulden, Verschuldung
tax | impôt, taxe | Steuer, Abgabe
budget | budget | Budget, Haushalt, Etat
revenue, turnover, sales | chiffre d'affaires, recettes, revenu, ventes | Umsatz, Einnahmen, Erlös
profit, earnings | bénéfice, profit, gain | Gewinn, Profit, Ertrag
loss | perte | Verlust
sum, amount | somme, montant | Summe, Betrag
salary, wage, pay | salaire, rémunération | Gehalt, Lohn
income | revenu | Einkommen
fee, charge | frais, redevance | Gebühr, Entgelt
fine, penalty | amende, pénalité, sanction | Geldbuße, Bußgeld, Strafe, Geldstrafe
bonus | prime, bonus | Bonus, Prämie
contract | contrat, marché | Vertrag, Auftrag
deal, agreement | accord, entente, contrat | Abkommen, Vereinbarung, Einigung, Vertrag
treaty | traité | Vertrag, Staatsvertrag
tender, call for tenders | appel d'offres | Ausschreibung
public procurement, procurement | marché public, commande publique, marchés publics, achats publics | Vergabe, Beschaffung, öffentliche Beschaffung, Auftragsvergabe
order | commande, ordre | Bestellung, Auftrag, Anordnung
purchase, acquisition | achat, acquisition, rachat | Kauf, Erwerb, Übernahme
takeover, acquisition | rachat, reprise, acquisition | Übernahme
merger | fusion | Fusion, Zusammenschluss
sale | vente, cession | Verkauf
licence, license | licence | Lizenz
permit, authorisation, approval | autorisation, permis, agrément | Genehmigung, Erlaubnis, Zulassung
patent | brevet | Patent
brand | marque | Marke
headquarters, seat | siège | Sitz, Hauptsitz, Zentrale, Firmensitz
office | bureau | Büro, Amt
factory, plant | usine, fabrique | Fabrik, Werk, Anlage
site, location | site, emplacement, lieu | Standort, Ort, Gelände
job | emploi, poste | Arbeitsplatz, Stelle, Arbeitsplätze, Job
employee, staff, worker | employé, salarié, collaborateur, personnel, effectif | Mitarbeiter, Beschäftigte, Angestellte, Arbeitnehmer, Belegschaft, Personal
workforce | main-d'œuvre, effectif | Belegschaft, Arbeitskräfte
skill | compétence | Fähigkeit, Kompetenz, Fachkenntnis
talent | talent | Talent, Fachkraft, Fachkräfte
training | formation, entraînement | Ausbildung, Schulung, Training
unemployment | chômage | Arbeitslosigkeit
union, trade union | syndicat | Gewerkschaft
strike | grève | Streik
pension, retirement | retraite, pension | Rente, Pension
team | équipe | Team, Mannschaft
head, boss, chief | chef, patron, dirigeant, tête | Chef, Chefin, Leiter, Leiterin
CEO, chief executive | PDG, directeur général, directrice générale, patron | Vorstandschef, Geschäftsführer, Geschäftsführerin, Vorstandsvorsitzende, Konzernchef, Firmenchef, CEO
chairman, chairwoman, chair | président, présidente | Vorsitzende, Vorsitzender, Aufsichtsratschef
board | conseil d'administration, directoire | Vorstand, Aufsichtsrat, Verwaltungsrat
founder | fondateur, fondatrice, cofondateur | Gründer, Gründerin, Mitgründer
director | directeur, directrice | Direktor, Direktorin, Leiter
manager, executive | dirigeant, cadre, responsable, manager | Manager, Führungskraft
engineer | ingénieur | Ingenieur
analyst | analyste | Analyst, Analystin, Analysten
expert | expert, spécialiste | Experte, Experten, Expertin, Fachmann, Fachleute
researcher, scientist | chercheur, chercheuse, scientifique | Forscher, Forscherin, Wissenschaftler, Wissenschaftlerin
professor | professeur, professeure | Professor, Professorin
teacher | enseignant, professeur | Lehrer, Lehrerin
student | étudiant, élève | Student, Studierende, Schüler
lawyer | avocat, juriste | Anwalt, Jurist, Rechtsanwalt
judge | juge | Richter, Richterin
doctor | médecin, docteur | Arzt, Ärztin
patient | patient | Patient
journalist | journaliste | Journalist, Journalistin
spokesperson, spokesman, spokeswoman | porte-parole | Sprecher, Sprecherin, Regierungssprecher
official | responsable, fonctionnaire, officiel | Beamte, Beamter, Vertreter, Amtsträger, Regierungsvertreter
civil servant | fonctionnaire | Beamte, Beamter
politician | politicien, politique, élu | Politiker, Politikerin
minister | ministre | Minister, Ministerin
secretary of state | secrétaire d'État | Staatssekretär, Staatssekretärin
prime minister | premier ministre, première ministre | Ministerpräsident, Premierminister, Regierungschef
president | président, présidente | Präsident, Präsidentin
vice president | vice-président, vice-présidente | Vizepräsident, Vizepräsidentin
chancellor | chancelier, chancelière | Kanzler, Kanzlerin, Bundeskanzler
commissioner | commissaire | Kommissar, Kommissarin, EU-Kommissar, Beauftragte
mayor | maire | Bürgermeister, Bürgermeisterin, Oberbürgermeister
senator | sénateur, sénatrice | Senator, Senatorin
lawmaker, deputy, member of parliament | député, parlementaire, élu | Abgeordnete, Abgeordneter, Parlamentarier
member of the European Parliament, MEP | eurodéputé, député européen | Europaabgeordnete, EU-Abgeordnete, Europaabgeordneter
ambassador | ambassadeur | Botschafter
adviser, advisor | conseiller | Berater, Beraterin
delegate, representative | représentant, délégué | Vertreter, Repräsentant, Delegierte
leader | dirigeant, leader, chef | Anführer, Führer, Spitzenpolitiker, Chef
successor | successeur | Nachfolger, Nachfolgerin
predecessor | prédécesseur | Vorgänger, Vorgängerin
candidate | candidat | Kandidat, Kandidatin, Bewerber
citizen | citoyen | Bürger, Bürgerin, Staatsbürger
inhabitant, resident | habitant, résident | Einwohner, Bewohner
people | gens, personnes, peuple | Menschen, Leute, Volk
person | personne | Person, Mensch
man, men | homme | Mann, Männer
woman, women | femme | Frau
child, children | enfant | Kind, Kinder
family | famille | Familie
household | ménage, foyer | Haushalt
population | population | Bevölkerung
public | public, publique | Öffentlichkeit
society | société | Gesellschaft
member | membre | Mitglied
participant | participant | Teilnehmer
speaker | orateur, intervenant | Redner, Sprecher
critic | détracteur, critique | Kritiker
supporter | partisan, soutien | Befürworter, Unterstützer
opponent | opposant, adversaire | Gegner
author | auteur | Autor, Autorin, Verfasser
government | gouvernement | Regierung
administration | administration | Verwaltung, Administration
public administration | administration publique, secteur public | öffentliche Verwaltung, öffentlicher Dienst, öffentliche Hand
state | État | Staat, Bundesland
member state | État membre, pays membre | Mitgliedstaat, Mitgliedsstaat, Mitgliedsland
country, nation | pays, nation | Land, Länder, Staat, Nation
region | région | Region
city, town | ville | Stadt, Städte
municipality, local authority | commune, collectivité, municipalité | Gemeinde, Kommune
capital city, capital | capitale | Hauptstadt
village | village | Dorf
centre, center | centre | Zentrum, Center
area, field | domaine, zone | Bereich, Gebiet, Feld
place | lieu, endroit, place | Ort, Platz
border | frontière | Grenze
world | monde | Welt
continent | continent | Kontinent
parliament | parlement, assemblée | Parlament, Landtag
committee | comité, commission | Ausschuss, Komitee
commission | commission | Kommission
council | conseil | Rat, Gremium
ministry, department | ministère | Ministerium, Ressort
authority, agency | autorité, agence, administration | Behörde, Amt, Agentur, Aufsicht
regulator, supervisory authority | régulateur, autorité de contrôle, gendarme | Regulierer, Aufsichtsbehörde, Regulierungsbehörde, Aufsicht
court | tribunal, cour, justice | Gericht, Gerichtshof
police | police | Polizei
army, military | armée, militaire | Armee, Militär, Streitkräfte
police officer | policier | Polizist
embassy | ambassade | Botschaft
institution | institution | Institution, Einrichtung
institute | institut | Institut
organisation, organization | organisation, organisme | Organisation
association | association, fédération | Verband, Verein, Vereinigung
foundation | fondation | Stiftung
university | université | Universität, Hochschule
school | école, lycée | Schule
hospital | hôpital, clinique | Krankenhaus, Klinik, Spital
laboratory, lab | laboratoire, labo | Labor, Laboratorium
library | bibliothèque | Bibliothek
church | église | Kirche
party | parti | Partei
coalition | coalition | Koalition
opposition | opposition | Opposition
election | élection, scrutin | Wahl, Wahlen
vote | vote, voix, scrutin | Abstimmung, Stimme
majority | majorité | Mehrheit
minority | minorité | Minderheit
referendum | référendum | Referendum, Volksabstimmung
campaign | campagne | Kampagne, Wahlkampf
policy, politics | politique | Politik
strategy | stratégie | Strategie
plan | plan, projet | Plan, Vorhaben
project | projet, chantier | Projekt, Vorhaben, Bauvorhaben
programme, program | programme | Programm
initiative | initiative | Initiative
proposal | proposition | Vorschlag
measure | mesure | Maßnahme
reform | réforme | Reform
decision | décision | Entscheidung, Beschluss
law, act | loi, législation | Gesetz, Recht
legislation | législation | Gesetzgebung
bill, draft law | projet de loi, proposition de loi | Gesetzentwurf, Gesetzesentwurf, Entwurf
regulation, rule | règlement, régulation, réglementation | Verordnung, Regulierung, Vorschrift
directive | directive | Richtlinie
rule | règle | Regel, Vorschrift
obligation, duty | obligation, devoir | Pflicht, Verpflichtung
right | droit | Recht
prohibition, ban | interdiction | Verbot
restriction | restriction, limitation | Beschränkung, Einschränkung
exception, exemption | exception, dérogation, exemption | Ausnahme
requirement | exigence, obligation | Anforderung, Auflage
criterion, criteria | critère | Kriterium, Kriterien
standard | norme, standard | Norm, Standard
guideline | ligne directrice, consigne | Leitlinie, Richtlinie
framework | cadre | Rahmen, Rahmenbedingung
procedure | procédure | Verfahren
lawsuit, case | procès, plainte, affaire | Klage, Prozess, Fall
complaint | plainte, réclamation | Beschwerde, Klage
appeal | recours, appel | Berufung, Einspruch
judgment, ruling, verdict | jugement, arrêt, verdict | Urteil
investigation, inquiry, probe | enquête | Untersuchung, Ermittlung
evidence, proof | preuve | Beweis, Beleg, Nachweis
sanction | sanction | Sanktion
crime | crime, délit | Verbrechen, Straftat, Kriminalität
fraud | fraude, escroquerie | Betrug
corruption | corruption | Korruption
prison | prison | Gefängnis
war | guerre | Krieg
peace | paix | Frieden
conflict | conflit | Konflikt
crisis | crise | Krise
security | sécurité, sûreté | Sicherheit
defence, defense | défense | Verteidigung
weapon | arme | Waffe
threat | menace | Bedrohung, Drohung
danger | danger | Gefahr
risk | risque | Risiko, Risiken
attack | attaque, attentat | Angriff, Anschlag
protection | protection | Schutz
weakness | faiblesse | Schwäche
strength | force, atout | Stärke
power | pouvoir, puissance | Macht, Leistung, Kraft
influence | influence | Einfluss
interest | intérêt | Interesse
freedom, liberty | liberté | Freiheit
democracy | démocratie | Demokratie
value | valeur | Wert
trust, confidence | confiance | Vertrauen
transparency | transparence | Transparenz
responsibility | responsabilité | Verantwortung
accountability, liability | responsabilité | Haftung, Rechenschaft
discrimination | discrimination | Diskriminierung
problem, issue | problème, souci | Problem
difficulty | difficulté | Schwierigkeit
obstacle, barrier | obstacle, barrière, frein | Hindernis, Hürde, Barriere
challenge | défi, enjeu | Herausforderung
opportunity, chance | opportunité, chance, occasion | Chance, Gelegenheit, Möglichkeit
advantage, benefit | avantage, bénéfice | Vorteil, Nutzen
disadvantage, drawback | inconvénient, désavantage | Nachteil
solution | solution | Lösung
alternative | alternative | Alternative
reason, cause | raison, cause, motif | Grund, Gründe, Ursache
consequence, effect, impact | conséquence, effet, impact, répercussion | Folge, Auswirkung, Wirkung, Konsequenz
result, outcome | résultat | Ergebnis, Resultat
goal, aim, target, objective | objectif, but, cible | Ziel, Zielsetzung
purpose | but, objet, finalité | Zweck
condition | condition | Bedingung, Voraussetzung
advice | conseil, avis | Rat, Ratschlag, Beratung
view, opinion | avis, opinion, point de vue | Meinung, Ansicht, Sicht, Auffassung
position, stance | position | Haltung, Position, Standpunkt
statement | déclaration, propos | Erklärung, Aussage, Stellungnahme, Äußerung
comment | commentaire | Kommentar, Stellungnahme
reaction | réaction | Reaktion
criticism | critique | Kritik
warning | avertissement, mise en garde, alerte | Warnung, Mahnung
accusation, allegation | accusation, allégation | Vorwurf, Anschuldigung, Behauptung
promise, commitment | promesse, engagement | Versprechen, Zusage, Verpflichtung
concern, worry | inquiétude, préoccupation | Sorge, Bedenken, Befürchtung
fear | crainte, peur | Angst, Furcht, Befürchtung
hope | espoir | Hoffnung
debate, discussion | débat, discussion | Debatte, Diskussion
negotiation, talks | négociation, pourparlers | Verhandlung, Verhandlungen, Gespräch
meeting | réunion, rencontre | Treffen, Sitzung, Besprechung
conference | conférence | Konferenz, Tagung
press conference | conférence de presse | Pressekonferenz
summit | sommet | Gipfel, Gipfeltreffen
trade fair, fair | salon, foire | Messe, Fachmesse
event | événement, manifestation | Veranstaltung, Ereignis
visit | visite | Besuch
trip, journey | voyage, déplacement | Reise
speech | discours, allocution | Rede, Ansprache
interview | entretien, interview | Interview, Gespräch
letter | lettre, courrier | Brief, Schreiben
report | rapport, compte rendu | Bericht
study, survey | étude, enquête, sondage | Studie, Untersuchung, Umfrage
poll, survey | sondage | Umfrage
analysis | analyse | Analyse
research | recherche | Forschung, Recherche
article | article | Artikel, Beitrag
document | document | Dokument, Unterlage
source | source | Quelle
newspaper | journal, quotidien | Zeitung
press, media | presse, médias, média | Presse, Medien
news, message | nouvelle, actualité, information | Nachricht, Neuigkeit, Meldung
information | information, renseignement | Information, Auskunft
press release | communiqué, communiqué de presse | Pressemitteilung
announcement | annonce | Ankündigung, Bekanntgabe
publication | publication | Veröffentlichung, Publikation
book | livre | Buch, Bücher
number, figure | nombre, chiffre | Zahl, Anzahl, Ziffer
quantity | quantité | Menge
half | moitié, demi | Hälfte, halb
third | tiers | Drittel
quarter | quart, trimestre | Viertel, Quartal
dozen | douzaine | Dutzend
hundred | cent, centaine | hundert
thousand | mille, millier | tausend
million | million | Million, Millionen, Mio
billion | milliard, mrd | Milliarde, Milliarden, Mrd
trillion | billion | Billion, Billionen
average, mean | moyenne | Durchschnitt
total | total | Gesamtzahl, Gesamtsumme
rate | taux | Rate, Quote, Satz
increase, rise | hausse, augmentation, progression | Anstieg, Erhöhung, Zunahme, Steigerung
decrease, fall, decline | baisse, diminution, recul | Rückgang, Senkung, Abnahme
size | taille | Größe
length | longueur | Länge
duration, term | durée | Dauer, Laufzeit
distance | distance | Entfernung, Distanz
speed | vitesse | Geschwindigkeit, Tempo
level | niveau | Niveau, Ebene, Stufe
quality | qualité | Qualität
performance | performance | Leistung
capacity | capacité | Kapazität
list | liste | Liste
example | exemple | Beispiel
model | modèle | Modell
type, kind | type, sorte, genre | Art, Typ, Sorte
part | partie, part | Teil
piece | pièce, morceau | Stück
basis | base | Grundlage, Basis
role | rôle | Rolle
task, mission | tâche, mission | Aufgabe, Auftrag
way, path | voie, chemin, manière | Weg, Weise
step | étape, pas | Schritt
phase | phase | Phase
beginning, start | début, commencement, lancement | Beginn, Anfang, Start
end | fin | Ende
launch | lancement | Start, Einführung, Markteinführung
opening | ouverture, inauguration | Eröffnung, Öffnung
closure | fermeture | Schließung
delay | retard, délai | Verzögerung, Verspätung
deadline | date limite, échéance, délai | Frist, Stichtag
date | date | Datum, Termin
time | temps, moment | Zeit, Zeitpunkt
hour | heure | Stunde, Uhr
minute | minute | Minute
second | seconde | Sekunde
day | jour, journée | Tag
week | semaine | Woche
month | mois | Monat
year | an, année | Jahr
decade | décennie | Jahrzehnt
century | siècle | Jahrhundert
morning | matin, matinée | Morgen, Vormittag
evening | soir, soirée | Abend
night | nuit | Nacht
weekend | week-end, weekend | Wochenende
spring | printemps | Frühling, Frühjahr
summer | été | Sommer
autumn, fall | automne | Herbst
winter | hiver | Winter
past | passé | Vergangenheit
future | avenir, futur | Zukunft
history | histoire | Geschichte
development | développement, évolution | Entwicklung
change | changement, modification, évolution | Änderung, Veränderung, Wandel
progress | progrès, avancée | Fortschritt
success | succès, réussite | Erfolg
failure | échec, panne | Scheitern, Misserfolg, Ausfall
mistake, error | erreur, faute | Fehler
difference | différence, écart | Unterschied, Differenz
comparison | comparaison | Vergleich
relation, relationship | relation, rapport | Beziehung, Verhältnis
dependence, dependency | dépendance | Abhängigkeit
independence | indépendance | Unabhängigkeit
autonomy | autonomie | Autonomie
energy | énergie | Energie
electricity, power | électricité, courant | Strom, Elektrizität
electricity consumption, power consumption | consommation électrique, consommation d'électricité | Stromverbrauch
energy consumption | consommation d'énergie, consommation énergétique | Energieverbrauch
consumption | consommation | Verbrauch, Konsum
gas | gaz | Gas, Erdgas
oil | pétrole | Öl, Erdöl
coal | charbon | Kohle
nuclear power, nuclear energy | énergie nucléaire, nucléaire | Kernenergie, Atomkraft, Atomenergie
nuclear power plant | centrale nucléaire | Kernkraftwerk, Atomkraftwerk
power plant | centrale | Kraftwerk
grid, network | réseau | Netz, Netzwerk, Stromnetz
water | eau | Wasser
air | air | Luft
climate | climat | Klima
climate change | changement climatique, réchauffement climatique | Klimawandel
environment | environnement | Umwelt, Umgebung
emission | émission | Emission, Ausstoß
waste | déchet | Abfall, Müll
forest | forêt | Wald
sea | mer | Meer, See
river | fleuve, rivière | Fluss
soil, ground | sol | Boden
food | alimentation, nourriture, aliment | Lebensmittel, Nahrung, Essen
agriculture, farming | agriculture | Landwirtschaft
farmer | agriculteur, paysan | Landwirt, Bauer
health | santé | Gesundheit
disease, illness | maladie | Krankheit
vaccine | vaccin | Impfstoff
medicine, drug | médicament | Medikament, Arznei
treatment | traitement | Behandlung
education | éducation, enseignement | Bildung
culture | culture | Kultur
language | langue, langage | Sprache
music | musique | Musik
film, movie | film | Film
art | art | Kunst
sport | sport | Sport
game, match | jeu, match, partie | Spiel
transport | transport | Verkehr, Transport
traffic | circulation, trafic | Verkehr
car, vehicle | voiture, automobile, véhicule | Auto, Fahrzeug, Wagen, PKW
train | train | Zug, Bahn
railway, rail | chemin de fer, ferroviaire, rail | Eisenbahn, Bahn, Schiene
bus | bus, autobus | Bus
bicycle, bike | vélo, bicyclette | Fahrrad, Rad
ship, boat | navire, bateau | Schiff, Boot
ferry | ferry, traversier | Fähre
plane, aircraft | avion | Flugzeug
airport | aéroport | Flughafen
station | gare, station | Bahnhof, Station
port, harbour | port | Hafen
road, street | route, rue | Straße
bridge | pont | Brücke
tunnel | tunnel | Tunnel
line, route | ligne, itinéraire | Linie, Strecke
ticket | billet, ticket | Fahrkarte, Ticket
passenger | passager, voyageur | Passagier, Fahrgast, Fahrgäste, Reisende
tourist | touriste | Tourist
visitor | visiteur | Besucher
house | maison | Haus
building | bâtiment, immeuble | Gebäude
apartment, flat | appartement, logement | Wohnung
housing | logement | Wohnungsbau, Wohnraum
rent | loyer | Miete
construction | construction, chantier | Bau, Konstruktion
architect | architecte | Architekt
owner | propriétaire | Eigentümer, Besitzer, Inhaber
property, ownership | propriété | Eigentum, Besitz
space | espace | Raum, Weltraum
satellite | satellite | Satellit
rocket, launcher | fusée, lanceur | Rakete
science | science | Wissenschaft
technology | technologie, technique | Technologie, Technik
innovation | innovation | Innovation
invention | invention | Erfindung
machine | machine | Maschine
device | appareil, dispositif | Gerät
equipment | équipement, matériel | Ausrüstung, Ausstattung
material | matériau, matière | Material
raw material | matière première | Rohstoff
steel | acier | Stahl
battery | batterie, pile | Batterie, Akku
engine | moteur | Motor
robot | robot | Roboter
tool | outil | Werkzeug
system | système | System
infrastructure | infrastructure | Infrastruktur
access | accès | Zugang, Zugriff
distribution | distribution, répartition | Verteilung, Vertrieb
storage | stockage | Speicherung, Lagerung, Speicher
production | production | Produktion, Herstellung, Fertigung
management | gestion, direction | Verwaltung, Leitung, Management
implementation | mise en œuvre, application | Umsetzung, Anwendung
enforcement | application, exécution | Durchsetzung, Vollzug
supervision, oversight | supervision, surveillance, contrôle | Aufsicht, Überwachung
surveillance, monitoring | surveillance | Überwachung
control | contrôle, maîtrise | Kontrolle, Steuerung
test, trial | essai, test, épreuve | Test, Versuch, Prüfung
experiment | expérience, expérimentation | Experiment, Versuch
audit | audit | Audit, Prüfung
assessment, evaluation | évaluation, appréciation | Bewertung, Beurteilung, Einschätzung
accident | accident | Unfall
fire | incendie, feu | Feuer, Brand
flood | inondation, crue | Überschwemmung, Hochwasser
earthquake | séisme, tremblement de terre | Erdbeben
storm | tempête | Sturm
victim | victime | Opfer
death | mort, décès | Tod
birth | naissance | Geburt
life | vie | Leben
help | aide, assistance | Hilfe
rescue | sauvetage, secours | Rettung
refugee | réfugié | Flüchtling
migrant | migrant | Migrant
migration | migration, immigration | Migration, Zuwanderung
prize, award | prix, récompense | Preis, Auszeichnung
head office, base | siège, base | Zentrale, Standort
contractor | sous-traitant, entrepreneur | Auftragnehmer, Dienstleister
dispute | différend, litige, conflit | Streit, Streitigkeit
absence, lack | absence, manque | Fehlen, Mangel
shortage | pénurie, manque | Mangel, Knappheit, Engpass
use | utilisation, usage, emploi | Nutzung, Einsatz, Verwendung, Gebrauch
need | besoin | Bedarf, Bedürfnis
request | demande, requête | Anfrage, Antrag, Bitte
application | application, candidature | Anwendung, Bewerbung
choice | choix | Wahl, Auswahl
right to strike | droit de grève | Streikrecht
leader of the opposition | chef de l'opposition | Oppositionsführer
question | question | Frage
answer | réponse | Antwort
idea | idée | Idee
name | nom | Name
colour, color | couleur | Farbe
matter, subject, topic | sujet, thème, matière | Thema, Angelegenheit, Sache
content | contenu | Inhalt
image, picture | image, photo | Bild, Foto
entry into force | entrée en vigueur | Inkrafttreten
`;
