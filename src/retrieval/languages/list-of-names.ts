/** Countries, nationalities, institutions, months, weekdays, currencies: English | French | German. */
export const NAMES = `
Germany | Allemagne | Deutschland, Bundesrepublik
German | allemand, Allemand | deutsch, Deutsche, Deutscher
France | France | Frankreich
French | français, Français | französisch, Franzose, Franzosen, Französin
Austria | Autriche | Österreich
Austrian | autrichien | österreichisch, Österreicher
Switzerland | Suisse | Schweiz
Swiss | suisse, helvétique | schweizerisch, Schweizer
Italy | Italie | Italien
Italian | italien | italienisch, Italiener
Spain | Espagne | Spanien
Spanish | espagnol | spanisch, Spanier
Portugal | Portugal | Portugal
Portuguese | portugais | portugiesisch, Portugiese
Belgium | Belgique | Belgien
Belgian | belge | belgisch, Belgier
Netherlands | Pays-Bas | Niederlande, Holland
Dutch | néerlandais, hollandais | niederländisch, Niederländer, holländisch
Luxembourg | Luxembourg | Luxemburg
Denmark | Danemark | Dänemark
Danish | danois | dänisch, Däne
Sweden | Suède | Schweden
Swedish | suédois | schwedisch, Schwede
Norway | Norvège | Norwegen
Norwegian | norvégien | norwegisch, Norweger
Finland | Finlande | Finnland
Finnish | finlandais, finnois | finnisch, Finne
Iceland | Islande | Island
Ireland | Irlande | Irland
Irish | irlandais | irisch, Ire
United Kingdom, UK | Royaume-Uni | Vereinigtes Königreich, Großbritannien
Britain | Grande-Bretagne | Großbritannien
British | britannique | britisch, Brite, Briten
England | Angleterre | England
English | anglais | englisch, Engländer
Scotland | Écosse | Schottland
Poland | Pologne | Polen
Polish | polonais | polnisch, Pole
Czech Republic, Czechia | République tchèque, Tchéquie | Tschechien
Czech | tchèque | tschechisch, Tscheche
Slovakia | Slovaquie | Slowakei
Slovenia | Slovénie | Slowenien
Hungary | Hongrie | Ungarn
Hungarian | hongrois | ungarisch, Ungar
Romania | Roumanie | Rumänien
Romanian | roumain | rumänisch, Rumäne
Bulgaria | Bulgarie | Bulgarien
Bulgarian | bulgare | bulgarisch, Bulgare
Greece | Grèce | Griechenland
Greek | grec, grecque | griechisch, Grieche
Croatia | Croatie | Kroatien
Croatian | croate | kroatisch
Serbia | Serbie | Serbien
Estonia | Estonie | Estland
Estonian | estonien | estnisch
Latvia | Lettonie | Lettland
Lithuania | Lituanie | Litauen
Malta | Malte | Malta
Cyprus | Chypre | Zypern
Turkey | Turquie | Türkei
Turkish | turc, turque | türkisch, Türke
Ukraine | Ukraine | Ukraine
Ukrainian | ukrainien | ukrainisch, Ukrainer
Russia | Russie | Russland
Russian | russe | russisch, Russe, Russen
Europe | Europe | Europa
European | européen, européenne | europäisch, europäische, Europäer, Europas
United States, US, USA | États-Unis, USA | Vereinigte Staaten, USA
America | Amérique | Amerika
American, US | américain, US | amerikanisch, Amerikaner, US
Canada | Canada | Kanada
Canadian | canadien | kanadisch, Kanadier
Mexico | Mexique | Mexiko
Brazil | Brésil | Brasilien
Brazilian | brésilien | brasilianisch
Argentina | Argentine | Argentinien
China | Chine | China
Chinese | chinois | chinesisch, Chinese, Chinesen
Japan | Japon | Japan
Japanese | japonais | japanisch, Japaner
South Korea | Corée du Sud | Südkorea
North Korea | Corée du Nord | Nordkorea
Korean | coréen, sud-coréen | koreanisch, südkoreanisch
Taiwan | Taïwan | Taiwan
India | Inde | Indien
Indian | indien | indisch, Inder
Pakistan | Pakistan | Pakistan
Indonesia | Indonésie | Indonesien
Vietnam | Vietnam | Vietnam
Singapore | Singapour | Singapur
Australia | Australie | Australien
Australian | australien | australisch, Australier
New Zealand | Nouvelle-Zélande | Neuseeland
Israel | Israël | Israel
Israeli | israélien | israelisch, Israeli
Iran | Iran | Iran
Iranian | iranien | iranisch
Iraq | Irak | Irak
Syria | Syrie | Syrien
Lebanon | Liban | Libanon
Saudi Arabia | Arabie saoudite | Saudi-Arabien
United Arab Emirates, UAE | Émirats arabes unis | Vereinigte Arabische Emirate, Emirate
Egypt | Égypte | Ägypten
Morocco | Maroc | Marokko
Algeria | Algérie | Algerien
Tunisia | Tunisie | Tunesien
South Africa | Afrique du Sud | Südafrika
Africa | Afrique | Afrika
African | africain | afrikanisch
Asia | Asie | Asien
Asian | asiatique | asiatisch
Middle East | Proche-Orient, Moyen-Orient | Naher Osten, Nahost
Latin America | Amérique latine | Lateinamerika
Eastern Europe | Europe de l'Est | Osteuropa
Brussels | Bruxelles | Brüssel
Strasbourg | Strasbourg | Straßburg
Vienna | Vienne | Wien
Munich | Munich | München
Cologne | Cologne | Köln
Zurich | Zurich | Zürich
Geneva | Genève | Genf
Basel | Bâle | Basel
Bern | Berne | Bern
Hamburg | Hambourg | Hamburg
Frankfurt | Francfort | Frankfurt
Nuremberg | Nuremberg | Nürnberg
Dresden | Dresde | Dresden
Bavaria | Bavière | Bayern
Bavarian | bavarois | bayerisch
Saxony | Saxe | Sachsen
London | Londres | London
Rome | Rome | Rom
Milan | Milan | Mailand
Venice | Venise | Venedig
Lisbon | Lisbonne | Lissabon
Warsaw | Varsovie | Warschau
Prague | Prague | Prag
Athens | Athènes | Athen
Copenhagen | Copenhague | Kopenhagen
Moscow | Moscou | Moskau
Kyiv, Kiev | Kiev, Kyiv | Kiew, Kyjiw
Beijing | Pékin | Peking
The Hague | La Haye | Den Haag
Antwerp | Anvers | Antwerpen
Ghent | Gand | Gent
Lake Constance | lac de Constance | Bodensee
Rhine | Rhin | Rhein
Danube | Danube | Donau
Alps | Alpes | Alpen
Mediterranean | Méditerranée | Mittelmeer
European Union, EU | Union européenne, UE | Europäische Union, EU
European Commission, Commission | Commission européenne, Commission, exécutif européen | Europäische Kommission, EU-Kommission, Kommission
European Parliament | Parlement européen | Europäisches Parlament, Europaparlament, EU-Parlament
European Council | Conseil européen | Europäischer Rat
Council of the European Union | Conseil de l'Union européenne | Rat der Europäischen Union, Ministerrat
European Court of Justice | Cour de justice de l'Union européenne, CJUE, Cour de justice | Europäischer Gerichtshof, EuGH
European Court of Auditors | Cour des comptes européenne | Europäischer Rechnungshof
European Central Bank, ECB | Banque centrale européenne, BCE | Europäische Zentralbank, EZB
European Investment Bank, EIB | Banque européenne d'investissement, BEI | Europäische Investitionsbank, EIB
European Data Protection Board | Comité européen de la protection des données, CEPD | Europäischer Datenschutzausschuss, EDSA
European Data Protection Supervisor | Contrôleur européen de la protection des données | Europäischer Datenschutzbeauftragter
Federal Government, German government | gouvernement fédéral, gouvernement allemand | Bundesregierung
Federal Chancellor, Chancellor | chancelier fédéral, chancelier | Bundeskanzler, Bundeskanzlerin, Kanzler
Federal President | président fédéral | Bundespräsident
Federal Ministry | ministère fédéral | Bundesministerium
Federal Council, Bundesrat | Bundesrat | Bundesrat
Bundestag | Bundestag | Bundestag
Federal Constitutional Court | Cour constitutionnelle fédérale, Cour constitutionnelle | Bundesverfassungsgericht, Verfassungsgericht
Federal Cartel Office | office fédéral des cartels | Bundeskartellamt
Federal Network Agency | agence fédérale des réseaux | Bundesnetzagentur
Federal Office for Information Security, BSI | Office fédéral de la sécurité des technologies de l'information, BSI | Bundesamt für Sicherheit in der Informationstechnik, BSI
Interior Minister, minister of the interior | ministre de l'Intérieur | Innenminister, Innenministerin, Bundesinnenminister
Foreign Minister, minister of foreign affairs | ministre des Affaires étrangères | Außenminister, Außenministerin, Bundesaußenminister
Finance Minister, minister of finance | ministre des Finances, ministre de l'Économie | Finanzminister, Finanzministerin, Bundesfinanzminister
Economy Minister, minister of economic affairs | ministre de l'Économie | Wirtschaftsminister, Wirtschaftsministerin, Bundeswirtschaftsminister
Digital Minister, minister for digital affairs | ministre du Numérique, ministre déléguée au Numérique | Digitalminister, Digitalministerin, Bundesdigitalminister
Defence Minister | ministre de la Défense, ministre des Armées | Verteidigungsminister, Verteidigungsministerin
Justice Minister | ministre de la Justice, garde des Sceaux | Justizminister, Justizministerin
Health Minister | ministre de la Santé | Gesundheitsminister, Gesundheitsministerin
Environment Minister | ministre de l'Environnement, ministre de la Transition écologique | Umweltminister, Umweltministerin
Transport Minister | ministre des Transports | Verkehrsminister, Verkehrsministerin
Research Minister | ministre de la Recherche | Forschungsminister, Forschungsministerin
Education Minister | ministre de l'Éducation | Bildungsminister, Bildungsministerin
Labour Minister | ministre du Travail | Arbeitsminister, Arbeitsministerin
Interior Ministry | ministère de l'Intérieur | Innenministerium, Bundesinnenministerium
Finance Ministry | ministère des Finances, Bercy | Finanzministerium, Bundesfinanzministerium
Economy Ministry | ministère de l'Économie | Wirtschaftsministerium, Bundeswirtschaftsministerium
Digital Ministry | ministère du Numérique | Digitalministerium
Commerce Department | département du Commerce | Handelsministerium
Commerce Secretary | secrétaire au Commerce | Handelsminister, Handelsministerin
National Assembly | Assemblée nationale | Nationalversammlung
Senate | Sénat | Senat
Court of Auditors | Cour des comptes | Rechnungshof, Bundesrechnungshof
White House | Maison-Blanche | Weißes Haus
Pentagon | Pentagone | Pentagon
Congress | Congrès | Kongress
Supreme Court | Cour suprême | Oberster Gerichtshof
United Nations, UN | Nations unies, ONU | Vereinte Nationen, UN, UNO
NATO | OTAN | NATO
OECD | OCDE | OECD
World Bank | Banque mondiale | Weltbank
International Monetary Fund, IMF | Fonds monétaire international, FMI | Internationaler Währungsfonds, IWF
World Trade Organization, WTO | Organisation mondiale du commerce, OMC | Welthandelsorganisation, WTO
World Health Organization, WHO | Organisation mondiale de la santé, OMS | Weltgesundheitsorganisation, WHO
Council of Europe | Conseil de l'Europe | Europarat
January | janvier | Januar, Jänner
February | février | Februar
March | mars | März
April | avril | April
May | mai | Mai
June | juin | Juni
July | juillet | Juli
August | août | August
September | septembre | September
October | octobre | Oktober
November | novembre | November
December | décembre | Dezember
Monday | lundi | Montag
Tuesday | mardi | Dienstag
Wednesday | mercredi | Mittwoch
Thursday | jeudi | Donnerstag
Friday | vendredi | Freitag
Saturday | samedi | Samstag, Sonnabend
Sunday | dimanche | Sonntag
euro | euro | Euro
dollar | dollar | Dollar
pound | livre sterling, livre | Pfund
franc | franc | Franken
Christian Democrats, CDU | chrétiens-démocrates, CDU | Christdemokraten, CDU
Social Democrats, SPD | sociaux-démocrates, SPD | Sozialdemokraten, SPD
Greens | Verts, écologistes | Grüne, Grünen
Bundeswehr | Bundeswehr, armée allemande | Bundeswehr
Olympic Games | Jeux olympiques, JO | Olympische Spiele
World Cup | Coupe du monde | Weltmeisterschaft, WM
`;
