// Which of the icons stands for a product. The screen and the staff page show the same.

const EDIBLE = ["produce", "bakery", "dairy", "meat", "frozen", "pantry", "snacks", "drinks"];

// Words of a category or a name, most telling ones first: the first match wins.
const FOOD = compile([
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
]);

const GOODS = compile([
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
]);

function compile(table) {
    return table.map(([name, list]) => [name, new RegExp("\\b(?:" + list + ")s?\\b")]);
}

// The narrowest category that tells decides, then its name, then the icon of its department; `departments` by id.
export function glyph(card, departments) {
    const texts = card.category.toLowerCase().split(" > ").slice(1).reverse();
    const tables = !(card.department in departments) ? FOOD.concat(GOODS) : EDIBLE.includes(card.department) ? FOOD : GOODS;
    for (const text of texts.concat(card.name.toLowerCase())) {
        for (const [name, pattern] of tables) {
            if (pattern.test(text))
                return name;
        }
    }
    return departments[card.department]?.icon ?? "box";
}
