"""In what a product is sold, and in which colours: worked out from its department, category, name and brand.

A store that has photographs of its own does not need it; this one draws what a shopper would look for on the shelf.
"""

from __future__ import annotations

import colorsys
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Look:
    """A drawing of `packs/` by name, and colours for its parts as #RRGGBB."""

    shape: str
    colours: tuple[tuple[str, str], ...]
    brand: str = ""
    """What stands on the pack, empty for what has none."""


_BRAND_HUES = (4, 18, 32, 44, 88, 132, 158, 176, 194, 210, 226, 250, 276, 304, 332, 350)
"""Degrees; hues that look like packs, and apart from each other."""
_PLAIN_INK = "#26302D"

# The first words that occur decide.
_PRODUCE: tuple[tuple[str, str, str], ...] = (
    ("bananas?|plantains?", "banana", "#F2C94C"),
    ("cut fruit|fruit salad|fruit cups?|chunks|spears", "tub", ""),
    ("kits?|mix|blend|slaw|shredded|chopped", "bag", ""),
    ("strawberr", "strawberry", "#D8343F"),
    ("blueberr", "berries", "#4A5BA8"),
    ("blackberr", "berries", "#43305E"),
    ("raspberr", "berries", "#CF3F5E"),
    ("cherr|cranberr", "berries", "#A8203A"),
    ("grapefruit|pomelo", "citrus", "#EE8C6B"),
    ("(?:green|white) (?:seedless )?grape", "grapes", "#A9C24A"),
    ("grape", "grapes", "#7C2D4E"),
    ("lime", "lemon", "#8DBB3E"),
    ("lemon", "lemon", "#F5D547"),
    ("orange|clementine|mandarin|tangerine", "citrus", "#F0932B"),
    ("watermelon", "melon", "#E5484D"),
    ("melon|cantaloupe|honeydew", "melon", "#F2A65A"),
    ("pineapple", "pineapple", "#E3B23C"),
    ("avocado", "avocado", "#3F5F2A"),
    ("pears?", "pear", "#BFCB4E"),
    ("granny|green apple", "apple", "#8DBB3E"),
    ("golden|opal", "apple", "#E3C64A"),
    ("pink", "apple", "#DD5A5F"),
    ("apples?", "apple", "#C8362F"),
    ("mango|peach|nectarine|apricot|papaya|persimmon", "citrus", "#F0A04B"),
    ("plum|fig", "citrus", "#7A4376"),
    ("kiwi|coconut|date", "root", "#8A6B3F"),
    ("pomegranate", "citrus", "#B5303C"),
    ("tomato", "tomato", "#D9402F"),
    ("(?:yellow|orange|mini|tri).*pepper", "pepper", "#F0B030"),
    ("(?:green.*pepper|jalape|poblano|serrano)", "pepper", "#4F9A3C"),
    ("pepper|chil[ei]", "pepper", "#CF3A2B"),
    ("carrot", "carrot", "#EE8A2F"),
    ("parsnip", "carrot", "#EBD9A8"),
    ("sweet potato|yam", "root", "#C26B3E"),
    ("beet|radish|turnip", "root", "#A12C55"),
    ("potato|ginger|squash|pumpkin", "root", "#CFA86E"),
    ("red onion|shallot", "onion", "#8E3B62"),
    ("garlic|white onion|fennel", "onion", "#EDE4D2"),
    ("green onion|scallion|leek|celery|asparagus", "herbs", "#6AA84F"),
    ("onion", "onion", "#D39A45"),
    ("cauliflower", "broccoli", "#F0EBDD"),
    ("broccoli|brussels", "broccoli", "#4E8B3A"),
    ("mushroom|cremini|portobello|shiitake", "mushroom", "#C9A98A"),
    ("cucumber|zucchini|eggplant|courgette", "cucumber", "#4E8B3A"),
    ("corn", "corn", "#F2CB45"),
    ("herb|basil|cilantro|parsley|mint|dill|thyme|rosemary|chive", "herbs", "#4E8B3A"),
    ("lettuce|spinach|kale|cabbage|arugula|greens?|chard|bok choy|romaine|salad|beans?|peas?|sprouts?", "greens",
     "#6AA84F"),
)  # fmt: skip

# What a thing is called, then the narrowest category, then what else its name says: the first words that occur decide.
_FOOD_NAMED: tuple[tuple[str, str], ...] = (
    (r"tortillas?|pita|naan", "loaf"),
    (r"burritos?|lasagna|pizza|pot pie|chocolates|hash brown patties|(?:un)?salted butter|butter$|butter with",
     "flatbox"),
    (r"waffles|bars?$|pops?$|sandwiches$|cones?$|k-cups|taco shells|(?:pancake and waffle|brownie|cake) mix", "box"),
    (r"ice cream|gelato|sorbet|cream cheese|sour cream|cottage|ricotta|hummus|queso|guacamole|mascarpone", "tub"),
    (r"egg whites|egg substitute|plant-based egg|heavy whipping|half & half|kefir|buttermilk|broth", "carton"),
    (r"shredded|crumbles|curds|bites|nuggets|chocolate chips|chia|flax", "bag"),
    (r"syrup|vinegar|\w+ oil$|soy sauce|tamari|worcestershire|fish sauce|vanilla extract|teriyaki", "bottle"),
    (r"coconut milk|(?:diced|crushed) tomatoes|tomato (?:paste|sauce)|refried|baking powder|whipped cream", "can"),
    (r"peanut butter|almond butter|hazelnut spread|jam|jelly|salsa|pickles?|pesto|marinara|tahini|chutney|olives|sauce",
     "jar"),
    (r"salad$|dip$", "tub"),
    (r"biscuit dough|cookie dough|pie crust", "tube"),
    (r"garlic bread|baguette|ciabatta|sourdough|boule", "bread"),
)  # fmt: skip
_FOOD: tuple[tuple[str, str], ...] = (
    (r"hen eggs|eggs", "eggs"),
    (r"soup|canned|beans & vegetables|fish & meat", "can"),
    (r"beer|lager|ale|stout|cider", "longneck"),
    (r"wine|ros|sparkling wine|spirits|liqueurs?", "wine"),
    (r"energy|soda|mixers|sparkling water", "drinkcan"),
    (r"oils?|vinegar|hot sauce|still water|water|iced tea|kombucha|juice|drinks", "bottle"),
    (r"ketchup|mustard|mayo|squeeze", "squeeze"),
    (r"honey|jam|nut butters|pasta sauce|sauces?|pickles?|spreads|indian|mexican|asian", "jar"),
    (r"spices?|herbs|seasoning|salt", "shaker"),
    (r"ice cream tubs|yogurt|puddings?|dips?|cream & creamers|soft & specialty|margarine", "tub"),
    (r"milk|creamers?|cream", "carton"),
    (r"bars, pops", "box"),
    (r"pizza|meals|chocolate|butter|cheese|blocks|pies|cakes", "flatbox"),
    (r"beef|pork|lamb|chicken|turkey|bacon|sausage|fish|shellfish|lunch meat|deli|meat|tofu|seafood|poultry", "tray"),
    (r"artisan|sourdough|rye", "bread"),
    (r"bread|bagels?|muffins?|buns?|rolls|wraps|flatbread|pastries|bakery", "loaf"),
    (r"coffee|flour|sugar", "sack"),
    (r"fruit snacks|bars", "bar"),
    (r"chips|crisps|puffs|pretzels?|popcorn|jerky|vegetables|fruit|fries|candy|gum|sweets|potatoes|trail|nuts|rice"
     r"|grains|pasta|lentils?|legume|snack", "bag"),
)  # fmt: skip
_GOODS_NAMED: tuple[tuple[str, str], ...] = (
    (r"paper towels|toilet paper", "rolls"),
    (r"tub$|bathtub|monitor|socks|bodysuit|sheets?|brush$|brushes|litter box|bed$|bowl|leash|collar|toy|comb|scale",
     "goods"),
    (r"spray|freshener|mist|trigger|cleaner foam|repellent", "spray"),
    (r"wipes|beads|biscuits|sticks|treats?|chews?|rawhide|cough drops|lozenges|cotton", "bag"),
    (r"cream|gel|ointment|sunscreen|balm|toothpaste|sealant|caulk|glue|adhesive", "tube"),
    (r"pate|chunks in|wet", "can"),
    (r"puree|pouch|pods|pacs", "pouch"),
    (r"shampoo|conditioner|lotion|wash|soap|sanitizer|moisturizer|cleanser|gel wash", "pump"),
    (r"dish soap", "squeeze"),
    (r"syrup|mouthwash|rinse|solution|oil$|peroxide|alcohol", "bottle"),
    (r"gummies|vitamins?|softgels|capsules", "pills"),
    (r"tablets|caplets|drops", "medicine"),
    (r"bleach|softener|detergent liquid|liquid detergent|liquid", "jug"),
    (r"candles?", "jar"),
)  # fmt: skip
_GOODS: tuple[tuple[str, str], ...] = (
    (r"formula|wall paint|stain|paint", "can"),
    (r"detergent|fabric|laundry", "jug"),
    (r"by machine", "pouch"),
    (r"by hand", "squeeze"),
    (r"all-purpose|kitchen & bathroom|insects|air fresheners|pests", "spray"),
    (r"floors|bottles", "bottle"),
    (r"toilet paper|paper towels", "rolls"),
    (r"tissues|napkins|foil|bags|wraps", "flatbox"),
    (r"litter|dog food|cat food|food & bedding|soil|mulch|plant food|bird feed|bedding|grilling|charcoal", "sack"),
    (r"baby food", "pouch"),
    (r"diapers?|period|toys|art|mailing|notebooks|gift ideas|dishes", "box"),
    (r"skin|bath|hair|styling|body|wash", "pump"),
    (r"oral|toothpaste", "tube"),
    (r"vitamins?|minerals", "pills"),
    (r"pain|allergy|cold|flu|stomach|medicine|first aid|bandages|sleep|eye", "medicine"),
    (r"towels|pans|lamps?|utensils|storage|pots|furniture|frames|decor|watering|hand tools|nursery|clothes|glasses"
     r"|supplies|home storage|coffee & tea|chairs?|speakers|printers?|monitors?", "goods"),
)  # fmt: skip
_FOOD_DEPARTMENTS = frozenset({"bakery", "dairy", "meat", "frozen", "pantry", "snacks", "drinks"})
_HUNG = frozenset({
    "electronics", "lighting", "hardware", "stationery", "garden", "beauty", "baby", "pets", "household", "kitchen",
})  # fmt: skip
"""Where what has no pack of its own hangs on a card."""
_LEFT_OVER = frozenset({"kitchen", "garden", "pets", "baby"})
"""... or is shown as it is."""
_HARD = frozenset({"kitchen", "electronics", "lighting", "stationery"})
_HARD_SHAPES = frozenset({"goods", "card", "box", "rolls", "flatbox", "jar"})
"""Nobody sells towels in bottles."""
_MEATS: tuple[tuple[str, str], ...] = (
    ("salmon|trout|shrimp|lobster", "#EE9A78"),
    ("cod|tilapia|halibut|fish|scallop|crab|tofu|tempeh|chicken|turkey", "#EAD3BE"),
    ("ham|bacon|sausage|hot dog|pork|bologna|salami|pepperoni", "#DE8E88"),
)
_RED_MEAT = "#BE4A45"

_FLAVOURS: tuple[tuple[str, str], ...] = (
    ("chocolate|cocoa|mocha|brownie", "#6B4226"),
    ("strawberry|raspberry|berry|cherry|cranberry", "#C73A52"),
    ("peach|orange|mango|apricot|pumpkin|cheddar|carrot", "#EE9336"),
    ("lemon|banana|pineapple|honey|butter|vanilla|corn|citrus", "#EBC544"),
    ("lime|apple|mint|basil|avocado|pesto|herb|olive|eucalyptus|green tea|garden", "#7FAE45"),
    ("tomato|marinara|salsa|chili|spicy|hot|red|paprika|ketchup|bbq|barbecue|buffalo", "#CB3F2E"),
    ("blue|blueberry|ocean|fresh|sea|sport|original|water|cool", "#3F86BD"),
    ("lavender|grape|plum|acai|night", "#7D5BA6"),
    ("coconut|plain|white|unscented|free|sensitive|cotton|rice", "#D9D5CB"),
    ("coffee|espresso|dark roast|peanut|almond|hazelnut|walnut|caramel|cinnamon|maple|whole wheat|oat", "#A5713E"),
)


def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{words})"), value) for words, value in table)


_COMPILED_PRODUCE = tuple((re.compile(rf"\b(?:{words})"), shape, colour) for words, shape, colour in _PRODUCE)
_NAMED = {True: _compiled(_FOOD_NAMED), False: _compiled(_GOODS_NAMED)}
_KINDS = {True: _compiled(_FOOD), False: _compiled(_GOODS)}
_COMPILED_FLAVOURS = _compiled(_FLAVOURS)
_COMPILED_MEATS = _compiled(_MEATS)
_PLANT = re.compile(r"\b(?:seedling|houseplant|succulent|planters?|pots?|orchid|poinsettia|bouquet|flowers?)\b")


@lru_cache(2048)
def look(department: str, category: str, name: str, brand: str) -> Look:
    """How a product is drawn. `category` is a path with ' > '; any text may be empty or strange."""
    name = name.casefold()
    if department == "produce":
        for pattern, shape, colour in _COMPILED_PRODUCE:
            if pattern.search(name):
                return _packed(shape, name, brand) if not colour else _grown(shape, colour)
        return _packed("bag", name, brand)
    return _packed(_shape(department, category.casefold(), name), name, brand)


def _shape(department: str, category: str, name: str) -> str:
    if department == "garden" and _PLANT.search(name):
        return "plant"
    food = department in _FOOD_DEPARTMENTS
    leaf = category.rpartition(" > ")[2]
    for text, table in ((name, _NAMED[food]), (leaf, _KINDS[food]), (name, _KINDS[food]), (category, _KINDS[food])):
        found = _first(table, text)
        if found is not None and (department not in _HARD or found in _HARD_SHAPES):
            return found
    if department in _LEFT_OVER:
        return "goods"
    return "card" if department in _HUNG else "box"


def _first(table: tuple[tuple[re.Pattern[str], str], ...], text: str) -> str | None:
    return next((value for pattern, value in table if pattern.search(text)), None)


def _packed(shape: str, name: str, brand: str) -> Look:
    hue = _BRAND_HUES[zlib.crc32(brand.encode("utf-8", "replace")) % len(_BRAND_HUES)] / 360
    flavour = _first(_COMPILED_FLAVOURS, name)
    if shape == "tray":
        flavour = _first(_COMPILED_MEATS, name) or _RED_MEAT
    colours = {
        "body": _hls(hue, 0.47, 0.46),
        "dark": _hls(hue, 0.34, 0.48),
        "lite": _hls(hue, 0.66, 0.46),
        "cap": _hls(hue, 0.28, 0.40),
        "label": _hls(hue, 0.955, 0.50),
        "ink": _hls(hue, 0.22, 0.55),
        "accent": flavour or _hls((hue + 0.09) % 1, 0.66, 0.60),
        "glass": _hls(0.36, 0.22, 0.30) if shape == "wine" else _hls(0.07, 0.30, 0.55),
        "crust": "#C98B4B",
    }
    return Look(shape, tuple(colours.items()), brand)


def _grown(shape: str, colour: str) -> Look:
    hue, light, full = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    dark = "#3E7D3A" if shape == "melon" else _hls(hue, light * 0.7, full)
    colours = {"body": colour, "dark": dark, "lite": _hls(hue, (1 + light) / 2, full), "ink": _PLAIN_INK}
    return Look(shape, tuple(colours.items()))


def _hls(hue: float, light: float, full: float) -> str:
    return "#" + "".join(f"{round(255 * part):02X}" for part in colorsys.hls_to_rgb(hue, light, full))
