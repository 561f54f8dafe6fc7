"""What each message names, with part and place."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from entente import plugins
from entente.errors import Unusable
from entente.feeds import headings, iso20022
from entente.feeds.remittance import names_in
from entente.messages import Wanted
from entente.model.aside import Aside
from entente.model.match import Subject
from entente.text.say import french

SAMPLES = Path(__file__).parents[1] / "samples" / "messages"


def read(name: str, path: Path, wanted: Wanted | None = None) -> list[Subject | Aside]:
    return list(plugins.one("messages", name).read(path, wanted or Wanted()))


def told(found: list[Subject | Aside]) -> list[tuple[str, str, str]]:
    return [(one.name, one.role, one.where) for one in found if isinstance(one, Subject)]


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "file"
    path.write_bytes(text.encode(encoding))
    return path


def test_every_party_and_agent_of_a_payment() -> None:
    found = read("pacs008", SAMPLES / "pacs008" / "payment.xml")
    assert told(found) == [
        ("INVTFRPP", "sender", "AppHdr/Fr/FIId"),
        ("INVTIQBA", "receiver", "AppHdr/To/FIId"),
        ("INVTFRPP", "instructing agent", "GrpHdr/InstgAgt (invented-1)"),
        ("Bank of the Middle", "intermediary", "CdtTrfTxInf[1]/IntrmyAgt1 (aid-0001)"),
        ("Invented Fund", "ultimate debtor", "CdtTrfTxInf[1]/UltmtDbtr (aid-0001)"),
        ("Invented Relief Desk", "debtor", "CdtTrfTxInf[1]/Dbtr (aid-0001)"),
        ("Paule Exemple", "contact", "CdtTrfTxInf[1]/Dbtr/CtctDtls (aid-0001)"),
        ("INVTFRPP", "debtor's agent", "CdtTrfTxInf[1]/DbtrAgt (aid-0001)"),
        ("000111222", "creditor's agent", "CdtTrfTxInf[1]/CdtrAgt (aid-0001)"),
        ("Branch of the River", "branch", "CdtTrfTxInf[1]/CdtrAgt/BrnchId (aid-0001)"),
        ("Tariq Invented", "creditor", "CdtTrfTxInf[1]/Cdtr (aid-0001)"),
        ("T. Invented savings", "creditor's account", "CdtTrfTxInf[1]/CdtrAcct (aid-0001)"),
        ("Tents and Ropes", "invoicer", "CdtTrfTxInf[1]/RmtInf/Strd/Invcr (aid-0001)"),
        ("Invented Relief Desk", "debtor", "CdtTrfTxInf[2]/Dbtr (aid-0002)"),
        ("INVTSYDA", "creditor", "CdtTrfTxInf[2]/Cdtr (aid-0002)"),
    ]


@pytest.mark.parametrize(
    ("within", "role"),
    [
        ("BrandNewPty", "party"),
        ("Dbtr/Pty", "debtor"),
        ("RltdRmtInf/RmtLctnDtls/PstlAdr", "party"),
        ("Tax/Cdtr/Authstn", "creditor"),
        ("SplmtryData/Envlp/Anything", "party"),
        ("ChrgsInf/Agt/FinInstnId", "charges agent"),
    ],
)
def test_a_name_is_not_missed_wherever_it_stands(within: str, role: str, tmp_path: Path) -> None:
    names = within.split("/")
    body = "".join(f"<{name}>" for name in names) + "<Nm>Omar Nowhere</Nm>"
    body += "".join(f"</{name}>" for name in reversed(names))
    path = written(tmp_path, f"<D><FIToFICstmrCdtTrf><CdtTrfTxInf>{body}</CdtTrfTxInf></FIToFICstmrCdtTrf></D>")
    assert [(name, part) for name, part, _ in told(read("pacs008", path))] == [("Omar Nowhere", role)]


def test_the_first_version_has_another_root(tmp_path: Path) -> None:
    body = "<PmtInf><Dbtr><Nm>Omar Nowhere</Nm><Id><PrvtId><PsptNb>X1</PsptNb></PrvtId></Id></Dbtr></PmtInf>"
    path = written(tmp_path, f"<Document><pain.001.001.02>{body}</pain.001.001.02></Document>")
    [found] = read("pain001", path)
    assert isinstance(found, Subject)
    assert (found.name, found.identifiers, found.kind) == ("Omar Nowhere", ("X1",), "person")


def test_a_party_that_is_named_by_nothing_is_told(tmp_path: Path) -> None:
    body = "<CdtTrfTxInf><Cdtr><Nm> </Nm></Cdtr></CdtTrfTxInf>"
    path = written(tmp_path, f"<Document><FIToFICstmrCdtTrf>{body}</FIToFICstmrCdtTrf></Document>")
    assert read("pacs008", path) == [Aside("CdtTrfTxInf[1]/Cdtr", "Nm", "", "no name", whole=True)]


def test_the_parties_of_a_batch_of_mt103() -> None:
    found = read("mt103", SAMPLES / "mt103" / "batch.rje", Wanted(remittance=True))
    assert told(found) == [
        ("INVTFRPPXXX", "sender", "message 1, sender (AID-1)"),
        ("INVTIQBAXXX", "receiver", "message 1, receiver (AID-1)"),
        ("INVENTED FUND", "ordering customer", "message 1, :50F: (AID-1)"),
        ("BANK OF THE MIDDLE", "ordering institution", "message 1, :52D: (AID-1)"),
        ("INVTIQBA", "account with institution", "message 1, :57A: (AID-1)"),
        ("TARIQ INVENTED", "beneficiary customer", "message 1, :59F: (AID-1)"),
        ("TENTS FOR", "remittance", "message 1, :70: (AID-1)"),
        ("FOR OMAR", "remittance", "message 1, :70: (AID-1)"),
        ("OMAR NOWHERE", "remittance", "message 1, :70: (AID-1)"),
        ("TENTS FOR OMAR", "remittance", "message 1, :70: (AID-1)"),
        ("FOR OMAR NOWHERE", "remittance", "message 1, :70: (AID-1)"),
        ("TENTS FOR OMAR NOWHERE", "remittance", "message 1, :70: (AID-1)"),
        ("BANK OF THE RIVER BAGHDAD", "instructing institution", "message 1, :72: (AID-1)"),
        ("PAY OMAR", "instruction", "message 1, :72: (AID-1)"),
        ("OMAR NOWHERE", "instruction", "message 1, :72: (AID-1)"),
        ("PAY OMAR NOWHERE", "instruction", "message 1, :72: (AID-1)"),
        ("INVTIQBAXXX", "receiver", "message 2, receiver (AID-2)"),
        ("INVTFRPPXXX", "sender", "message 2, sender (AID-2)"),
        ("SOCIETE DES TENTES ET DES COR", "ordering customer", "message 2, :50K: (AID-2)"),
        ("SOCIETE DES TENTES ET DES CORDES SARL", "ordering customer", "message 2, :50K: (AID-2)"),
        ("OMAR NOWHERE", "ordering customer", "message 2, :50K: (AID-2)"),
        ("FW000111222", "account with institution", "message 2, :57C: (AID-2)"),
        ("MOHAMMED", "beneficiary customer", "message 2, :59: (AID-2)"),
    ]
    assert found[-1] == Aside("message 3", "", "MT940", "not an MT103", whole=True)


FULL = "OMAR NOWHERE COMPANY FOR TENTS AND"  # the next word had no room in it


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["OMAR NOWHERE", "MAIN STREET 1"], ["OMAR NOWHERE"]),
        ([FULL, "ROPES"], [FULL, f"{FULL} ROPES"]),
        (["OMAR NOWHERE", "ATTN: ANNA NOWHERE"], ["OMAR NOWHERE", "ANNA NOWHERE"]),
        (["BENEF: OMAR NOWHERE", "O/B/O ANNA NOWHERE"], ["OMAR NOWHERE", "ANNA NOWHERE"]),
        (["ORIGAMI LTD"], ["ORIGAMI LTD"]),
        (["BEN NOWHERE", "ATTN ANNA NOWHERE"], ["BEN NOWHERE", "ANNA NOWHERE"]),
        (["ATT WIRELESS"], ["ATT WIRELESS"]),
        (["1/OMAR NOWHERE"], ["OMAR NOWHERE"]),
    ],
)  # fmt: skip
def test_lines_of_name_and_address(lines: list[str], names: list[str], tmp_path: Path) -> None:
    text = "\n".join(["{1:F01INVTFRPPAXXX0000000000}{2:I103INVTIQBAXXXXN}{4:", ":59:/1", *lines, "-}"])
    found = read("mt103", written(tmp_path, text))
    assert [one.name for one in found if isinstance(one, Subject) and "59" in one.where] == names


def test_numbered_lines_tell_birth_and_numbers() -> None:
    found = read("mt103", SAMPLES / "mt103" / "batch.rje")
    [payee] = [one for one in found if isinstance(one, Subject) and ":59F:" in one.where]
    assert payee.birth_date
    assert (payee.birth_date.text, payee.identifiers) == ("1971-05-23", ("X0012345",))


def test_travellers_of_two_lists() -> None:
    found = read("paxlst", SAMPLES / "paxlst" / "list.edi")
    assert told(found) == [
        ("DESK OF THE AIRLINE", "reporting party", "message LIST1, NAD+MS 1"),
        ("TARIQ INVENTED", "passenger", "message LIST1, NAD+FL 2"),
        ("ANNA MARIA O'NOWHERE", "passenger", "message LIST1, NAD+FL 3"),
        ("NEW BABY", "passenger in transit", "message LIST1, NAD+DDU 4"),
        ("CHRIS CREW", "crew member", "message LIST2, NAD+FM 1"),
    ]
    births = [one.birth_date.text for one in found if isinstance(one, Subject) and one.birth_date]
    assert births == ["1971-05-23", "1969-01-01", "2031-01-01"]
    assert found[-1] == Aside("message LIST2", "CNT", "2", "1 were read", whole=False)


def test_several_interchanges_in_one_file(tmp_path: Path) -> None:
    one = "UNB+UNOA:4+A+B+310523:0900+1'UNH+{n}+PAXLST:D:02B'NAD+FL+++NOWHERE:{name}'UNT+3+{n}'UNZ+1+1'\n"
    path = written(tmp_path, one.format(n=1, name="ANN") + one.format(n=2, name="BO") + "\nsent on Monday")
    assert [name for name, _, _ in told(read("paxlst", path))] == ["ANN NOWHERE", "BO NOWHERE"]


@pytest.mark.parametrize("advice", ["UNA:+.? '", "UNA|*,! ~", ""])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_service_strings_and_line_ends_do_not_matter(advice: str, end: str, tmp_path: Path) -> None:
    text = "UNB+UNOC:3+A+B+310523:0900+1'UNH+1+PAXLST:D:02B'NAD+FL+++N?'É:A?+B'DTM+329:640229'UNT+4+1'UNZ+1+1'"
    if "|" in advice:
        kept = text.replace("?'", "\0").replace("?+", "\1")
        text = kept.translate(str.maketrans(":+'", "|*~")).replace("\0", "'").replace("\1", "+")
    path = written(
        tmp_path,
        advice + text.replace("~" if "|" in advice else "'U", ("~" if "|" in advice else "'" + end + "U")),
        "latin-1",
    )
    [found] = read("paxlst", path)
    assert isinstance(found, Subject)
    assert found.birth_date
    assert (found.name, found.birth_date.text) == ("A+B N'É", "1964-02-29")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_table_in_any_encoding_and_with_any_delimiter(encoding: str, mark: str, tmp_path: Path) -> None:
    rows = [["N°", "Bénéficiaire", "Adresse"], ["7", "Zoé Nulle-Part", "1, rue d’Été"]]
    text = "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    path = written(tmp_path, text, encoding)
    assert told(read("csv", path)) == [("Zoé Nulle-Part", "creditor", "line 2, Bénéficiaire")]


@pytest.mark.parametrize(
    ("header", "row", "names"),
    [
        ("Nom;Prénom;Pays", "Nulle-Part;Zoé;FR", ["Zoé Nulle-Part"]),
        ("Nombre;Apellidos;País", "Ana;Ninguna Parte;ES", ["Ana Ninguna Parte"]),
        ("Vorname;Name;Land", "Ute;Nirgendwo;DE", ["Ute Nirgendwo"]),
        ("First name;Family name;Country", "Ann;Nowhere;UK", ["Ann Nowhere"]),
        ("Vor- und Nachname;Land;Ort", "Ute Nirgendwo;DE;Bonn", ["Ute Nirgendwo"]),
        ("Ordering customer;Beneficiary's name;Amount", "A Fund;Ann Nowhere;1", ["A Fund", "Ann Nowhere"]),
        ("Auftraggeber;Empfänger;Betrag", "A Fund;Ute Nirgendwo;1", ["A Fund", "Ute Nirgendwo"]),
        ("Name;Also known as;City", "Ann Nowhere;Annie;Bonn", ["Ann Nowhere", "Annie"]),
        ("Street name;File name;Company name", "Main;x.pdf;A Fund", ["A Fund"]),
    ],
)
def test_headings_in_four_languages(header: str, row: str, names: list[str], tmp_path: Path) -> None:
    assert [name for name, _, _ in told(read("csv", written(tmp_path, f"{header}\n{row}\n")))] == names


def test_the_facts_of_a_row_are_of_whom_it_is_about(tmp_path: Path) -> None:
    text = "Company,Director,Date of birth,Contact\nA Fund,Ann Nowhere,1971,Bo Nowhere\n"
    born = {
        one.name: one.birth_date is not None for one in read("csv", written(tmp_path, text)) if isinstance(one, Subject)
    }
    assert born == {"A Fund": False, "Ann Nowhere": True, "Bo Nowhere": False}


def test_columns_are_told_by_heading_or_by_number(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b,c\n1,Ann Nowhere,1971\n")
    by_heading = read("csv", path, Wanted(columns=[("name", "b"), ("birth_date", "c")]))
    assert told(by_heading) == [("Ann Nowhere", "", "line 2, b")]
    bare = written(tmp_path, "1,Ann Nowhere,1971\n2,Bo Nowhere,1972\n")
    assert [name for name, _, _ in told(read("csv", bare, Wanted(columns=[("name", "2")])))] == [
        "Ann Nowhere",
        "Bo Nowhere",
    ]


def test_only_titles_stand_above_a_header(tmp_path: Path) -> None:
    path = written(tmp_path, "Intitulé;Ville;Note\nAnn Nowhere;Lyon;x\nBo Nowhere;Lyon;Contact\n")
    with pytest.raises(Unusable, match="no column has a heading that tells names"):
        read("csv", path)
    assert len(told(read("csv", path, Wanted(columns=[("name", "Intitulé")])))) == 2


def test_several_columns_may_be_told_alike(tmp_path: Path) -> None:
    path = written(tmp_path, "name,p,q,contact\nAnn Nowhere,X1,Y2,Bo\n")
    wanted = Wanted(columns=[("identifier", "p"), ("identifier", "q"), ("ignored", "contact")])
    [found] = read("csv", path, wanted)
    assert isinstance(found, Subject)
    assert found.identifiers == ("X1", "Y2")


def test_a_bad_row_or_value_is_set_aside_and_the_rest_read(tmp_path: Path) -> None:
    text = "name,kind,dob\nAnn Nowhere,robot,soon\n,person,1971\nBo,person,1971,too,many\nCy Nowhere,person,1971\n"
    found = read("csv", written(tmp_path, text))
    assert [name for name, _, _ in told(found)] == ["Ann Nowhere", "Cy Nowhere"]
    assert [(one.place, one.field, one.whole) for one in found if isinstance(one, Aside)] == [
        ("line 2", "kind", False),
        ("line 2", "dob", False),
        ("line 3", "", True),
        ("line 4", "", True),
    ]


def test_the_names_that_a_text_may_hold() -> None:
    assert list(names_in("SALARY 2031-05, Ann Nowhere; INV 77/ok")) == ["SALARY", "Ann Nowhere"]
    words = "pay this to Ann Maria Nowhere without any delay".split()
    stretches = set(names_in(" ".join(words)))
    for size in (2, 3, 4):
        assert {" ".join(words[first : first + size]) for first in range(len(words) - size + 1)} <= stretches


def test_every_part_has_its_french() -> None:
    parts = {*iso20022.ROLES.values(), iso20022.PARTY, *iso20022.TEXTS.values()}
    parts |= {field.role for field in headings.words().fields.values() if field.role}
    for name in ("mt103", "paxlst"):
        parts |= set(import_module(f"entente.messages.{name}")._ROLES.values())
    assert {part for part in parts if part not in french()} == set()
