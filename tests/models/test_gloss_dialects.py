"""Dialects, regional words, learners' and chat spellings: their language is found, and they come out in English."""

from __future__ import annotations

import pytest

from models.gloss import glossed, language
from models.gloss.endings import one_word
from models.gloss.table import english_words
from models.words import split


@pytest.mark.parametrize(
    ("name", "said", "meant"),
    [
        ("de", "grias eich, hobts es a mehl", "hello do you have a flour"),
        ("de", "wo find i d semmeln", "where do i find rolls"),
        ("de", "habts ihr a topfen ohne laktose", "do you have a quark lactose free"),
        ("de", "gibts bei eich vogerlsalat", "is there lamb's lettuce"),
        ("de", "i hätt gern a hoibs kilo faschierts", "i would like half kilo ground meat"),
        ("de", "wo san de paradeiser", "where are tomato"),
        ("de", "grüezi, händ ihr rüebli", "hello do you have carrots"),
        ("de", "wo hets d nastücher", "where is the tissues"),
        ("de", "heit dir glace ohni zucker", "do you have ice cream sugar free"),
        ("de", "wo gits d velolämpli", "where is the bike lamp"),
        ("de", "hend ihr no nüsslisalat", "do you still have lamb's lettuce"),
        ("de", "i suach gsälz ohne kern", "i am looking for jam without seed"),
        ("de", "hamse schrippen", "do you have rolls"),
        ("de", "haste ma feuerzeuge", "do you have lighters"),
        ("de", "ick suche pfannkuchen mit marmelade", "i am looking for pancakes with jam"),
        ("de", "moin, hebbt ji kantüffeln", "hello do you have potatoes"),
        ("de", "wo finn ik denn melk", "where do i find then milk"),
        ("de", "ik söök kluten un speck", "i am looking for dumplings and bacon"),
        ("de", "ich brauchen windel für baby", "i need diaper for baby"),
        ("de", "ich wollen kaufen reis fünf kilo", "i want buy rice five kilo"),
        ("de", "i find koan kas", "i can not find cheese"),
        ("de", "wo sind bittschön die finken für kinder", "where are please the slippers for kids"),
        ("de", "händ ihr au rechaudkerzli", "do you have also candles"),
        ("de", "habts des aa in groß", "do you have that in big"),
        ("de", "wos kost'n de butter", "how much is the butter"),
        ("de", "was koscht dr käs", "how much is the cheese"),
        ("de", "wos kost des", "how much is that"),
        ("de", "wat kost dit", "how much is that"),
        ("de", "und wo steht dit", "and where is that"),
        ("de", "wo isn des genau", "where is that exactly"),
        ("de", "wo is'n da unterschied", "what is the difference"),
        ("de", "was koch i heit", "what should i cook"),
        ("de", "wat hamse im angebot", "what is on sale"),
        ("de", "wann machter uff", "when do you open"),
        ("de", "bis wann händ ihr offe", "until when are you open"),
        ("de", "wo isn hier dit klo", "where is the toilet"),
        ("de", "habts a häusl", "do you have a toilet"),
        ("de", "kann i mit kartn zoin", "can i pay by card"),
        ("de", "chani mit charte zahle", "can i pay by card"),
        ("de", "ko i des umtauschn ohne kassazettl", "can i exchange that without receipt"),
        ("de", "i mecht mit am menschn redn", "i would like talk to a real person"),
        ("de", "chan mir öpper hälfe", "can someone help me"),
        ("de", "kann mir ma eener helfen hier", "can someone help me here"),
        ("de", "mei kind is weg", "my child is missing"),
        ("de", "rufts die rettung", "call an ambulance"),
        ("es", "ando buscando palomitas", "i am looking for popcorn"),
        ("es", "wey dnd estan las chelas", "dude where are the beer"),
        ("es", "ocupo un foco", "i need a light bulb"),
        ("es", "dónde consigo el zafacón", "where do i find the trash can"),
        ("es", "no hallo la lavandina", "i can not find the bleach"),
        ("es", "a cómo están los aguacates", "how much are the avocados"),
        ("es", "cuánto sale eso", "how much is that"),
        ("fr", "avez-vous-tu des bleuets", "do you have some blueberries"),
        ("fr", "ya tu du blé d'inde", "is there some sweet corn"),
        ("fr", "jcherche des bobettes", "i am looking for some underwear"),
        ("fr", "y me faut des guenilles", "i need some rags"),
        ("fr", "je voudrais des bonbons", "i would like some candies"),
        ("fr", "il me faut une rallonge", "i need a extension cord"),
        ("fr", "c'est combien les patates", "how much is potatoes"),
        ("fr", "c'est quoi les spéciaux", "what is on sale"),
        ("fr", "vous fermez à quelle heure", "when do you close"),
        ("fr", "je peux-tu payer par carte", "can i pay by card"),
    ],
)
def test_how_people_speak(name: str, said: str, meant: str) -> None:
    words = split(said)
    assert language(words) == name
    english = [word for piece in glossed(words, name) for word in piece.english]
    assert " ".join(english) == meant
    plain = [word.removesuffix("'s") for word in english]
    unknown = [word for word in plain if word not in english_words() and one_word(word, name) is None]
    assert unknown == []


@pytest.mark.parametrize("brand", ["ariel", "persil", "oatly", "pampers", "haribo"])
def test_brands_keep_their_names(brand: str) -> None:
    """A shopper who names a brand wants that brand: it is no word for the whole category."""
    assert [piece.english for piece in glossed([brand], "de")] == [(brand,)]


@pytest.mark.parametrize(
    ("name", "said", "meant"),
    [
        ("fr", "500 g de riz", "500 g of rice"),
        ("es", "10 x 15", "10 x 15"),
        ("de", "batterien aa", "batteries aa"),
        ("de", "vitamin d", "vitamin d"),
    ],
)
def test_units_and_letters_are_no_chat(name: str, said: str, meant: str) -> None:
    assert " ".join(word for piece in glossed(split(said), name) for word in piece.english) == meant
