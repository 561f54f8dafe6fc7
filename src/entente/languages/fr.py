"""French.

Reads: statements of French-speaking governments, bodies and press, in the spelling of France, Belgium, Switzerland,
Canada and West Africa.
Misses: regional languages, verse, texts without accents in capitals that differ by accent alone.
Origin: forms listed by hand.
"""

from __future__ import annotations

from entente.languages import CalendarWords, ClaimWords, Language, NameWords, NumberWords, SpeechWords

LANGUAGE = Language(
    code="fr",
    name="français",
    function_words=frozenset(
        "le la les des du et est une dans pour que qui sur avec par au aux ce cette ont été de en se ne pas son sa ses "
        "leur leurs nous sont elle il".split()
    ),
    abbreviations=frozenset("M MM Mme Mmes Mlle Dr Pr Me Mgr St Ste art al cf p etc av env no n°".split()),
    numbers=NumberWords(
        decimal=",",
        grouping=" .'",
        cardinals="""0 zéro | 2 deux | 3 trois | 4 quatre | 5 cinq | 6 six | 7 sept | 8 huit | 9 neuf | 10 dix | 11
        onze | 12 douze | 13 treize | 14 quatorze | 15 quinze | 16 seize | 20 vingt | 30 trente | 40 quarante | 50
        cinquante | 60 soixante | 70 septante | 80 quatre-vingt quatre-vingts huitante octante | 90 nonante""",
        scales="""2 cent / cents | 3 mille mil / milles | 5 lakh / lakhs | 6 million mio / millions | 7 crore / crores
        | 9 milliard mrd / milliards mrds mds | 12 billion / billions | 15 billiard / billiards | 18 trillion /
        trillions""",
        groups="""6 demi-douzaine | ~ 10 dizaine / dizaines | ~ 12 douzaine / douzaines | ~ 15 quinzaine | ~ 20
        vingtaine | ~ 30 trentaine | ~ 40 quarantaine | ~ 50 cinquantaine | ~ 60 soixantaine | ~ 100 centaine /
        centaines | ~ 1000 millier / milliers""",
        bare="2 3",
        halves="moitié",
        demis="demi demie",
        parts="""3 tiers | 4 quart quarts | 5 cinquième cinquièmes | 6 sixième sixièmes | 7 septième septièmes | 8
        huitième huitièmes | 9 neuvième neuvièmes | 10 dixième dixièmes | 100 centième centièmes""",
        points="virgule",
        joins="et",
        minus="négatif",
        vigesimal=True,
        articles="un | une | une bonne | un bon | une petite | un petit",
        ones="un une",
        links="de | d'",
        vagues="""des | plusieurs | quelques | quelque | de nombreux | de nombreuses | d'innombrables | maints |
        maintes""",
        percents="% | pour cent | pourcent | pour-cent | p. cent",
        pairs="entre / et",
        to="à",
        changes="de | d'",
        alternatives="ou",
        about="""environ | autour de/d'/du/des | aux alentours de/d'/du/des | alentour de/d'/du/des | de l'ordre
        de/d'/du/des | à peu près | approximativement | quelque | estimé à | estimée à | estimés à | estimées à |
        évalué à | évaluée à | évalués à | évaluées à | chiffré à | chiffrée à | aux environs de/d'/du/des | plus ou
        moins | grosso modo | dans les | estime à | estiment à | estimait à | en moyenne""",
        nearly="""près de/d'/du/des | tout près de/d'/du/des | bien près de/d'/du/des | presque | bientôt | pas loin
        de/d'/du/des | pratiquement | non loin de/d'/du/des | quasiment | quasi | proche de/d'/du/des | proches de/d'/du/des |
        avoisinant | avoisine | avoisinent | avoisinait | approchant | approche | approchent | frôle | frôlant |
        frôlent | avoisinerait | avoisineraient | approcherait | approcheraient | frôlerait | frôleraient""",
        over="""plus de/d'/du/des | plus que | au-delà de/d' | bien au-delà de/d' | au-dessus de/d'/du/des | un peu
        plus de/d'/du/des | bien plus de/d'/du/des | largement plus de/d'/du/des | nettement plus de/d'/du/des |
        beaucoup plus de/d'/du/des | supérieur à/au/aux | supérieure à/au/aux | supérieurs à/au/aux | supérieures
        à/au/aux | dépasse | dépassent | dépassant | dépassé | dépassée | dépassait | dépassera | dépasser | excède |
        excèdent | excédant | excédait | excéder | en excès de/d'/du/des | franchi le cap de/d'/du/des | à peine plus
        de/d'/du/des | dépasserait | dépasseraient | dépasseront | excéderait | excéderaient | passé la
        barre de/d'/du/des | franchi la barre de/d'/du/des | dépassé la barre de/d'/du/des | dépasse la barre
        de/d'/du/des | a dépassé""",
        at_least="""au moins | au minimum | pas moins de/d'/du/des | minimum de/d'/du/des | un minimum de/d'/du/des |
        minimale de/d'/du/des | minimal de/d'/du/des | à tout le moins | au bas mot | minimum | pour le moins | ne
        serait-ce que""",
        under="""moins de/d'/du/des | à peine moins de/d'/du/des | moins que | inférieur à/au/aux | inférieure à/au/aux | inférieurs à/au/aux |
        inférieures à/au/aux | en dessous de/d'/du/des | au-dessous de/d'/du/des | un peu moins de/d'/du/des | à peine
        | en deçà de/d'/du/des | bien moins de/d'/du/des | nettement moins de/d'/du/des | sous la barre de/d'/du/des |
        sous le seuil de/d'/du/des""",
        up_to="""jusqu'à | jusqu'au | jusqu'aux | maximum de/d'/du/des | un maximum de/d'/du/des | maximale
        de/d'/du/des | maximal de/d'/du/des | au plus | au maximum | tout au plus | pas plus de/d'/du/des | plafond
        de/d'/du/des | à concurrence de/d' | un plafond de/d'/du/des | plafonné à | plafonnée à | n'excédant pas | ne dépassant pas | ne
        dépasse pas | n'excède pas | dans la limite de/d'/du/des""",
        further="encore", besides="en plus de/d'/du/des | ne sont plus que | n'est plus que | n'étaient plus que | n'était plus que | ne reste plus que | ne restent plus que | ne restait plus que | ne compte plus que | ne comptent plus que | n'y a plus que | n'a plus que | n'ont plus que | ne représente plus que | ne sera plus que | ne seront plus que",
        trailing="""about environ / et quelques / et quelque / à peu près / approximativement | at_least au moins / ou plus / et plus / au minimum
        / minimum / au bas mot | up_to au plus / au maximum / maximum / ou moins / tout au plus | over passés""",
        motion="dans les",
        determiners="la | le | les | l' | des | de la | de l' | ces | un | une | du | quelque | de | aux | au",
        others="autres | nouveaux | nouvelles | derniers | premiers",
        ages="",
        clock="h | gmt | tu | heures du matin | heures gmt",
        loosely="solution à | solution des | solution de",
        definite="le | du | au",
        owned="de ses | de leurs | de nos | de mes | de vos",
        filled="""financé à | financée à | financés à | financées à | financé qu'à | financée qu'à | financés qu'à |
        financées qu'à | couvert à | couverte à | couverts à | couvertes à | couvert qu'à | couverte qu'à | couverts qu'à""",
        among="sur",
        wholes="de | du | des | d' | seulement | financé | financée | financés | financées | couvert | couverte | couverts",
        singletons="première seconde deuxième dernière à pays",
        numbers="nombre nombres total effectif effectifs bilan",
        amounting="""compte | comptait | comptent | s'élève à | s'élevait à | atteint | atteignait | a atteint | est de |
        était de | est passée à | est passé à | dépasse | dépassait""",
        counting="de | des | d' | du | de la",
        subset="""dont | parmi lesquels | parmi lesquelles | parmi eux | y compris | soit | parmi elles | notamment |
        d'entre eux | contre | desquels""",
        leading="de | d' | que",
        partitives="sur les | sur | parmi les | de ces | des | sur ces",
    ),
    calendar=CalendarWords(
        months=tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
        short_months=tuple("janv|jan févr|fév . avr . jun juil|jul . sept|sep oct nov déc".split()),
        weekdays=tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
        short_weekdays=tuple("lun mar mer jeu ven sam dim".split()),
        days=(
            (-2, "avant-hier"), (-1, "hier|hier soir|hier matin|hier après-midi"),
            (0, "aujourd'hui|ce jour|ce jour même|ce matin|ce soir|cet après-midi|cette nuit"),
            (1, "demain|demain matin|demain soir"), (2, "après-demain"),
        ),
        vague="aujourd'hui",
        happens="annonce|annoncent|annonçons|annoncée|annoncés|déclare|déclarent|décide|décidons|adopte|adoptent|"
        "adoptons|signe|signent|signons|signée|tenu|tenue|tenus|tient|réuni|réunis|réunit|réunissent|réunissons|"
        "rencontre|publie|publient|publions|publiée|lance|lancent|lançons|impose|imposent|imposons|désigne|désignent|"
        "désignons|inaugure|reçu|reçue|participe|présente|condamne|condamnent|tué|tués|attaque|venu|venue|venus|"
        "arrive|arrivés|rassemble|rassemblés|ouvert|ouverte|ouvre|remis|remet|procède|effectue|mène|salue|saluons|"
        "appelle|exprime|vote|voté|approuve|conclu|célèbre|célèbrent|célébrons|marque|marquons|commémore|commémorons|"
        "nomme|nommé|prononce|prend fin|réunion|journée|conférence|sommet|séance|visite|annonces|débat|vient de|"
        "viens de|viennent de|venons de|eu lieu|accueillir|accueille|accueillons|recevoir|recevons|reçoit|"
        "nous réunir|bienvenue|choisit|choisissons|renonce|dévoile|ordonne|autorise|entre en vigueur|prend effet|débute|démarre|commence|s'ouvre|s'achève|inflige|frappe|franchit|entérine|ratifie|valide|parmi nous|parmi vous|rencontré|rencontrer|entretenu|entretenus|se déroule",
        units=(
            ("day", "jour|journée", "jours|journées"), ("week", "semaine", "semaines"), ("month", "mois", "mois"),
            ("quarter", "trimestre", "trimestres"), ("half", "semestre", "semestres"),
            ("year", "an|année", "ans|années"), ("decade", "décennie", "décennies"),
            ("weekend", "week-end", "week-ends"), ("hour", "heure", "heures"),
        ),
        numbers=tuple(
            ". deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
            "dix-huit dix-neuf vingt".split()
        ),
        tens=tuple(
            "dix vingt trente quarante cinquante soixante soixante-dix quatre-vingt|quatre-vingts quatre-vingt-dix".split()
        ), one="un|une", and_half="et demi|et demie",
        ordinals=tuple("premier|première|premiers|premières deuxième|second|seconde troisième quatrième cinquième sixième".split()),
        last=tuple(
            "dernier|dernière|passé|passée derniers|dernières|passés|passées".split()
        ),
        past=tuple("écoulé|écoulée écoulés|écoulées".split()),
        next=("prochain|prochaine", "prochains|prochaines|à venir"),
        this="ce|cet|cette|ces|en cours|courant|courante|présente",
        rolls_after="le|la|les|l'|au|aux|du|des|ce|cet|cette|ces|d'ici la|de la", rolls_by_month=True,
        ago="il y a|voici|voilà", hence="dans|d'ici", ago_first=True, quarters=tuple("T1 T2 T3 T4".split()),
        later="plus tard|après cela", earlier="plus tôt|auparavant",
        anchored=(
            ("day", -1, "la veille|le jour précédent|le jour d'avant"),
            ("day", 1, "le lendemain|dès le lendemain|le jour suivant|le jour d'après"),
            ("year", -1, "l'année précédente|l'année d'avant|l'an d'avant"),
            ("year", 1, "l'année suivante|l'année d'après|l'an d'après"),
        ),
        belongs="de|du|des|d|que|qu", every="chaque|tous les",
        about="plus de|plus d'|moins de|moins d'|près de|près d'|presque|au moins|bientôt|à peine|un peu plus de|un peu plus d'|un peu moins de|un peu moins d'",
        edges="fin|début|mi|courant|milieu de|milieu du|milieu d'|mi-", starts="début de|début du|début d'",
        ends="fin de|fin du|fin d'", rests="reste de|reste du|reste d'",
        fiscal="année budgétaire|années budgétaires|exercice budgétaire|exercice fiscal|année fiscale|"
        "années fiscales|exercice financier",
        decade="années",
        void="vendredi saint|jeudi saint|vendredi noir|mercredi des cendres|lundi de pâques|dimanche de pâques|"
        "attentats du 11 septembre|de demain|un jour|à ce jour|journée mondiale|journée internationale",
        joins="environ|quelque|à peu près|tout juste|exactement|seulement|er|°||de|du|le|la|l'|'|d'|de la|de l'|(|)|les|, le|au mois de|au mois d'",
        spans="au|à|jusqu'au|à la|jusqu'à|jusqu'en", pairs="entre|entre le|entre les", lists="et|et le|ou|ou le|et du",
        before_month="en|de|d'|depuis|dès|avant|après|jusqu'en|fin|début|mi|mois de|mois d'|courant|entre",
        before_year="au-delà de|en|depuis|dès|avant|après|jusqu'en|jusqu'à|d'ici|d'ici à|d'ici fin|entre|à partir de|"
        "à compter de|an|année|années|fin|début|mi|courant|vers|durant|pendant|au cours de|à l'horizon|l'horizon|été|"
        "printemps|automne|hiver|fin de|début de|milieu de|courant de|exercice|à la date de|budget|budgets|plan|appel|campagne|récolte|rentrée|saison|bilan|objectifs|"
        "période|millésime|édition|horizon|humanitaire|annuel|annuelle|présidentielle|législatives|élections|session|"
        "cru|programmation|rapport",
        half_years=True, exercises="exercice|exercices|année financière|exercice financier",
        named="de", elsewhere="-là", onwards="inclus", maybe_year="de|pour|à|et|ou|que|du",
        recurring="chaque année|tous les ans|saison|saisons|habituellement|généralement",
        future="sera|seront|aura|auront|prochain|prochaine|prévu|prévue|prévus|prévues|-era|-eront|-ira|-iront|!choléra|!caméra|!opéra|!diaspora|-dra|"
        "-dront|-vra|-vront|-tra|-tront|-erons|-irons|-drons|-trons|-vrons|!ultra|!extra|!contra|!environs|!électrons|"
        "!éperons|!patrons|!neutrons|serons|aurons|devra|devront|pourra|pourront|fera|feront|doit se|doivent se|doit avoir|devrait|devraient|va se|vont se|est attendu|"
        "est attendue|sont attendus|doit être|doivent être|doit arriver|doit rencontrer|doit recevoir|doit participer|"
        "doit se rendre|à venir",
        due="jusqu'au|jusqu'en|jusqu'à|jusqu'à fin|expire le|expirent le|expirant le|expire en|expire fin|prend fin le|"
        "prend fin en|prennent fin le|s'achève le|s'ouvre le|s'ouvrent le|s'ouvre en|débute le|débutent le|débute en|"
        "commence le|commencent le|commence en|démarre le|démarre en|en vigueur le|se tient le|se tiennent le|a lieu le|"
        "ont lieu le|a lieu en|se réunit le|se réunissent le|fixé au|fixée au|fixés au|reporté au|reportée au|"
        "reportés au|prolongé au|pour le|rendez-vous le|rendez-vous en",
        by="d'ici|d'ici à|d'ici le|d'ici au|d'ici fin|d'ici la|au plus tard|au plus tard le",
    ),
    names=NameWords(
        governments="+gouvernement|-administration|-régime",
        forms="République|Royaume|Fédération|Confédération|Commonwealth|Sultanat|Principauté|Émirat|Union|"
        "Grand-Duché|République-Unie|Emirat",
        form_words="islamique|arabe|populaire|démocratique|fédérale|fédérative|unie|coopérative|socialiste|orientale|"
        "bolivarienne|plurinational|hachémite|indépendant|fédéral|et|du Commonwealth",
        of="de|de la|de l|du|des|d|de l'|d'",
        provinces="province|région|ville|préfecture|golfe|baie|lac|fleuve|mer|île|district|Golfe|Lac|Mer|détroit|"
        "département|village|delta",
        treaties="Charte|Convention|Traité|Accord|Accords|Protocole|Pacte|Statut|charte|convention|traité|accord|"
        "accords|protocole",
        halves="le Nord=PRK|Le Nord=PRK|du Nord=PRK|au Nord=PRK|le Sud=KOR|Le Sud=KOR|du Sud=KOR|au Sud=KOR",
        before_place="à|de|dans|depuis|vers|pour|sur|près|chez|jusqu'à|en|au|aux|du|ville|rejoindre|quitter|quitté|"
        "visiter|gagner|regagner|d",
        before_seat="à|au|dans|devant|quitté|quittant|visité|rejoint|près",
        before_power="entre|par|avec|contre|que|selon|qu|mais|alors|envers|tandis|face à|accuse|appelle|exhorte|"
        "prévenu|pression sur|pressions sur|aide de|aides de|soutien de|appui de|contribution de|part de|décision de|"
        "position de|politique de|promesse de|engagement de|refus de|demande de|régime de|gouvernement de|"
        "autorités de|dirigeants de|alliés de|stratégie de|intervention de|initiative de|réponse de|réaction de|"
        "volonté de|accord de|feu vert de|sanctions de|relations avec|sanctions contre|dialogue avec|vis-à-vis de|"
        "envers|auprès de|demandé à|demande à|appelle|reproche à|rappelé à|celui de|celle de|ceux de|celles de|aux côtés de|de concert avec|à l'instar de|grâce à|hostile à|fidèle à|urge|presse|"
        "action de|actions de|annonce de|annonces de|intention de|intentions de|offre de|"
        "proposition de|rôle de|insistance de|efforts de|guerre de|agression de|invasion de|offensive de|"
        "ambitions de|menaces de|accusations de|critiques de|démarche de|"
        "démarches de|intérêts de|influence de|pression de|pressions de|attitude de|silence de|"
        "condamnation de|inquiétude de|inquiétudes de|préoccupations de|obligations de|priorités de|choix de|veto de|"
        "isolement de|complicité de|concours de|propagande de|version de|partenaire de|"
        "partenaires de|allié de|ennemi de|ennemis de|adversaires de|protégé de|envoyé de|ambassadeur de|forces de|"
        "armée de|troupes de|rien de|rapprochement avec|rupture avec|négociations avec|discussions avec|pourparlers avec|"
        "accord avec|coopération avec|alliance avec|tensions avec|lettre à|message à|ultimatum à|"
        "sanctions imposées à|aide à|soutien à|appui à|chasser|isoler|sanctionner|punir|contraindre|convaincre|dissuader|"
        "soutenir|aider|armer|condamner|défier|menacer|affaiblir|forcer|pousser|accuser|appeler|exhorter|presser|inviter|"
        "prévenir|rassurer|provoquer|affronter|contrer|satisfaire|apaiser|critiquer|remercier|avertir|obliger|amener|"
        "soutient|soutiennent|isole|sanctionne|sanctionnent|menace|accusent|appellent|exhortent|pressent|remercient|"
        "invitent|défie|contraint|a accusé|ont accusé|a appelé|a exhorté|a prévenu|a averti|a sommé|euros à|d'euros à|dollars à|ni de|ni à|armes à|chars à|missiles à|"
        "invite|remercie|annoncé que|assuré que|estime que|indiqué que|déclaré que",
        titled=True,
        acting="a|ont|avait|aura|aurait|n|ne|est|était|sera|serait|demeure|reste|va|veut|peut|doit|pourra|pourrait|"
        "devrait|devra|donne|donnera|verse|versera|fournit|fournira|accorde|accordera|soutient|appuie|affirme|"
        "annonce|déclare|estime|refuse|accuse|appelle|demande|propose|exige|rejette|nie|craint|considère|juge|promet|"
        "souhaite|entend|continue|envoie|menace|dénonce|condamne|salue|finance|financera|dispose|espère|cherche|se|s|"
        "assure|insiste|compte|mène|joue|participe|participera|poursuit|poursuivra|maintient|reconnaît|réclame|"
        "multiplie|tente|tient|prévoit|prend|met|fait|fera|dit|réaffirme|réitère|répond|réagit|consacre|consacrera|"
        "contribue|contribuera|octroie|octroiera|engage|lance|impose|soupçonne|voit|vient|plaide|pense|croit|redoute|"
        "envisage|encourage|invite|offre|apporte|apportera|aide|renforce|travaille|vise|réunit|accueille|organise|"
        "reçoit|héberge|débloque|alloue|mobilise|promettait|annonçait|réduit|augmente|double|triple|coupe|suspend|gèle|"
        "lève|ferme|ouvre|rouvre|rappelle|convoque|expulse|livre|déploie|retire|évacue|rapatrie|signe|ratifie|adopte|"
        "approuve|nomme|désigne|dément|confirme|avertit|prévient|exhorte|presse|enjoint|riposte|frappe|bombarde|envahit|"
        "occupe|reconnaît|soutient|appuiera|défend|plaidait|préside|copréside|dirige|détient|perd|gagne|obtient|reprend|"
        "cède|recule|négocie|discute|coopère|collabore|investit|dépense|prête|rembourse|exporte|importe|interdit|autorise|"
        "prône|préconise|recommande|insiste|répète|souligne|estimait|jugeait|regrette|déplore|félicite|remercie|loue|"
        "critique|conteste|doute|hésite|tarde|peine|échoue|réussit|parvient|cherchait|tentait|avance|part|arrive|passe|"
        "devient|semble|paraît|apparaît|figure|devance|dépasse|suit|précède|rejoint|quitte|intègre|prenait|mettait|"
        "faisait|disait|pouvait|voulait|devait|allait|étudie|examine|exclut|écarte|durcit|assouplit|relance|prolonge|"
        "reporte|annule|dénonçait|portant|annonçant|promettant|appelant|demandant|affirmant|estimant|jugeant|refusant|"
        "acceptant|rejetant|dénonçant|accusant|soutenant|fournissant|versant|donnant",
        acting_ends="era|ira|dra|vra|rra|ttra|erait|irait|drait|vrait|ttrait",
        heads="!Croix-Rouge=Red Cross|!Croissant-Rouge=Red Crescent|Conseil=Council|Commission=Commission|"
        "Comité=Committee|Département=Department|Agence=Agency|Ministère=Ministry|Secrétariat=Secretariat|"
        "Congrès=Congress|Sénat=Senate|Assemblée=Assembly|Cour=Court|Tribunal=Tribunal|"
        "Mission=Mission|Organisation=UN|Union=EU|Alliance=NATO|Armée=Army|Banque=Bank|Fonds=Fund|"
        "?Fédération=Federation|?Fondation=Foundation|?Bureau=Office|?Office=Office|?Centre=Centre|"
        "?Mécanisme=Mechanism|?Groupe=Group|?Association=Association|?Autorité=Authority|"
        "?Haute Autorité=High Authority|?Ligue=League|?Institut=Institute|?Force=Force|?Marine=Navy|?Garde=Guard|"
        "?Police=Police|?Gendarmerie=Gendarmerie|?Coalition=Coalition|?Société=Company|?Université=University|"
        "?Service=Service|?Services=Services|?Direction=Directorate|?Délégation=Delegation|?Commandement=Command|"
        "?Réseau=Network|?Parti=Party|?Mouvement=Movement|?Front=Front|?Brigade=Brigade|?Unité=Unit|"
        "?Compagnie=Company|?Observatoire=Observatory|?Chambre=Chamber|?Forces=Forces|?Confédération=Confederation|"
        "?Syndicat=Union|?Communauté=Community|?Haut-Commissariat=High Commission|?Commissariat=Commission|"
        "?Présidence=Presidency|?Inspection=Inspectorate|?Forum=Forum|?Consortium=Consortium|"
        "?Partenariat=Partnership|?Plateforme=Platform|?Club=Club|?Haut Conseil=High Council|?Caisse=Fund|"
        "?Régie=Authority|?Cellule=Unit|?Collectif=Collective|?Programme=|?Opération=|?Église=Church|"
        "?Collège=College|?Primature=Primature|?Trésor=Treasury|?Ambassade=Embassy|?Facilité=Facility|?Secours=|parlement=Parliament|assemblée nationale=National Assembly|cour suprême=Supreme Court|"
        "banque centrale=Central Bank|police nationale=National Police|agence nationale=National Agency|"
        "commission électorale=Electoral Commission|conseil constitutionnel=Constitutional Council|"
        "cour constitutionnelle=Constitutional Court|gendarmerie nationale=National Gendarmerie",
        ministries="ministère=Ministry",
        labels="parti|ONG|association|agence|société|entreprise|compagnie|fondation|journal|quotidien|hebdomadaire|"
        "opérateur|organisation|syndicat|milice|réseau|chaîne|banque|groupe armé|groupe rebelle|groupe terroriste|"
        "groupe djihadiste|firme|constructeur|fabricant|collectif|think tank|laboratoire",
        qualifiers="national|nationale|nationaux|nationales|international|internationale|internationaux|général|"
        "générale|régional|régionale|mondial|mondiale|central|centrale|fédéral|fédérale|supérieur|supérieure|suprême|"
        "permanent|permanente|mixte|conjoint|conjointe|indépendant|indépendante|interministériel|interministérielle|"
        "économique|social|sociale|politique|constitutionnel|constitutionnelle|militaire|multinational|"
        "multinationale|intérimaire|humanitaire|pénal|pénale|spécial|spéciale|européen|européenne|africain|africaine|"
        "arabe|asiatique|islamique|électoral|électorale|parlementaire|judiciaire|exécutif|exécutive|provincial|"
        "provinciale|municipal|municipale|ouest-africaine|ouest-africain|populaire|démocratique|monétaire|financier|"
        "financière|technique|scientifique|agricole|nordique|universel|universelle|public|publique|intégré|intégrée|"
        "privé|sanitaire|provisoire|transitoire|présidentiel|présidentielle|ministériel|ministérielle|sous-régional|"
        "sous-régionale|panafricain|panafricaine|interaméricain|interaméricaine|bancaire|pontifical|royal|royale|"
        "syndical|syndicale|paritaire|préparatoire|civil|civile|consultatif|consultative|stratégique|unifié|extérieur|extérieure|"
        "diplomatique|climatique|énergétique|maritime|aérien|aérienne|commercial|commerciale|industriel|industrielle|"
        "culturel|culturelle|environnemental|environnementale|alimentaire|budgétaire|législatif|législative|universitaire|"
        "médical|médicale|numérique|spatial|spatiale|nucléaire|antiterroriste|criminel|criminelle|douanier|douanière|"
        "migratoire|rural|rurale|urbain|urbaine|local|locale|communautaire|territorial|territoriale|départemental|"
        "départementale|caritatif|caritative|religieux|religieuse|catholique|protestant|protestante|évangélique|orthodoxe|"
        "musulman|musulmane|luthérien|luthérienne|œcuménique|tropical|tropicale|transatlantique|bilatéral|bilatérale|"
        "multilatéral|multilatérale|tripartite|quadripartite|opérationnel|opérationnelle|logistique|juridique|"
        "disciplinaire|aéroporté|aéroportée|blindé|blindée|spéciales|armées|internationales|régionales|élargi|restreint",
        qualities="national=National|nationale=National|fédéral=Federal|fédérale=Federal|central=Central|centrale=Central|"
        "suprême=Supreme|constitutionnel=Constitutional|constitutionnelle=Constitutional|électoral=Electoral|"
        "électorale=Electoral|militaire=Military|royal=Royal|royale=Royal|populaire=People's|islamique=Islamic|"
        "spatial=Space|spatiale=Space|aérienne=Air|armées=Armed|spéciales=Special|législative=Legislative|"
        "présidentiel=Presidential|présidentielle=Presidential",
        actions="action|aide|appui|soutien|secours|lutte|assistance|coordination|gestion|protection|promotion|développement|"
        "suivi|contrôle|prévention|reconstruction|défense|surveillance|préparation|réponse|recherche|coopération|"
        "maintien|consolidation|observation|vérification|supervision|normalisation|régulation|évaluation|planification|"
        "modernisation|organisation|préservation|sauvegarde|répression|éradication|élimination|mise|renforcement|"
        "stabilisation|relance|garantie|financement|formation|conseil|liaison|contact|amis|droits|respect|défenseurs|"
        "organisations|associations|parents|familles|victimes|chefs|ministres|secours|soins|accès|transition",
        onto="à|au|aux|de|du|des|d'|contre|pour|sur",
        links="de|de la|de l'|du|des|d'|pour|pour la|pour le|pour les|pour l'|sur|sur la|sur le|sur les|sur l'|"
        "contre|contre la|contre le|contre l'|au|aux|en|chargé de|chargée de|chargé des|chargée des|dans le|dans la|"
        "dans les|auprès de|auprès des",
        joints="et|&",
        portfolios="affaires étrangères=Foreign Affairs|défense=Defence|intérieur=Interior|justice=Justice|"
        "finances=Finance|économie=Economy|santé=Health|éducation=Education|éducation nationale=Education|"
        "travail=Labour|agriculture=Agriculture|commerce=Trade|environnement=Environment|énergie=Energy|"
        "transports=Transport|culture=Culture|tourisme=Tourism|affaires sociales=Social Affairs|"
        "enseignement supérieur=Higher Education|pêche=Fisheries|jeunesse=Youth|sports=Sports|"
        "communication=Communication|réconciliation nationale=National Reconciliation|"
        "action humanitaire=Humanitarian Action|coopération=Cooperation|sécurité=Security|logement=Housing|"
        "industrie=Industry|mines=Mines|plan=Planning|budget=Budget|affaires européennes=European Affairs|"
        "immigration=Immigration|femme=Women|développement international=International Development|"
        "développement=Development|action sociale=Social Action|solidarité=Solidarity|solidarité nationale=National Solidarity|"
        "planification=Planning|intégration=Integration|travaux publics=Public Works|urbanisme=Urban Planning|"
        "égalité=Equality|famille=Family|enfance=Children|élevage=Livestock|hydraulique=Water|unification=Unification|"
        "réunification=Reunification|relations extérieures=External Relations|finances publiques=Public Finance|"
        "affaires humanitaires=Humanitarian Affairs|affaires religieuses=Religious Affairs|"
        "sécurité publique=Public Security|sécurité intérieure=Homeland Security|"
        "administration territoriale=Territorial Administration|fonction publique=Civil Service|"
        "droits de l'homme=Human Rights|formation professionnelle=Vocational Training|eau=Water|recherche=Research",
        articles="le|la|l'|Le|La|L'|du|au|de la|de l'|cette|ce|notre|Notre|Cette|à la|à l'|ladite|votre|son|sa|d'",
        verb_ends="er|ir|oir|dre|tre|ire",
        particles="al|el|ul|ad|as|ibn|bin|bint|ben|abu|abou|de|del|della|di|da|dos|das|do|du|des|la|le|van|von|der|"
        "den|ter|ten|zu|y|e|ould|d'",
        asides="Applaudissements|Rires|Sourires|Exclamations|Murmures|Protestations|Interruptions|Mouvements|"
        "Assentiment",
    ),
    speech=SpeechWords(
        auxiliaries="a|ont|avait|avaient|aura|auront|aurait|auraient|eut|eurent|s'est|se sont|s'était|s'étaient|n'a|l'a|"
        "l'ont|lui a",
        passives="été|est|sont|fut|furent|être|soit",
        modals="pas|jamais|rien|plus|point",
        clitics="se|s'|le|l'|lui|leur|y|en|nous|vous|me|m'|ne|n'",
        that="que|qu'",
        unlike="plus|moins|autre|autres|afin|pour|ainsi|alors|bien|tandis|tant|depuis|avant|sans|tel|telle|tels|telles|"
        "même|dès|parce|puis|pendant|autant|aussi|mieux|sorte|ce|lors|outre|seul|aucun|rien|quel|quoi|tout|ceux|"
        "celle|celui",
        whereby="selon lequel|selon laquelle|selon lesquels|selon lesquelles|d'après lequel|d'après laquelle|"
        "d'après lesquels|d'après lesquelles",
        views="pour|aux yeux de|aux yeux du",
        like="comme|ainsi que",
        comments="c'est-à-dire|ce qui",
        one="un|une",
        subset="dont|notamment|y compris",
        breaks="mais|et|alors que|tandis que|car|or|puis|même si|bien que|si|lorsque|quand|et que|mais que|où|dont|donc|"
        "puisque|ainsi que",
        conjoined="et|mais",
        he="il|lui-même|lui",
        she="elle",
        they="ils|elles|eux|ceux-ci|ces derniers",
        latter="ce dernier|cette dernière|celui-ci|celle-ci",
        relative="qui|que|dont|lequel|laquelle|lesquels",
        own="je|j'|j|nous|vous|tu|mon|ma|mes|notre|nos",
        anonymous="rapports|sources|source|rumeurs|on|certains|certaines|d'aucuns|plusieurs|beaucoup|informations|cela|"
        "ceci|ce|c'|ça|rien|tout|tous|quiconque|chacun|il faut|faits|force|expérience|histoire|ceux|celles|celui",
        hearsay="rapports|sources|source|rumeurs|informations|médias|indications|témoignages|renseignements",
        articles="le|la|les|l'|l|un|une|des|du|de|d'|d|ce|cet|cette|ces|son|sa|ses|leur|leurs|au|aux|deux",
        prepositions="de|d|du|des|à|au|aux|en|dans|par|pour|avec|contre|sur|sous|chez|vers|entre|devant|selon|sans|depuis|"
        "envers|auprès|outre|concernant|comme|dont|parmi|face|après|avant|lors|durant|pendant|via|hors|malgré|"
        "jusqu|dès",
        genitives="de|d'|d|du|des",
        agents="par",
        occasions="dans|lors|devant|hier|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|après|avant|durant|pendant|depuis",
        issuing="de|du|d'|des|de la|par|publié|publiée|diffusé|diffusée|signé|signée|lu|lue|prononcé|prononcée|conjoint|conjointe|final|finale",
        sirs="m.|mm.|monsieur|sir|lord|don",
        madams="mme|mme.|madame|mlle|lady",
        titles="dr|dr.|pr|pr.|me|maître|s.e.|s.e.m.|excellence|mgr|docteur|honorable|cheikh|feu",
        questions="question|questions|journaliste|q",
    ),
    claims=ClaimWords(
        openers="qui|dont|lequel|laquelle|lesquels|lesquelles|où|avec qui|à qui|pour qui|avec lequel|avec laquelle|avec lesquels",
        ourselves="nous|je|j",
        pronouns="il|elle|ils|elles|ceux ci",
        latter="ce dernier|cette dernière|celui ci|celle ci",
        agents="part|nom",
        channels="via",
        bearing="avec|de|pour|à hauteur de|pour un montant de|d'un montant de",
        relatives="que|qu",
        thats="que|qu'",
        respective="respectivement",
        passive="par",
        articles="le|la|les|l|du|de|des|d|un|une|son|sa|ses|notre|nos",
        plain="et",
        conjoined="et|dont|ainsi que|soit",
        definite="les|des|nos|ces|leurs|aux|ses",
        pointing="ces|cette",
        likening="comme|parmi",
        inside="dans|en",
        changing="a",
        comparing="que|qu|après|derrière|devant|contre|avant",
        converting="soit",
        gerunds="ant",
        land="FRA",
        futures="era|eront|erons|ira|iront|irons|dra|dront|drons|vra|vront|vrons|ttra|ttront|ttrons|rra|rront|rrons|erai|irai|drai|ttrai|rrai|clura|cluront|clurons",
        conditionals="erait|eraient|irait|iraient|drait|draient|vrait|vraient|ttrait|ttraient|rrait|rraient|clurait|cluraient",
        auxiliaries="a|ont|ai|as|avons|avez|est|sont|ete|avait|avaient|etait|etaient|aura|auront|sera|seront|s|ayant",
    ),
)
