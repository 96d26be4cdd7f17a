pragma Singleton
import QtQuick

// Which drawing and which tint stand for a department or a product.
QtObject {
    id: looks

    readonly property var departments: ({
            "produce": ["apple", "#E3EFD6", "#3F6212"],
            "bakery": ["bread", "#F8E8D0", "#7C4A12"],
            "dairy": ["milk", "#E0ECF6", "#1F4E79"],
            "meat": ["meat", "#F9E1DF", "#8C2F28"],
            "frozen": ["snow", "#DFF0F5", "#155E75"],
            "pantry": ["can", "#F3EAD3", "#6B4E16"],
            "snacks": ["cookie", "#F6E4EC", "#862B5A"],
            "drinks": ["bottle", "#DCEFEC", "#115E59"],
            "household": ["spray", "#E1EAF8", "#27478A"],
            "beauty": ["lotion", "#F3E4F3", "#74307A"],
            "baby": ["baby", "#FCEADB", "#8A4212"],
            "pets": ["paw", "#EDE6DC", "#5C4430"],
            "electronics": ["battery", "#E4E7F4", "#3A3F87"],
            "lighting": ["bulb", "#FBF1CC", "#705007"],
            "hardware": ["hammer", "#E6E8EA", "#3B4752"],
            "kitchen": ["pot", "#F5E6DF", "#80402A"],
            "stationery": ["pencil", "#E9E5F6", "#51389A"],
            "garden": ["leaf", "#DFF0DD", "#22602B"]
        })
    readonly property var anything: ["box", "#E9E6DF", "#4A5148"]

    // First match wins: words of the category path and the name, most telling ones first.
    readonly property var words: [
        ["icecream", "ice cream|icecream|sorbet|gelato|popsicle"],
        ["cheese", "cheese|cheddar|mozzarella|brie"],
        ["yogurt", "yogurt|yoghurt|pudding|sour cream"],
        ["egg", "egg"],
        ["milk", "milk|cream|oat drink|soy drink|plant drink|butter|dairy"],
        ["carrot", "carrot|potato|potatoe|onion|vegetable|salad|lettuce|tomato|tomatoe|broccoli|herb"],
        ["apple", "fruit|apple|banana|berry|berrie|orange|lemon|grape|melon"],
        ["cake", "cake|muffin|pastry|pastrie|donut|croissant|brownie|pie"],
        ["bread", "bread|bagel|tortilla|loaf|loave|bun|bread roll|wrap"],
        ["fish", "fish|salmon|tuna|shrimp|seafood"],
        ["meat", "meat|chicken|beef|pork|ham|sausage|bacon|turkey|deli|poultry|burger"],
        ["pasta", "pasta|noodle|spaghetti|ramen|pizza"],
        ["bowl", "cereal|oatmeal|granola|muesli|soup|breakfast|porridge"],
        ["sack", "flour|sugar|rice|grain|baking|lentil"],
        ["spice", "spice|seasoning|pepper|salt"],
        ["jar", "jam|honey|peanut butter|spread|sauce|condiment|pickle|mustard|mayo|mayonnaise|syrup|oil|vinegar|olive"],
        ["can", "canned|bean|tin|can"],
        ["crisps", "chip|crisp|popcorn|pretzel|nut|cracker"],
        ["candy", "candy|candie|chocolate|sweet|gum|toffee"],
        ["cookie", "cookie|biscuit|snack bar"],
        ["cup", "coffee|tea|cocoa"],
        ["wine", "wine|beer|spirit|cider|whiskey|whisky|vodka|gin|rum"],
        ["water", "water"],
        ["bottle", "juice|soda|cola|soft drink|lemonade|drink"],
        ["laundry", "laundry|detergent|softener"],
        ["roll", "toilet paper|toilet tissue|paper towel|tissue|napkin|kitchen roll|foil|cling film"],
        ["broom", "broom|mop|sponge|duster|bin liner|trash bag|cleaning cloth"],
        ["spray", "cleaner|bleach|disinfectant|air freshener|dish soap"],
        ["toothbrush", "tooth|toothbrush|toothbrushe|toothpaste|dental|mouthwash|oral"],
        ["pill", "medicine|pain relief|vitamin|allergy relief|first aid|cold|tablet|supplement|bandage"],
        ["makeup", "makeup|lipstick|mascara|cosmetic|nail polish"],
        ["razor", "razor|shaving|shave"],
        ["lotion", "shampoo|lotion|soap|conditioner|body wash|sunscreen|sun care|deodorant|skin care"],
        ["baby", "diaper|nappy|nappie|formula|baby"],
        ["paw", "dog|cat|bird|pet|aquarium|litter"],
        ["headphones", "headphone|earbud|speaker|audio"],
        ["plug", "cable|charger|adapter|power strip|usb|plug|extension"],
        ["battery", "battery|batterie"],
        ["lamp", "lamp|lantern|flashlight|torch|light fixture"],
        ["bulb", "light bulb|bulb|led"],
        ["paint", "paint|varnish|paint roller"],
        ["wrench", "wrench|plier|screwdriver|screw|bolt|plumbing|drill"],
        ["bed", "towel|bedding|pillow|sheet|blanket"],
        ["cutlery", "cutlery|knife|knive|fork|spoon|plate|utensil|tableware|mug|glass|glasse"],
        ["book", "notebook|paper|card|book|diary|diarie|envelope"],
        ["toy", "toy|game|puzzle|plush"],
        ["gift", "gift|party|ribbon|balloon"],
        ["flower", "flower|seed|bouquet|plant|soil"],
        ["flame", "charcoal|grill|barbecue|bbq|candle|lighter"]
    ]
    readonly property var glyphs: words.map(([name, list]) => [name, new RegExp("\\b(?:" + list + ")s?\\b")])

    function department(id: string): var {
        return departments[id] ?? anything;
    }

    function tint(id: string): color {
        return department(id)[1];
    }

    function ink(id: string): color {
        return department(id)[2];
    }

    // Icon of a product: its category decides, then its name, then its department.
    function glyph(card: var): string {
        const texts = [card.category.split(" > ").slice(1).join(" > ").toLowerCase(), card.name.toLowerCase()];
        for (const text of texts) {
            for (const [name, pattern] of glyphs) {
                if (pattern.test(text))
                    return name;
            }
        }
        return department(card.department)[0];
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
