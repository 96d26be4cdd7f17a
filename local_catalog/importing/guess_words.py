"""What retailers call their columns, in English, Spanish, French and German."""

from __future__ import annotations

import re

from local_catalog.text import fold

_NAMES: dict[str, str] = {
    "sku": """sku; item id; item number; item no; article number; article no; product id; product code; item code; id;
        code; uuid; asin; referencia; codigo; codigo articulo; ref; reference; reference article; numero article;
        artikelnummer; artnr; art nr; artikel nr; artikelnr; produktnummer""",
    "name": """name; title; product name; product title; item name; product; item; nombre; titulo; producto; articulo;
        nombre producto; nom; nom produit; titre; libelle; designation; produit; bezeichnung; artikelbezeichnung;
        produktname; titel; artikel; produkt; artikelname""",
    "brand": "brand; brand name; manufacturer; maker; vendor; marca; fabricante; marque; fabricant; marke; hersteller",
    "category": """category; categories; category path; product category; product type; department; category name;
        categoria; categorias; departamento; seccion; familia; categorie; categories; rayon; famille; kategorie;
        kategorien; warengruppe; abteilung; produktkategorie""",
    "subcategory": """subcategory; sub category; style; class; subclass; subcategoria; subfamilia; sous categorie;
        sous famille; unterkategorie; untergruppe""",
    "price": """price; retail price; sale price now; selling price; current price; regular price; list price;
        unit price; precio; pvp; precio venta; prix; prix ttc; prix vente; preis; verkaufspreis;
        vk; vk preis; bruttopreis""",
    "gtin": """gtin; ean; ean13; ean 13; ean code; upc; upc code; barcode; bar code; isbn; codigo barras;
        codigo de barras; code barres; code barre; strichcode; gtin ean""",
    "stock": """stock; stock level; quantity; qty; inventory; on hand; quantity on hand; current stock; stock qty;
        availability; existencias; cantidad; disponibilidad; unidades; quantite; stock disponible; bestand;
        lagerbestand; menge; verfugbarkeit""",
    "description": """description; long description; product description; details; about; summary; short description;
        body html; body; descripcion; descripcion larga; descripcion producto; beschreibung; produktbeschreibung;
        langtext; description longue""",
    "size": """size; pack size; package size; net weight; net content; contents; quantity text; weight; volume; tamano;
        contenido; contenido neto; formato; peso; taille; contenance; poids; format; grosse; inhalt; gewicht; fullmenge;
        packungsgrosse""",
    "place": """location; shelf location; place; bin; planogram; ubicacion; emplacement; lagerplatz; regalplatz;
        standort""",
    "aisle": "aisle; pasillo; allee; gang",
    "bay": "bay; section; modulo; travee; fach; regal",
    "shelf": "shelf; estante; balda; etagere; tablette; regalboden; ebene",
    "ingredients": "ingredients; ingredient list; ingredients text; ingredientes; zutaten; zutatenliste",
    "allergens": "allergens; allergen; alergenos; allergenes; allergene",
    "diet": "diet; diets; dietary; dietary flags; dieta; regime; ernahrung",
    "words": """tags; keywords; search terms; synonyms; palabras clave; etiquetas; mots cles; schlagworte;
        stichworte; suchbegriffe""",
    "min_age": "min age; minimum age; age restriction; edad minima; age minimum; mindestalter",
    "sold": """sold; units sold; popularity; sales; sales volume; ventas; unidades vendidas; ventes; quantite vendue;
        absatz; verkauft""",
    "offer_price": """sale price; special price; offer price; promo price; discounted price; precio oferta;
        precio promocion; prix promo; prix solde; angebotspreis; aktionspreis""",
    "offer_ends": """sale end; sale ends; sale end date; offer end; offer ends; promo end; valid until; fin oferta;
        fin promo; date fin promo; angebot bis; gultig bis""",
    "currency": "currency; currency code; moneda; divisa; devise; monnaie; wahrung",
    "width": "width; ancho; largeur; breite",
    "depth": "depth; length; profundidad; fondo; largo; profondeur; longueur; tiefe; lange",
    "height": "height; alto; altura; hauteur; hohe",
}  # fmt: skip
NAMES: dict[str, dict[str, int]] = {
    field: {" ".join(name.split()): rank for rank, name in enumerate(names.split(";"))}
    for field, names in _NAMES.items()
}
"""Of each field the words of its columns, the most usual first."""

ATTRIBUTES: dict[str, str] = {
    "color": "color; colour; farbe; couleur; colores",
    "material": "material; matiere; materiau; fabric",
    "flavor": "flavor; flavour; sabor; gout; geschmack",
    "scent": "scent; fragrance; aroma; parfum; duft",
    "warranty": "warranty; warranty information; garantia; garantie",
    "designer": "designer; disenador",
    "origin": "origin; country of origin; origen; pais de origen; origine; herkunft; herkunftsland",
    "model": "model; model number; modelno; mpn; modelo; modele; modell",
    "wattage": "wattage; watt; watts; power",
}
UNITS = {
    "g": "g", "gr": "g", "grams": "g", "gramos": "g", "grammes": "g", "kg": "kg", "ml": "ml", "cl": "cl", "l": "L",
    "oz": "oz", "lb": "lb", "lbs": "lb", "cm": "cm", "mm": "mm", "in": "in", "inch": "in", "inches": "in", "m": "m",
}  # fmt: skip
"""At the end of the name of a column."""

_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_NO_WORD = re.compile(r"[^a-z\d]+")
_SMALL = frozenset(("de", "del", "la", "el", "des", "du", "the", "of", "in"))


def words_of(column: str) -> list[str]:
    """'meta.netWeight_g' as its last part in plain words: net, weight, g."""
    last = column.rsplit(".", 1)[-1]
    return [
        word for word in _NO_WORD.split(fold(_CAMEL.sub(" ", last)).replace("ß", "ss")) if word and word not in _SMALL
    ]


def likeness(field: str, column: str) -> float:
    """0 to 1: how much the name of a column is one for the field."""
    words = words_of(column)
    said, names = " ".join(words), NAMES[field]
    # A price that has its currency behind it, a weight its unit.
    shorter = " ".join(words[:-1]) if len(words) > 1 else ""
    depth = 0.02 * column.count(".")
    if said in names:
        return 1.0 - 0.004 * names[said] - depth
    if shorter in names and (field in ("price", "offer_price") or words[-1] in UNITS):
        return 0.9 - 0.004 * names[shorter] - depth
    contained = [rank for name, rank in names.items() if len(name) > 3 and set(name.split()) <= set(words)]
    return 0.5 - 0.004 * min(contained) - depth if contained else 0.0


def unit_of(column: str) -> str | None:
    """The unit in which a column is, as its name tells."""
    words = words_of(column)
    return UNITS.get(words[-1]) if len(words) > 1 else None


def attribute_of(column: str) -> str | None:
    """The attribute that a column is, as its name tells."""
    said = " ".join(words_of(column))
    return next((name for name, names in ATTRIBUTES.items() if said in (n.strip() for n in names.split(";"))), None)
