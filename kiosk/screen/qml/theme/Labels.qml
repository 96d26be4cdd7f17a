pragma Singleton
import QtQuick
import Aislewise

// What the codes of a catalog are called: departments, diets, allergens, units and facts. A code that is not known is
// shown as it is written.
QtObject {
    id: labels

    readonly property var departments: ({
            "produce": qsTr("Fruit & Vegetables"),
            "bakery": qsTr("Bakery"),
            "dairy": qsTr("Dairy & Eggs"),
            "meat": qsTr("Meat, Fish & Deli"),
            "frozen": qsTr("Frozen"),
            "pantry": qsTr("Food Cupboard"),
            "snacks": qsTr("Snacks & Sweets"),
            "drinks": qsTr("Drinks"),
            "household": qsTr("Household & Cleaning"),
            "beauty": qsTr("Health & Beauty"),
            "baby": qsTr("Baby"),
            "pets": qsTr("Pets"),
            "electronics": qsTr("Electronics & Batteries"),
            "lighting": qsTr("Light Bulbs & Lighting"),
            "hardware": qsTr("Hardware & DIY"),
            "kitchen": qsTr("Kitchen & Home"),
            "stationery": qsTr("Stationery & Gifts"),
            "garden": qsTr("Garden")
        })
    readonly property var diets: ({
            "vegan": qsTr("Vegan"),
            "vegetarian": qsTr("Vegetarian"),
            "gluten-free": qsTr("Gluten-free"),
            "lactose-free": qsTr("Lactose-free"),
            "organic": qsTr("Organic"),
            "sugar-free": qsTr("Sugar-free"),
            "halal": qsTr("Halal"),
            "kosher": qsTr("Kosher"),
            "nut-free": qsTr("Nut-free")
        })
    readonly property var allergens: ({
            "gluten": qsTr("Gluten"),
            "wheat": qsTr("Wheat"),
            "milk": qsTr("Milk"),
            "eggs": qsTr("Eggs"),
            "fish": qsTr("Fish"),
            "shellfish": qsTr("Shellfish"),
            "crustaceans": qsTr("Crustaceans"),
            "molluscs": qsTr("Molluscs"),
            "nuts": qsTr("Tree nuts"),
            "peanuts": qsTr("Peanuts"),
            "soy": qsTr("Soy"),
            "sesame": qsTr("Sesame"),
            "celery": qsTr("Celery"),
            "mustard": qsTr("Mustard"),
            "sulphites": qsTr("Sulphites"),
            "lupin": qsTr("Lupin")
        })
    // Of unit prices, after "per".
    readonly property var units: ({
            "oz": qsTr("oz", "ounce, after 'per'"),
            "fl oz": qsTr("fl oz", "fluid ounce, after 'per'"),
            "lb": qsTr("lb", "pound, after 'per'"),
            "qt": qsTr("qt", "quart, after 'per'"),
            "ft": qsTr("ft", "foot, after 'per'"),
            "sq ft": qsTr("sq ft", "square foot, after 'per'"),
            "100 count": qsTr("100 pieces", "after 'per'"),
            "100 g": qsTr("100 g"),
            "100 ml": qsTr("100 ml"),
            "kg": qsTr("kg"),
            "l": qsTr("l", "liter"),
            "m": qsTr("m", "meter")
        })
    // Of the table of details.
    readonly property var facts: ({
            "abv": qsTr("Alcohol by volume"),
            "active_ingredient": qsTr("Active ingredient"),
            "batteries": qsTr("Batteries"),
            "battery_size": qsTr("Battery size"),
            "brightness": qsTr("Brightness"),
            "burn_time": qsTr("Burn time"),
            "cap": qsTr("Lamp base"),
            "capacity": qsTr("Capacity"),
            "chemistry": qsTr("Chemistry"),
            "color": qsTr("Color"),
            "color_temperature": qsTr("Color temperature"),
            "connector": qsTr("Connector"),
            "covers": qsTr("Covers"),
            "diameter": qsTr("Diameter"),
            "dimensions": qsTr("Dimensions"),
            "dimmable": qsTr("Dimmable"),
            "flavor": qsTr("Flavor"),
            "for": qsTr("Suitable for"),
            "for_age": qsTr("Age"),
            "form": qsTr("Form"),
            "height": qsTr("Height"),
            "length": qsTr("Length"),
            "life_stage": qsTr("Life stage"),
            "material": qsTr("Material"),
            "occasion": qsTr("Occasion"),
            "origin": qsTr("Origin"),
            "pieces": qsTr("Pieces"),
            "power": qsTr("Power"),
            "replaces": qsTr("Replaces"),
            "scent": qsTr("Scent"),
            "sheets": qsTr("Sheets"),
            "storage": qsTr("Storage"),
            "strength": qsTr("Strength"),
            "type": qsTr("Type"),
            "use": qsTr("Use"),
            "voltage": qsTr("Voltage"),
            "warning": qsTr("Warning"),
            "wattage": qsTr("Wattage"),
            "weight": qsTr("Weight"),
            "width": qsTr("Width")
        })

    // The store's own name for it, unless it is in another language than the screen.
    function department(id: string, name: string): string {
        return Languages.native ? name : departments[id] ?? name;
    }

    function diet(code: string): string {
        return diets[code] ?? title(code);
    }

    function allergen(code: string): string {
        return allergens[code] ?? title(code);
    }

    function unit(code: string): string {
        return units[code] ?? code;
    }

    function fact(code: string): string {
        return facts[code] ?? title(code);
    }

    // A code such as "cap_type" with a capital and spaces.
    function title(code: string): string {
        const words = code.replace(/_+/g, " ");
        return words.charAt(0).toUpperCase() + words.slice(1);
    }
}
