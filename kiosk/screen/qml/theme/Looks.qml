pragma Singleton
import QtQuick
import Aislewise

// Which drawing and which tint stand for a department or a product.
QtObject {
    id: looks

    readonly property var edible: ["produce", "bakery", "dairy", "meat", "frozen", "pantry", "snacks", "drinks"]

    // Words of a category or a name, most telling ones first: the first match wins.
    readonly property var food: compile([
        ["icecream", "ice cream|sorbet|gelato|popsicle"],
        ["jar", "peanut butter|nut butter"],
        ["milk", "butter & spread"],
        ["crisps", "chip|crisp|popcorn|pretzel|nut|cracker|jerky"],
        ["jar", "jam|honey|spread|sauce|condiment|pickle|mustard|mayo|mayonnaise|syrup|oil|vinegar|salsa|dip"],
        ["cheese", "cheese|cheddar|mozzarella|brie"],
        ["yogurt", "yogurt|yoghurt|pudding|sour cream"],
        ["egg", "egg"],
        ["milk", "milk|cream|oat drink|soy drink|plant drink|butter|dairy"],
        ["spice", "spice|seasoning|salt"],
        ["bowl", "cereal|oatmeal|granola|muesli|soup|broth|porridge"],
        ["pasta", "pasta|noodle|spaghetti|ramen|frozen meal"],
        ["bread", "bread|bagel|tortilla|loaf|loave|bun|roll|wrap|pita|pizza|waffle"],
        ["cake", "cake|muffin|pastry|pastrie|donut|croissant|brownie|pie"],
        ["meat", "chicken"],
        ["fish", "seafood|shellfish|salmon|tuna|shrimp|fresh fish|fish"],
        ["meat", "meat|chicken|beef|pork|ham|sausage|bacon|turkey|deli|poultry|burger|tofu"],
        ["candy", "candy|candie|chocolate|sweet|gum|toffee"],
        ["cookie", "cookie|biscuit|bar"],
        ["carrot", "carrot|potato|potatoe|onion|vegetable|salad|lettuce|tomato|tomatoe|broccoli|herb|bean|frie"],
        ["apple", "fruit|apple|banana|berry|berrie|citru|lemon|grape|melon"],
        ["sack", "flour|sugar|rice|grain|baking|lentil"],
        ["can", "canned|tin|can"],
        ["cup", "coffee|tea|cocoa"],
        ["wine", "wine|beer|ale|lager|spirit|cider|whiskey|whisky|vodka|gin|rum"],
        ["bottle", "juice|soda|cola|lemonade|drink|mix"],
        ["water", "water"]
    ])
    readonly property var goods: compile([
        ["baby", "diaper|nappy|nappie|formula|baby"],
        ["paw", "dog|cat|bird|pet|litter|small animal"],
        ["fish", "fish|aquarium"],
        ["gift", "gift|party|ribbon|balloon|wrapping paper"],
        ["flower", "seeds & bulb|flower|seed|bouquet|plant|soil|planter"],
        ["laundry", "laundry|detergent|softener"],
        ["spray", "dishwashing|dish soap|by hand|by machine|cleaner|bleach|disinfectant|air freshener"],
        ["broom", "broom|mop|sponge|duster|bin liner|trash bag|trash|cleaning tool"],
        ["roll", "toilet paper|paper towel|tissue|napkin|foil|food bag|cling film"],
        ["bed", "bath towel|towel|bedding|pillow|blanket"],
        ["toothbrush", "toothbrush|toothbrushe|toothpaste|dental|mouthwash|oral"],
        ["pill", "medicine|pain relief|vitamin|allergy|first aid|bandage|cold|tablet|supplement"],
        ["makeup", "makeup|lipstick|mascara|cosmetic|nail polish"],
        ["razor", "razor|shaving|shave"],
        ["lotion", "shampoo|lotion|soap|conditioner|wash|sunscreen|deodorant|skin|bath"],
        ["headphones", "headphone|earbud|speaker|audio"],
        ["plug", "cable|charger|adapter|power strip|usb|plug|extension|cord"],
        ["battery", "battery|batterie"],
        ["lamp", "lamp|lantern|flashlight|night light"],
        ["bulb", "light bulb|bulb|led"],
        ["paint", "paint|varnish"],
        ["wrench", "wrench|plier|screwdriver|screw|bolt|plumbing|drill|fastener"],
        ["cup", "coffee|tea"],
        ["cake", "baking"],
        ["flame", "charcoal|grilling|barbecue|candle|lighter"],
        ["cutlery", "cutlery|knife|knive|fork|spoon|plate|utensil|tableware|dishe"],
        ["toy", "toy|game|puzzle|plush"],
        ["book", "notebook|paper|card|book|diary|diarie|envelope|mailing"]
    ])

    function compile(table: var): var {
        return table.map(([name, list]) => [name, new RegExp("\\b(?:" + list + ")s?\\b")]);
    }

    function icon(id: string): string {
        return Brand.departments[id]?.icon ?? "box";
    }

    // The ground of a department's pictures, and what is drawn and written on it; grey where the theme has no hue.
    function tint(id: string): color {
        switch (Theme.look) {
        case "dark":
            return shade(id, 0.3, 0.19);
        case "contrast":
            return Theme.sunken;
        default:
            return shade(id, 0.55, 0.91);
        }
    }

    function ink(id: string): color {
        switch (Theme.look) {
        case "dark":
            return shade(id, 0.6, 0.8);
        case "contrast":
            return shade(id, 0.9, 0.86);
        default:
            return shade(id, 0.55, 0.24);
        }
    }

    function shade(id: string, saturation: real, lightness: real): color {
        const hue = Brand.departments[id]?.hue;
        return Qt.hsla((hue ?? 0) / 360, hue === undefined ? 0 : saturation, lightness, 1);
    }

    // Icon of a product: the narrowest category that tells decides, then its name, then its department.
    function glyph(card: var): string {
        const texts = card.category.toLowerCase().split(" > ").slice(1).reverse();
        const tables = !(card.department in Brand.departments) ? food.concat(goods) : edible.includes(card.department) ? food : goods;
        for (const text of texts.concat(card.name.toLowerCase())) {
            for (const [name, pattern] of tables) {
                if (pattern.test(text))
                    return name;
            }
        }
        return icon(card.department);
    }

    // Where the drawing of a product's pack comes from.
    function pack(card: var): string {
        return "image://packs/" + [glyph(card), card.department, card.category, card.brand, card.name].map(encodeURIComponent).join("/");
    }

    function allergen(code: string): string {
        switch (code) {
        case "gluten":
        case "wheat":
            return "wheat";
        case "milk":
            return "milk";
        case "eggs":
            return "egg";
        case "fish":
            return "fish";
        case "shellfish":
        case "crustaceans":
        case "molluscs":
            return "shell";
        case "nuts":
        case "peanuts":
            return "nut";
        case "soy":
        case "lupin":
            return "pod";
        case "sesame":
        case "mustard":
            return "seed";
        default:
            return "alert";
        }
    }

    function diet(code: string): string {
        switch (code) {
        case "vegan":
        case "organic":
            return "leaf";
        case "vegetarian":
            return "carrot";
        case "gluten-free":
            return "wheat";
        case "lactose-free":
            return "milk";
        case "sugar-free":
            return "candy";
        case "nut-free":
            return "nut";
        default:
            return "check";
        }
    }

    // Rows for Tags.
    function allergens(codes: var): var {
        return codes.map(code => [Labels.allergen(code), allergen(code), false]);
    }

    function diets(codes: var): var {
        return codes.map(code => [Labels.diet(code), diet(code), code.endsWith("-free")]);
    }

    function reasonGlyph(code: string): string {
        switch (code) {
        case "find":
            return "search";
        case "product":
            return "question";
        case "medicine":
        case "allergy":
            return "pill";
        case "locked_case":
            return "lock";
        case "checkout":
            return "card";
        case "manager":
        case "complaint":
            return "chat";
        case "lost_child":
            return "child";
        case "injury":
        case "emergency":
            return "alert";
        case "theft":
            return "shield";
        default:
            return "bell";
        }
    }
}
