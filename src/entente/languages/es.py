"""Spanish.

Reads: statements of Spanish-speaking governments, bodies and press, in the spelling of Spain and Latin America.
Misses: regional languages, verse.
Origin: forms listed by hand.
"""

from __future__ import annotations

from entente.languages import CalendarWords, ClaimWords, Language, NameWords, NumberWords, SpeechWords

LANGUAGE = Language(
    code="es",
    name="español",
    function_words=frozenset(
        "el la los las de del y es una en para que con por al su han ha sido como más no se lo sus este esta son".split()
    ),
    abbreviations=frozenset("Sr Sra Srta Dr Dra Ud Uds art núm no pág etc aprox EE UU".split()),
    numbers=NumberWords(
        decimal=",",
        grouping=" .'",
        cardinals="""0 cero | 1 uno | 2 dos | 3 tres | 4 cuatro | 5 cinco | 6 seis | 7 siete | 8 ocho | 9 nueve | 10
        diez | 11 once | 12 doce | 13 trece | 14 catorce | 15 quince | 16 dieciséis | 17 diecisiete | 18 dieciocho |
        19 diecinueve | 20 veinte | 21 veintiuno veintiún veintiuna | 22 veintidós | 23 veintitrés | 24 veinticuatro |
        25 veinticinco | 26 veintiséis | 27 veintisiete | 28 veintiocho | 29 veintinueve | 30 treinta | 40 cuarenta |
        50 cincuenta | 60 sesenta | 70 setenta | 80 ochenta | 90 noventa | 100 cien ciento | 200 doscientos doscientas
        | 300 trescientos trescientas | 400 cuatrocientos cuatrocientas | 500 quinientos quinientas | 600 seiscientos
        seiscientas | 700 setecientos setecientas | 800 ochocientos ochocientas | 900 novecientos novecientas""",
        scales="3 mil | 6 millón / millones | 9 millardo / millardos | 12 billón / billones | 18 trillón / trillones",
        groups="""6 media-docena | ~ 10 decena / decenas | 12 docena dz / docenas dozs | ~ 15 quincena | ~ 20 veintena
        | ~ 30 treintena | ~ 50 cincuentena | ~ 100 centenar centena / centenares centenas cientos | ~ 1000 millar /
        millares miles""",
        bare="3",
        halves="mitad",
        demis="medio media",
        parts="""3 tercio tercios tercera | 4 cuarto cuartos | 5 quinto quintos | 6 sexto sextos | 7 séptimo séptimos |
        8 octavo octavos | 9 noveno novenos | 10 décimo décimos décima""",
        points="coma",
        joins="y",
        tens=True,
        articles="un | una | un buen | una buena",
        ones="un una",
        links="de",
        vagues="unos | unas | varios | varias | unos cuantos | algunos | algunas | unos pocos | muchos | unas cuantas",
        percents="% | por ciento | por cien",
        pairs="entre / y",
        to="a",
        changes="de | desde",
        alternatives="o u",
        about="""unos | unas | cerca de | alrededor de | aproximadamente | en torno a | más o menos | estimado en |
        estimada en | estimados en | estimadas en | del orden de | aproximado de | alrededor de los | unos
        aproximadamente""",
        nearly="casi | prácticamente | próximo a | próximos a | cercano a | cercana a | rozando | roza",
        over="""más de | por encima de | superior a | superiores a | supera | superan | superando | superó | superaron
        | excede | exceden | superar | más allá de | algo más de | poco más de | mucho más de | bastante más de |
        supera los | rebasa""",
        at_least="""al menos | por lo menos | como mínimo | no menos de | un mínimo de | mínimo de | cuando menos |
        mínimo""",
        under="menos de | inferior a | inferiores a | por debajo de | apenas | poco menos de",
        up_to="""hasta | un máximo de | máximo de | como máximo | a lo sumo | no más de | como mucho | hasta un máximo
        de | no superior a | un tope de""",
        further="otros | otras",
        trailing="""about aproximadamente / y pico / y tantos / y tantas / más o menos | at_least al menos / o más / como mínimo / por lo menos |
        up_to como máximo / a lo sumo / o menos""",
        determiners="el | la | los | las | sus | nuestros | nuestras | estos | estas | un | una",
        others="otros | nuevos | nuevas",
        ages="",
        clock="h | am | pm | hs | a.m | p.m",
        loosely="solución de | solución de los",
        among="de cada | sobre",
        wholes="de | del",
        numbers="número total cifra",
        owned="de sus | de nuestros | de nuestras | de mis",
        amounting="""asciende a | ascendía a | alcanza | alcanzó | suma | sumaba | es de | era de | cuenta con""",
        counting="de | de los | de las",
        subset="""entre ellos | entre ellas | de los cuales | de las cuales | de ellos | incluidos | incluidas |
        incluyendo | incluso""",
        leading="de | que",
        partitives="de los | de las | de estos | de estas | entre los | entre las",
    ),
    calendar=CalendarWords(
        months=tuple(
            "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre".split()
        ),
        short_months=tuple("ene feb . abr . jun jul ago sept|sep oct nov dic".split()),
        weekdays=tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
        short_weekdays=tuple("lun mar mié jue vie sáb dom".split()),
        days=(
            (-2, "anteayer|antes de ayer"), (-1, "ayer|anoche"),
            (0, "hoy|esta mañana|esta tarde|esta noche|en el día de hoy"), (1, "mañana"), (2, "pasado mañana"),
        ),
        vague="mañana",
        units=(
            ("day", "día", "días"), ("week", "semana", "semanas"), ("month", "mes", "meses"),
            ("quarter", "trimestre", "trimestres"), ("half", "semestre", "semestres"), ("year", "año", "años"),
            ("decade", "década|decenio", "décadas|decenios"), ("weekend", "fin de semana", "fines de semana"), ("hour", "hora", "horas"),
        ),
        numbers=tuple(". dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince".split()),
        tens=tuple("diez veinte treinta cuarenta cincuenta sesenta".split()), one="un|una",
        and_half="y medio|y media", later="después|más tarde", earlier="antes",
        ordinals=tuple("primer|primero|primera|primeros|primeras segundo|segunda tercer|tercero|tercera cuarto|cuarta".split()),
        last=tuple("pasado|pasada pasados|pasadas".split()),
        past=tuple("último|última|transcurrido|transcurrida últimos|últimas|transcurridos|transcurridas".split()),
        next=("próximo|próxima|que viene", "próximos|próximas|que vienen"),
        this="este|esta|estos|estas|en curso|corriente|presente", rolls_by_month=True, ago="hace", hence="dentro de",
        ago_first=True,
        anchored=(
            ("day", -1, "la víspera|el día anterior"), ("day", 1, "al día siguiente|el día siguiente"),
            ("year", -1, "el año anterior|el año precedente"), ("year", 1, "el año siguiente|al año siguiente"),
        ),
        belongs="de|del|que|a|al", every="cada|todos los", quarters=tuple("T1 T2 T3 T4".split()), about="más de|menos de|casi|cerca de|al menos",
        edges="finales de|principios de|comienzos de|mediados de|inicios de|fines de",
        starts="principio de|comienzo de|inicio de|principio del|comienzo del|inicio del",
        ends="fin de|final de|fin del|final del", rests="resto de|resto del",
        fiscal="año fiscal|ejercicio fiscal|años fiscales|ejercicio presupuestario",
        decade="años|década de los|década de",
        void="viernes santo|jueves santo|miércoles de ceniza|lunes de pascua|hoy en día|hoy día|de mañana|del mañana|"
        "el mañana|la mañana|un día",
        joins="unos|unas||de|del|el|la|(|)|, el|de la|de este", spans="al|a|hasta el|hasta", pairs="entre", lists="y|y el|o|e|y del",
        before_month="en|de|desde|hasta|durante|mes de|para|entre|y|a",
        before_year="más allá de|en|desde|hasta|durante|antes de|después de|entre|año|años|a partir de|para el|el año|hacia|"
        "finales de|principios de|mediados de|horizonte|verano de|fin de|final de|inicios de|comienzos de|presupuesto|plan|llamamiento|campaña|cosecha|temporada|"
        "balance|periodo|período|edición|humanitario|anual|elecciones|informe",
        half_years=True, exercises="ejercicio|ejercicios",
        named="de", onwards="inclusive", maybe_year="de|para|a|y|o|que|del",
        recurring="cada año|todos los años|temporada|temporadas|generalmente",
        future="será|serán|tendrá|tendrán|próximo|próxima|previsto|prevista|-ará|-arán|-erá|-erán|-irá|-irán|deberá|"
        "deberán|!para|!compara|!clara|!cara|!rara|!declara|!prepara|!separa|!era|!eran|!manera|!fuera|!fueran|!primera|"
        "!tercera|!frontera|!cualquiera|!bandera|!carretera|!espera|!esperan|!financiera|!extranjera|!verdadera|!pesquera|"
        "!ganadera|!ribera|!primavera|!cartera|!cabecera|!hubiera|!hubieran|!pudiera|!pudieran|!tuviera|!tuvieran|!supera|"
        "!superan|!opera|!operan|!considera|!consideran|!mira|!miran|!gira|!giran|!retira|!retiran|!admira|!declaran|"
        "!preparan|!comparan|!separan|!libera|!liberan|!genera|!generan|!coopera|!cooperan|!recupera|!recuperan",
        due="hasta el|hasta|vence el|vencen el|expira el|expiran el|comienza el|comienza en|empieza el|empieza en|"
        "termina el|termina en|concluye el|tiene lugar el|se celebra el|se inaugura el|se reúne el|en vigor el|"
        "aplazado al|aplazada al|prorrogado hasta el|previsto para|prevista para",
        by="para el|para|a más tardar|a más tardar el",
    ),
    names=NameWords(
        governments="+gobierno|-administración|-régimen",
        forms="República|Reino|Federación|Confederación|Sultanato|Principado|Emirato|Unión|Gran Ducado|Mancomunidad",
        form_words="islámica|árabe|popular|democrática|federal|federativa|unida|cooperativa|socialista|oriental|"
        "bolivariana|plurinacional|hachemita|y",
        of="de|de la|del|de los|de las",
        provinces="provincia|región|ciudad|golfo|bahía|lago|río|mar|isla|distrito|Golfo|Lago|Mar|estrecho|"
        "departamento|aldea|delta",
        treaties="Carta|Convención|Tratado|Acuerdo|Acuerdos|Protocolo|Pacto|Estatuto|carta|convención|tratado|"
        "acuerdo|protocolo",
        halves="el Norte=PRK|El Norte=PRK|el Sur=KOR|El Sur=KOR|del Norte=PRK|del Sur=KOR",
        before_place="a|de|en|desde|hacia|por|para|sobre|cerca|hasta|visitar|ciudad|del",
        before_seat="en|a|al|ante|visitó|visita",
        before_power="entre|con|contra|que|según|pero|hacia|mientras|presión sobre|presiones sobre|sanciones a|"
        "ayuda de|apoyo de|contribución de|decisión de|posición de|política de|promesa de|compromiso de|rechazo de|"
        "régimen de|gobierno de|autoridades de|aliados de|estrategia de|respuesta de|reacción de|voluntad de|"
        "acuerdo de|pidió a|pide a|insta a|instó a|exige a|exigió a|acusa a|acusó a|gracias a|"
        "acción de|acciones de|anuncio de|intención de|intenciones de|oferta de|propuesta de|papel de|esfuerzos de|"
        "agresión de|invasión de|amenazas de|acusaciones de|críticas de|intereses de|influencia de|presión de|"
        "condena de|preocupación de|prioridades de|silencio de|actitud de|aliado de|socio de|socios de|relaciones con|"
        "negociaciones con|diálogo con|acuerdo con|tensiones con|sanciones contra|apoyo a|ayuda a|aislar a|sancionar a|"
        "castigar a|convencer a|disuadir a|apoyar a|ayudar a|armar a|condenar a|amenazar a|obligar a|forzar a|"
        "presionar a|instar a|apoya a|apoyan a|sanciona a|condena a|euros a|dólares a|armas a",
        titled=True,
        acting="ha|han|había|habrá|habría|no|es|era|será|sería|sigue|quiere|puede|debe|podría|debería|da|dará|dona|"
        "donará|aporta|aportará|apoya|apoyará|afirma|anuncia|declara|estima|rechaza|acusa|pide|propone|exige|niega|"
        "teme|considera|promete|desea|espera|continúa|continuará|envía|enviará|amenaza|denuncia|condena|saluda|"
        "financia|financiará|busca|se|asegura|insiste|participa|participará|mantiene|reconoce|reclama|intenta|prevé|"
        "hace|hará|dice|reafirma|reitera|responde|contribuye|contribuirá|lanza|impone|ve|ofrece|ayuda|refuerza|insta|"
        "agradece|acoge|destina|destinará|rechazó|anunció|acusó|pidió|propuso|exigió|negó|afirmó|declaró|dijo|"
        "aseguró|condenó|apoyó|aprobó|envió|ofreció|donó|dio|aportó|prometió|respondió|reiteró|reafirmó|saludó|lanzó|"
        "impuso|decidió|hizo|quiso|firmó|reconoció|insistió|instó",
        acting_ends="ará|erá|irá|aría|ería|iría",
        heads="!Cruz Roja=Red Cross|!Media Luna Roja=Red Crescent|Consejo=Council|Comisión=Commission|"
        "Comité=Committee|Departamento=Department|Agencia=Agency|Ministerio=Ministry|Secretaría=Secretariat|"
        "Parlamento=Parliament|Congreso=Congress|Senado=Senate|Asamblea=Assembly|Corte=Court|Tribunal=Court|"
        "Misión=Mission|Organización=UN|Unión=EU|Alianza=NATO|Ejército=Army|Banco=Bank|Fondo=Fund|"
        "?Federación=Federation|?Fundación=Foundation|?Oficina=Office|?Centro=Centre|?Mecanismo=Mechanism|"
        "?Grupo=Group|?Asociación=Association|?Autoridad=Authority|?Liga=League|?Instituto=Institute|?Fuerza=Force|"
        "?Armada=Navy|?Guardia=Guard|?Policía=Police|?Coalición=Coalition|?Sociedad=Society|?Universidad=University|"
        "?Servicio=Service|?Dirección=Directorate|?Partido=Party|?Delegación=Delegation|?Mando=Command|?Red=Network|"
        "?Movimiento=Movement|?Frente=Front|?Brigada=Brigade|?Unidad=Unit|?Compañía=Company|"
        "?Observatorio=Observatory|?Cámara=Chamber|?Confederación=Confederation|?Comunidad=Community|"
        "?Alto Comisionado=High Commissioner|?Foro=Forum|?Iglesia=Church|?Embajada=Embassy|?Fuerzas Armadas=|"
        "?Programa=",
        ministries="ministerio=Ministry",
        labels="partido|ONG|asociación|agencia|empresa|compañía|fundación|diario|periódico|sindicato|cadena|"
        "grupo armado|grupo terrorista|organización|laboratorio",
        qualifiers="nacional|internacional|general|regional|mundial|central|federal|superior|suprema|supremo|"
        "permanente|mixta|mixto|conjunta|conjunto|independiente|económica|económico|social|política|político|"
        "constitucional|militar|multinacional|humanitaria|humanitario|penal|especial|europea|europeo|africana|"
        "africano|árabe|asiática|asiático|islámica|islámico|electoral|parlamentaria|judicial|ejecutiva|ejecutivo|"
        "interamericana|interamericano|panamericana|iberoamericana|latinoamericana|centroamericana|democrática|"
        "democrático|popular|pública|público|monetaria|financiera|técnica|agrícola",
        links="de|de la|del|de los|de las|para|para la|para el|para los|sobre|contra|contra la|contra el|en|por la|"
        "por el",
        joints="y|e|&",
        portfolios="asuntos exteriores=Foreign Affairs|relaciones exteriores=Foreign Affairs|defensa=Defence|"
        "interior=Interior|justicia=Justice|hacienda=Finance|economía=Economy|salud=Health|sanidad=Health|"
        "educación=Education|trabajo=Labour|agricultura=Agriculture|comercio=Trade|medio ambiente=Environment|"
        "energía=Energy|transportes=Transport|cultura=Culture",
        articles="el|la|los|las|El|La|del|de la|al|a la|esta|este|nuestra|nuestro|esa|ese|su|dicha|dicho",
        verb_ends="ar|er|ir",
        particles="al|el|ibn|bin|ben|abu|de|del|de la|de los|di|da|dos|la|las|van|von|der|y",
        asides="Aplausos|Risas|Rumores|Protestas",
    ),
    speech=SpeechWords(
        auxiliaries="ha|han|había|habían|habrá|habría",
        passives="sido|es|son|fue|fueron",
        modals="no|nunca|jamás",
        clitics="se|le|les|lo|la|los|las|nos|no",
        that="que",
        unlike="más|menos|para|ya|antes|así|mientras|tal|tales|lo|el|la|los|las|aunque|siempre|sin|hasta|desde|después|"
        "porque|dado",
        according="según|de acuerdo con|a juicio de|en opinión de|en palabras de",
        whereby="según el cual|según la cual|según los cuales|según las cuales",
        views="para|a ojos de",
        pointing="esto fue|esto ha sido|así fue|el anuncio fue|la noticia fue",
        like="como|tal como",
        comments="es decir|lo que|lo cual",
        one="un|una",
        subset="entre ellos|entre ellas|incluido|incluida",
        breaks="pero|y|mientras que|aunque|porque|cuando|donde|si|e",
        conjoined="y|e|pero",
        he="aquel|él",
        she="ella",
        they="ellos|ellas",
        latter="este último|esta última|este último",
        relative="quien|quienes|que",
        own="yo|nosotros|mi|mis|nuestro|nuestra|nuestros|nos",
        anonymous="fuentes|informes|rumores|algunos|algunas|muchos|esto|eso|ello|nada|todo",
        hearsay="informes|fuentes|rumores|medios|informaciones|testimonios",
        articles="el|la|los|las|un|una|unos|unas|del|de|al|este|esta|su|sus|dos",
        prepositions="de|del|a|al|en|por|para|con|contra|sobre|bajo|hacia|entre|ante|según|sin|desde|tras|durante|mediante|"
        "como",
        genitives="de|del",
        agents="por",
        occasions="durante|ayer|hoy|lunes|martes|miércoles|jueves|viernes|sábado|domingo|tras|ante",
        synonyms="jefe de Estado=presidente|jefe del Gobierno=primer ministro|canciller=ministro de relaciones exteriores|"
        "presidente de la República=jefe de Estado|ministro de relaciones exteriores=canciller|portavoz=vocero|vocero=portavoz",
        issuing="de|del|por|publicado|publicada|emitido|emitida|difundido|difundida|pronunciado|leído|conjunto|conjunta",
        sirs="sr|sr.|señor|don",
        madams="sra|sra.|señora|doña",
        titles="dr|dr.|dra|dra.|excelencia|excmo|excma",
        questions="pregunta|periodista|p",
    ),
    claims=ClaimWords(
        openers="que|quien|quienes|cuyo|cuya|donde",
        breakers="pero|mientras que|aunque|y ha|y han|cuando|y nosotros|porque",
        ourselves="nosotros|yo",
        pronouns="ella|ellos|ellas",
        latter="este último|esta última",
        agents="parte|nombre",
        channels="través|mediante|vía",
        bearing="con|por|de",
        gifts="contribución|contribuciones|donación|donaciones|ayuda|apoyo|aporte|aportación|promesa|generosidad|subvención|donativo",
        relatives="que",
        thats="que",
        respective="respectivamente",
        wheres="donde|en la que|en el que|durante la cual|durante el cual",
        passive="por",
        articles="el|la|los|las|del|de|un|una|su|sus|nuestro|nuestra",
        plain="y|e",
        conjoined="y|e|más|incluidos|incluidas|así como|además de",
        definite="los|las|nuestros|estos|estas|ambos|ambas|sus",
        pointing="estos|estas|esos|esas|esta|este",
        likening="como|entre",
        inside="en",
        changing="a",
        comparing="que|tras|detrás|ante",
        converting="o",
        since="desde|desde el|desde la|desde principios de|desde finales de|a partir de|a partir del",
        until="hasta|hasta el|hasta la|antes de|antes del|para|a finales de|para finales de",
        gerunds="ando|endo",
        land="ESP",
        futures="ará|erá|irá|arán|erán|irán|aremos|eremos|iremos|drá|drán|dremos",
        conditionals="aría|arían|ería|erían|iría|irían|dría|drían",
    ),
)
