"""English.

Reads: statements of English-speaking governments, bodies and press, in American, British and Australian spelling.
Misses: verse, headline English without verbs.
Origin: forms listed by hand.
"""

from __future__ import annotations

from entente.languages import CalendarWords, ClaimWords, Language, NameWords, NumberWords, SpeechWords

LANGUAGE = Language(
    code="en",
    name="English",
    function_words=frozenset(
        "the of and to in is are was for that with on by this has have been will from their it as at be we our not its they".split()
    ),
    abbreviations=frozenset(
        "Mr Mrs Ms Dr Brig Cmdr Cpl Pvt Amb Spc Prof St Sr Jr Gen Col Lt Maj Capt Sgt Adm Sen Rep Gov Rev Hon vs etc No Nos Art Inc Ltd Co Corp "
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec approx est fig al cf e.g i.e".split()
    ),
    numbers=NumberWords(
        cardinals="""0 zero nil nought naught | 1 one | 2 two | 3 three | 4 four | 5 five | 6 six | 7 seven | 8 eight |
        9 nine | 10 ten | 11 eleven | 12 twelve | 13 thirteen | 14 fourteen | 15 fifteen | 16 sixteen | 17 seventeen |
        18 eighteen | 19 nineteen | 20 twenty | 30 thirty | 40 forty fourty | 50 fifty | 60 sixty | 70 seventy | 80
        eighty | 90 ninety""",
        scales="""2 hundred / hundreds | 3 thousand / thousands | 5 lakh / lakhs | 6 million mn mln mio mil / millions
        | 7 crore / crores | 9 billion bn bln / billions | 12 trillion tn trn tln / trillions | 15 quadrillion /
        quadrillions""",
        groups="12 dozen doz / dozens dozs dzs | 20 / scores | 10 / tens",
        halves="half",
        parts="""3 third thirds | 4 quarter quarters fourth fourths | 5 fifth fifths | 6 sixth sixths | 7 seventh
        sevenths | 8 eighth eighths | 9 ninth ninths | 10 tenth tenths | 20 twentieth | 100 hundredth""",
        points="point",
        joins="and",
        minus="minus | negative",
        articles="a | an | a good | a whole | a full",
        links="of",
        vagues="several | a few | many | some | countless | multiple | a couple",
        percents="% | percent | per cent | pct | per-cent",
        pairs="between / and | anywhere from / to",
        to="to",
        changes="from",
        alternatives="or",
        about="""about | around | approximately | roughly | some | circa | an estimated | estimated | estimated at |
        estimated at around | estimated at about | estimated at some | estimated to be | in the region of | in the
        order of | on the order of | approx | in the neighborhood of | in the neighbourhood of | more or less |
        something like | an approximate | an average of about | in the range of | a reported | reportedly | an
        estimate of | estimates of | close on | give or take""",
        nearly="""nearly | almost | close to | approaching | approaches | nearing | very nearly | just short of | not
        quite | virtually | practically | verging on | the best part of | the better part of""",
        over="""over | more than | in excess of | upwards of | well over | just over | far more than | greater than |
        exceeding | exceeds | exceed | exceeded | above | well above | higher than | surpassing | surpassed |
        surpasses | surpass | topping | topped | tops | north of | beyond | well beyond | much more than | slightly
        more than | slightly over | a little over | a little more than | considerably more than | significantly more
        than | way over | better than | passed the""",
        at_least="""at least | no less than | no fewer than | not less than | not fewer than | a minimum of | minimum
        of | at minimum | at a minimum | minimum | at the very least""",
        under="""less than | fewer than | under | below | just under | lower than | well under | well below | just
        below | slightly less than | slightly under | a little under | a little less than | a little short of | slightly short of | well short of | barely""",
        up_to="""up to | as many as | as much as | a maximum of | maximum of | at most | no more than | not more than |
        not exceeding | up to a maximum of | not to exceed | as high as | at the most | a ceiling of | no higher than
        | no greater than""",
        further="""an additional | additional | a further | further | an extra | extra | another | yet another | an
        initial | a supplementary""",
        trailing="""about or so / or thereabouts / -odd / -some | over -plus | at_least or more / or above / or greater / at least / at a minimum /
        and counting | up_to or less / or fewer / at most / at the most / maximum | over and more""",
        motion="over | in over | around | under",
        determiners="the | a | an | these | those | all | all of the | of",
        others="more | other | additional | further | new",
        ages="aged | age | ages | age of | ages of | children under | aged under | aged over | ages between",
        aged="year-old | years-old | years old | year olds | year-olds | years of age | year old",
        clock="am | pm | a.m | p.m | o'clock | gmt | utc | noon | est | edt",
        wholes="of | only | the | its | their | our | those | all | these | his | her | this | that | funded | financed | covered | met",
        singletons="""first second latter last next force formula in no any every each this that the which another only
        some one day by hand""",
        numbers="number numbers total toll",
        owned="of its | of their | of our | of his | of her | of my",
        folds="fold",
        amounting="""of | numbered | numbers | number | now numbers | numbering | stands at | stood at | now stands at |
        totals | totalled | totaled | has reached | reached | has grown to | grew to | rose to | has fallen to | fell to |
        is | was""",
        counting="of | of the",
        subset="""including | of which | of whom | of these | of those | of them | among them | some of which |
        including about | of this | of that | of this amount | includes | bringing | comprising | plus""",
        lasting="for | of | after | lasted | lasts | took | takes | spanning | than | with | some | a",
        among="in | out of | in every",
        leading="than | of",
        partitives="of the | of these | of those | of | among the | out of the | out of",
    ),
    calendar=CalendarWords(
        months=tuple("january february march april may june july august september october november december".split()),
        short_months=tuple("jan feb mar apr . jun jul aug sep|sept oct nov dec".split()), doubtful="march|may",
        month_first=True, weekdays=tuple("monday tuesday wednesday thursday friday saturday sunday".split()),
        short_weekdays=tuple("mon tue|tues wed thu|thur|thurs fri sat sun".split()),
        days=(
            (-2, "the day before yesterday"),
            (-1, "yesterday|last night|yesterday morning|yesterday afternoon|yesterday evening"),
            (0, "today|tonight|this morning|this afternoon|this evening|this very day"),
            (1, "tomorrow|tomorrow morning|tomorrow night"), (2, "the day after tomorrow"),
        ),
        units=(
            ("day", "day", "days"), ("week", "week", "weeks"), ("month", "month", "months"),
            ("quarter", "quarter", "quarters"), ("half", "half", "halves"), ("year", "year", "years"),
            ("decade", "decade", "decades"), ("weekend", "weekend", "weekends"), ("hour", "hour", "hours"),
        ),
        numbers=tuple(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen twenty".split()
        ),
        tens=tuple("ten twenty thirty forty fifty sixty seventy eighty ninety".split()), one="a|an|one",
        ordinals=tuple(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
        ),
        last=tuple("last last".split()), next=tuple("next next".split()),
        past=tuple("past past".split()), and_half="and a half",
        coming=tuple("coming|upcoming coming|upcoming".split()), this="this|these|the current|current",
        rolls_after="the", ago="ago", hence="from now|hence|in the future", quarters=tuple("Q1 Q2 Q3 Q4".split()),
        halves=tuple("H1 H2".split()), later="later|after that", earlier="earlier|before that",
        anchored=(
            ("day", -1, "the day before|the previous day|the preceding day"),
            ("day", 1, "the following day|the next day|the day after"),
            ("year", -1, "the previous year|the preceding year|the year before"),
            ("year", 1, "the following year|the year after"),
        ),
        edgewise="before|after", belongs="the|a|an|his|her|its|their|our|my|they|he|she|we|it|than|of|this|that|these|those|any|each", every="every|each",
        about="more than|less than|over|under|at least|nearly|almost|fewer than|just over|well over|a little over|a little more than|slightly more than|just under|some time over",
        edges="early|late|mid|middle of|early in|late in|mid of|later in|earlier in",
        starts="start of|beginning of|outset of", ends="end of|close of|end", rests="rest of|remainder of",
        fiscal="fiscal year|fiscal years|financial year|financial years|fiscal|fy", fiscal_pairs=True, exercises="fiscal year|financial year|year",
        void="black friday|bloody sunday|bloody friday|good friday|easter sunday|easter monday|palm sunday|"
        "ash wednesday|cyber monday|giving tuesday|super tuesday|may day|of tomorrow|better tomorrow|"
        "brighter tomorrow|safer tomorrow|today's world|world today|world of today|youth of today|society of today|challenges of today|needs of today|problems of today|"
        "realities of today|crises of today|threats of today|conflicts of today|wars of today|issues of today|"
        "generation of today|generations of today|children of today|leaders of today|women of today|mid-day|"
        "one day|to this day|until this day|till this day|from this day|this day in|this day and age",
        joins="|of|the|of the|'s|(|)|of this", spans="to|to the|through|through the|until|until the|till|up to",
        pairs="between|between the",
        lists="and|and the|or|&|, and",
        before_month="in|of|by|since|until|from|through|during|before|after|for|last|next|this|early|late|mid|"
        "between|as of|late in|early in",
        before_year="beyond|in|since|by|until|till|through|during|before|after|between|year|years|early|late|mid|end of|"
        "beginning of|start of|middle of|throughout|circa|as early as|back in|as of|pre|post|summer of|spring of|"
        "fall of|autumn of|winter of|summer|spring|fall|autumn|winter|calendar year|into|mid of|as soon as|starting|"
        "beginning|effective",
        year_owners="the|its|their|our|his|her|my|this|s|a|every|each|and",
        named="of", onwards="onwards|onward", maybe_year="of|from|to|for|and|or|than|over|on",
        recurring="each year|every year|annually|season|seasons|typically|usually",
        future="will|shall|upcoming|scheduled|is to|are to|forthcoming|due to|is due|are due|expected to|plans to|decides|"
        "decide|decided to|requests|requested to|set to|intends to|intend to|agreed to|going to|to be held|slated",
        due="until|till|until the|until late|until early|expires on|expires in|expire on|expiring on|ends on|ends in|"
        "begins on|begins in|begin on|starts on|starts in|start on|opens on|opens in|closes on|due on|due in|takes place on|"
        "takes place in|take place on|take place in|into force on|into effect on|meets on|meet on|postponed to|"
        "postponed until|extended to|extended until|through to",
        by="by|no later than|not later than|by the|before the|no later than the",
    ),
    names=NameWords(
        before_noun="U.S.|US|UK|U.K.",
        adjective_first=True,
        governments="government|administration|-regime",
        forms="Republic|Kingdom|State|Federation|Confederation|Commonwealth|Sultanate|Principality|Emirate|Union|"
        "Islamic Republic|Federal Republic|Democratic Republic|People's Republic|Arab Republic|United Republic|"
        "Bolivarian Republic|Plurinational State|Socialist Republic|Democratic Socialist Republic|"
        "Co-operative Republic|Hashemite Kingdom|Grand Duchy|Independent State|Eastern Republic|Oriental Republic",
        of="of|of the|of The",
        provinces="province|region|district|city|town|village|county|airport|mountains|neighborhood|port|gulf|bay|"
        "lake|river|sea|island|isle|Gulf|Bay|Lake|River|Strait",
        treaties="Charter|Convention|Treaty|Accord|Protocol|Pact|Covenant|Statute",
        halves="the North=PRK|The North=PRK|the South=KOR|The South=KOR",
        before_place="in|at|to|from|near|of|into|outside|around|through|via|for|on|visit|visited|visiting|leaving|"
        "left|reach|reached|downtown|central|greater|over|toward|towards|across",
        before_seat="in|at|to|inside|outside|near|into|visit|visited|visiting|left",
        before_power="between|with|against|by|than|according to|urged|urges|accused|accuses|told|warned|asked|"
        "thanked|that|pressure on|pressured|pressing|sanctions on|sanctions against|ties with|relations with|talks with|"
        "negotiations with|dialogue with|support from|support of|aid from|funding from|assistance from|help from|"
        "backing from|backed by|signals from|fall on|falls on|dependence on|that of|those of|together with|along with|alongside|trust in|war on|message to|request to|"
        "appeal to|letter to|demands on|influence over|joined|joins|joining|loyal to|hostile to|allied with|aligned with|close to the|"
        "isolate|isolating|punish|punishing|deter|deterring|persuade|convince|compel|pressure|supporting|supports|"
        "helping|helps|arm|arming|condemn|condemned|condemning|threaten|threatened|oblige|blame|blamed|blames|criticise|"
        "criticised|criticize|criticized|provoke|reassure|confront|counter|urge|urging|thank|thanks|invite|appease|"
        "warns|warning|asks|tells|accuse|accusing|intentions of|behalf of|actions of|policies of|control of",
        deeds="aid|assistance|response|support|contribution|pledge|commitment|decision|position|policy|policies|stance|"
        "government|leaders|leadership|demand|demands|request|offer|proposal|plan|plans|ambassador|envoy|minister|"
        "allies|ally|partners|role|intention|intentions|willingness|refusal|insistence|efforts|strategy|war|"
        "aggression|invasion|intervention|forces|army|military|troops|humanitarian|foreign|military|diplomatic|"
        "financial|sanctions|approach|interest|interests|influence|move|call|calls|condemnation|claim|claims|"
        "concerns|reaction|announcement|foreign minister|view|priorities|priority|share|obligations|promise|"
        "promises|largest|biggest|latest|new|initial|total|own|security|participation|engagement|involvement",
        lesser="local|state|regional|provincial|municipal|city|good|world|shadow|self|big|central|tribal|district|"
        "limited|responsible|honest|effective|democratic|unity|interim|transitional|new|current|previous|elected",
        acting="is|was|has|had|have|are|were|will|would|can|could|should|must|may|might|does|did|says|said|announced|"
        "announces|gives|gave|remains|remained|provides|provided|wants|wanted|believes|believed|insists|insisted|"
        "continues|continued|supports|supported|backs|backed|co-lead|co-leads|denies|denied|rejects|rejected|accuses|"
        "accused|agrees|agreed|pledged|pledges|committed|commits|contributed|contributes|called|calls|condemned|"
        "condemns|welcomes|welcomed|urges|urged|sent|sends|stands|stood|recognizes|recognized|recognises|recognised|"
        "hopes|hoped|seeks|sought|plans|planned|warned|warns|told|asked|asks|offers|offered|joins|joined|leads|led|"
        "helped|helps|works|worked|made|makes|took|takes|also|never|now|still|recently|reaffirms|reaffirmed|"
        "encourages|encouraged|considers|considered|views|viewed|imposed|imposes|launched|deployed|responded|refuses|"
        "refused|expects|expected|intends|needs|thanks|applauds|applauded|commends|commended|praises|praised|"
        "strongly|deeply|again|today|looks|brings|brought|delivered|spent|invested|doubled|increased|designated|"
        "sanctioned|co-hosted|hosted|appreciates|regards|hosts|gathers|convenes|doubles|triples|cuts|cut|freezes|froze|"
        "suspends|lifts|closes|opens|summons|expels|sends|delivers|deploys|withdraws|withdrew|signs|ratifies|adopts|"
        "approves|appoints|confirms|strikes|struck|bombs|invades|occupies|fights|fought|loses|lost|wins|won|gets|got|"
        "keeps|kept|pays|paid|lends|lent|bans|bars|allows|fears|feared|knows|knew|thinks|thought|finds|found|faces|"
        "fails|tries|moves|holds|held|sees|saw|sets|set|puts|put|runs|ran|goes|went|comes|came|becomes|became|seems|"
        "appears|follows|withholds|withheld|blames|criticizes|criticises|vows|unveils|releases|allocates|donates|"
        "boosts|raises|slashes|resumes|rules|ruled|bought|buys|sells|sold|spends|invests|presses|pushes|signals|"
        "argues|claims|suggests|stresses|underlines|reiterates|repeats|responds|reacts|retaliates|trains|"
        "equips|arms|evacuates|chairs|co-chairs",
        acting_ends="ed",
        nouns_end="and|or|to|in|of|for|with|as|at|by|on|from|that|which|who|but|than|against|through|into|under|"
        "after|before|while|when|because|if|are|were|have|do|alone|itself|together|among|over|without|within|since|"
        "until|between|not|only|so",
        heads="!Red Cross|!Red Crescent|!Parliament|Council|Commission|Committee|Department|Agency|Ministry|"
        "Secretariat|Congress|Senate|Assembly|Court|Tribunal|Mission|Organization=UN|Organisation=UN|Union=EU|"
        "Alliance=NATO|Army|Bank|Fund|Board|?Federation|?Foundation|?Bureau|?Office|?Centre|?Center|?Mechanism|"
        "?Group|?Association|?Authority|?League|?Institute|?Force|?Navy|?Corps|?Guard|?Police|?Coalition|"
        "?Corporation|?Consortium|?Society|?Trust|?University|?Service|?Directorate|?Delegation|?Command|?Network|"
        "?Party|?Movement|?Front|?Brigade|?Unit|?Company|?Embassy|?Observatory|?Institution|?Chamber|?Forces|"
        "?College|?Inspectorate|?Consulate|?Club|?Taskforce|?Confederation|?Working Group|?Contact Group|?Museum|"
        "?Treasury|Treasury Secretary=|?Church|?Administration|Task Force=|Task Group=|Board of Directors=|"
        "Board of Trustees=|Civil Society=|Air Force One=|Security Forces=|Armed Forces=|Special Forces=|"
        "Working Party=|Member State=|High Court=|Oval Office=|Air Force Base=|Joint Force=|Field Office=|"
        "Combined Force=|Coalition Force=|Coalition Forces=|Security Force=|International Forces=|Allied Forces=|"
        "Ground Forces=|Attack Network=",
        ministries="ministry=Ministry",
        labels="NGO|charity|newspaper|news agency|terrorist group|rebel group|militant group|armed group",
        links="of|for|on|of the|for the|on the|against|against the|of All",
        joints="and|&",
        articles="the|The|this|This|our|Our|its|a|new",
        particles="al|el|ul|ad|as|ibn|bin|bint|ben|abu|de|del|della|di|da|dos|das|do|du|des|la|le|van|von|der|den|"
        "ter|ten|zu|y|e|e-",
        asides="Applause|Laughter|Cheers|Interruption|Inaudible|Hon. Members",
    ),
    speech=SpeechWords(
        plain=True,
        bare="say|says|said|saying|told|tells|telling",
        auxiliaries="has|have|had",
        passives="am|is|are|was|were|been|be|being|as|get|got|'s been",
        modals="to|will|would|can|could|may|might|must|should|shall|not|n't|cannot|never|did not|does not|do not|don't|"
        "didn't|doesn't|let's|please|let|if",
        that="that",
        pronominal="of|in|for|to|by|from|with|is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|"
        "shall|does|did|do|day|week|month|year|same|particular|night|morning|time|evening|goes|includes|allows|"
        "allow|include|takes|took|make|makes|made|meet|meets|seek|seeks|aim|aims",
        listeners="him|her|them|us|me|you|reporters|journalists|lawmakers|senators|delegates|members|congress|parliament|"
        "participants|attendees|everyone|meeting|conference|council|assembly|committee|commission|parliament|summit|"
        "audience|press|media|nation|house|senate|court|hearing|newspaper|paper|agency|broadcaster|briefing|forum|"
        "crowd|world|public|investigators|officials|diplomats|donors|correspondents|viewers|listeners|readers|"
        "colleagues|allies|leaders|ministers|ambassadors|students|troops|supporters|voters|mps|peers|afp|reuters|cnn|"
        "bbc|ap",
        according="according to|as reported by|as stated by|in the view of|in the words of|in the opinion of|as per",
        whereby="according to which|according to whom",
        views="for|to",
        like="as",
        comments="i.e.|that is to say|or about",
        one="a|an",
        effect="ing",
        including="including|excluding|comprising|counting|during",
        subset="including|among them",
        breaks="how|why|what|whether|but|and|while|whereas|although|though|because|since|when|as|if|where|so|yet|before|after|for|and that|"
        "but that|who|which|that|whose",
        conjoined="and|but",
        he="he|him",
        she="she|her",
        it="it",
        they="they|them",
        latter="the latter",
        relative="who|which",
        own="i|we|you|my|our|your|us|i've|we've|let|i'd|we'd",
        anonymous="reports|sources|source|rumors|rumours|this|that|these|those|some|many|others|most|there|what|evidence|"
        "one|people|nothing|everyone|everybody|anyone|nobody|all|few|none|several|here|history|experience|which|"
        "accounts|allegations|news|something",
        hearsay="reports|reporting|sources|source|rumors|rumours|accounts|allegations|intelligence|indications|media|news",
        articles="the|a|an|its|his|her|their|this|these|that|those|some|both|two|three|our",
        prepositions="of|for|to|with|by|in|on|at|from|against|about|under|within|across|between|into|over|during|inside|"
        "outside|near|through|via|including|toward|towards|among|since|after|before|behind|than|like|"
        "alongside|without|regarding|despite|throughout|upon|versus",
        genitives="of|for|from",
        agents="by",
        occasions="during|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|after|before|earlier|later",
        synonyms="monarch=king=queen|king=monarch|queen=monarch|secretary-general=un chief|"
        "head of state=president|head of government=prime minister|premier=prime minister|"
        "top diplomat=secretary of state=foreign minister|un chief=secretary-general|foreign secretary=foreign minister|"
        "foreign minister=minister of foreign affairs=minister for external affairs=external affairs minister|"
        "defence minister=minister of defence=defense minister=minister of defense|prime minister=head of government=premier|"
        "president=head of state|spokesperson=spokesman=spokeswoman|spokesman=spokesperson|spokeswoman=spokesperson",
        issuing="of|by|from|issued|released|made|published|delivered|given|signed",
        sirs="mr|mr.|sir|lord|baron|father",
        madams="mrs|mrs.|ms|ms.|miss|madam|madame|lady|dame|baroness",
        titles="dr|dr.|prof|prof.|professor|gen.|gen|col.|col|lt.|lt|maj.|maj|capt.|capt|sgt.|adm.|adm|brig.|rev.|hon.|"
        "the hon|sen.|rep.|gov.|honourable|honorable|rt|sheikh|excellency|retired|doctor|u.s.|us|uk|british|french|"
        "american|acting|former|then",
        questions="question|q|moderator|reporter|questions|journalist|interviewer",
    ),
    claims=ClaimWords(
        openers="which|who|whose|where|with whom|to whom|for whom|with which|making|leaving|bringing|so that|providing|further|marking",
        breakers=(
            "but|and has|and have|when|while|whereas|although|though|because|and it|and they|and we|and he|and she|"
            "but it|but they|and there"
        ),
        ourselves="we|i",
        pronouns="it|he|she|they",
        owned="we|our|us|my|i",
        latter="the latter",
        agents="from|behalf",
        channels="through|via",
        bearing="with|for|at",
        gifts="contribution|contributions|donation|donations|pledge|pledges|generosity|gift|support received",
        relatives="that|which",
        thats="that",
        progressive="will be|will also be|shall be|will soon be|will now be",
        respective="respectively",
        verbs="will|would|can|could|shall|may|must|should|to|has|have|had|is|are|was|were|and|or|that|which|who",
        wheres="where|at which|in which|during which",
        passive="by",
        articles="the|a|an|its|our|of|both|neighbouring|neighboring",
        plain="and",
        conjoined="and|plus|including|as well as|of which|of whom|while",
        definite="the|our|these|both|their|those",
        pointing="these|those|this",
        likening="as|than|among",
        inside="in|across|from|throughout",
        changing="to",
        comparing="than|after|behind|unlike|before",
        converting="or",
        since=(
            "since|since the|since early|since late|since at least|starting|starting in|beginning in|dating back to|"
            "dating back to the|from|effective"
        ),
        until="by|until|till|before|through|by the|until the|by the end of|through the|by late|by early|no later than",
        gerunds="ing",
        plural="s",
        land="USA",
    ),
)
