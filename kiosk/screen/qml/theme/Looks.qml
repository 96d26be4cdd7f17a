pragma Singleton
import QtQuick
import Aislewise
import "../../../theme/glyphs.mjs" as Glyphs

// Which drawing and which tint stand for a department or a product.
QtObject {
    id: looks

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

    function glyph(card: var): string {
        return Glyphs.glyph(card, Brand.departments);
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
