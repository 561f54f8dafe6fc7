"""Small documents made for the tests: PDF written by hand, Word by python-docx."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

Placed = tuple[float, float, float, str]  # left, bottom and size in points; the words


def pdf(pages: list[list[Placed]], *, title: str = "", made: str = "") -> bytes:
    """A PDF of A4 pages in Helvetica (ISO 32000-1, 7.5): lines of words where they are placed."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, page in enumerate(pages):
        drawn = b"\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {left} {bottom} Tm (".encode() + _escaped(words) + b") Tj ET"
            for left, bottom, size, words in page
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * index} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"\nendstream")
    objects.append(b"<< /Title (" + _escaped(title) + b") /CreationDate (" + made.encode() + b") >>")
    return _file(objects)


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: list[bytes]) -> bytes:
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(written)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    written += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    written += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    return bytes(written) + f"startxref\n{start}\n%%EOF\n".encode()


def word(*, empty: bool = False) -> bytes:
    """A Word document with a heading, a paragraph, a list, a table, and its core properties."""
    from docx import Document

    made = Document()
    made.core_properties.title = "" if empty else "Note sur les digues"
    made.core_properties.created = datetime(2024, 3, 12, 9, 30)
    made.core_properties.language = "fr-FR"
    if not empty:
        made.add_heading("Les digues du Bréault", level=1)
        made.add_paragraph("Le Valdor a versé 12\u00a0millions d’euros\u00a0; « c’est peu », dit-on.")
        made.add_paragraph("Trois ponts", style="List Bullet")
        table = made.add_table(rows=2, cols=2)
        for row, cells in zip(table.rows, (("Village", "Familles"), ("Bréault", "4\u202f200")), strict=True):
            for cell, said in zip(row.cells, cells, strict=True):
                cell.text = said
        made.add_paragraph("Fin de la note.")
    out = BytesIO()
    made.save(out)
    return out.getvalue()
