pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// What is in a product and what it is like.
Column {
    id: facts

    required property var product
    readonly property var nutrition: rows()
    readonly property var attributes: Object.keys(product.attributes).map(key => [Labels.fact(key), product.attributes[key], false])
    readonly property bool labelled: product.allergens.length + product.may_contain.length + product.diet.length > 0 || product.ingredients !== ""

    function rows(): var {
        const energy = product.nutrition.filter(row => row.key.startsWith("energy_"));
        const others = product.nutrition.filter(row => !row.key.startsWith("energy_"));
        const first = energy.length > 0 ? [[Format.nutrient("energy_kj"), energy.map(row => Format.amount(row.key, row.amount)).join(" / "), false]] : [];
        return first.concat(others.map(row => [Format.nutrient(row.key), Format.amount(row.key, row.amount), row.key === "saturates" || row.key === "sugars"]));
    }

    spacing: Theme.gapLarge

    Sheet {
        width: parent.width
        visible: facts.labelled
        Column {
            width: parent.width
            spacing: 16
            Section {
                width: parent.width
                title: qsTr("Allergens and diet")
            }
            Txt {
                width: parent.width
                visible: facts.product.allergens.length > 0
                text: qsTr("Contains")
                color: Theme.inkSoft
                font.pixelSize: Theme.small
            }
            Tags {
                width: parent.width
                visible: facts.product.allergens.length > 0
                rows: Looks.allergens(facts.product.allergens)
                ink: Theme.danger
                tint: Theme.dangerTint
            }
            Txt {
                width: parent.width
                visible: facts.product.allergens.length === 0
                text: qsTr("No allergens are named on the label.")
                font.pixelSize: Theme.small
            }
            Txt {
                width: parent.width
                visible: facts.product.may_contain.length > 0
                text: qsTr("May contain traces of")
                color: Theme.inkSoft
                font.pixelSize: Theme.small
            }
            Tags {
                width: parent.width
                visible: facts.product.may_contain.length > 0
                rows: Looks.allergens(facts.product.may_contain)
                ink: Theme.warn
                tint: Theme.warnTint
            }
            Tags {
                width: parent.width
                visible: facts.product.diet.length > 0
                rows: Looks.diets(facts.product.diet)
            }
            Txt {
                width: parent.width
                text: qsTr("From the product label. If you have an allergy, please read the pack too.")
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
            }
        }
    }

    Sheet {
        width: parent.width
        visible: facts.product.description !== "" || facts.product.ingredients !== "" || facts.attributes.length > 0
        Column {
            width: parent.width
            spacing: 16
            Section {
                width: parent.width
                visible: facts.product.description !== "" || facts.attributes.length > 0
                title: qsTr("About this product")
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: facts.product.description
                font.pixelSize: Theme.small
                lineHeight: 1.2
            }
            Facts {
                width: parent.width
                visible: facts.attributes.length > 0
                rows: facts.attributes
            }
            Section {
                width: parent.width
                visible: facts.product.ingredients !== ""
                title: qsTr("Ingredients")
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: facts.product.ingredients
                font.pixelSize: Theme.small
                lineHeight: 1.2
            }
        }
    }

    Sheet {
        width: parent.width
        visible: facts.nutrition.length > 0
        Column {
            width: parent.width
            spacing: 8
            Section {
                width: parent.width
                title: facts.product.nutrition_per ? qsTr("Nutrition per %1").arg(facts.product.nutrition_per) : qsTr("Nutrition")
            }
            Facts {
                width: parent.width
                rows: facts.nutrition
            }
        }
    }
}
