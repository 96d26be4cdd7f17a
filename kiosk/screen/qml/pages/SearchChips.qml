pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The filters that are set, each to be lifted by a tap, and those that most people want.
Flow {
    id: chips

    required property var departmentName
    property bool picking: false

    // The shopper wants all filters and orders.
    signal more
    // The shopper wants to pick products to be compared, or no longer.
    signal pick

    spacing: 10

    Chip {
        glyph: "filter"
        text: Finder.narrowed > 0 ? Format.fill(qsTr("Filter and sort (%1)"), Finder.narrowed) : qsTr("Filter and sort")
        onClicked: chips.more()
    }
    Chip {
        visible: Finder.within !== ""
        chosen: true
        glyph: "close"
        text: chips.departmentName(Finder.within)
        Accessible.description: qsTr("Tap to lift this filter")
        onClicked: Finder.chooseDepartment(Finder.within)
    }
    Chip {
        visible: Finder.maxPrice > 0
        chosen: true
        glyph: "close"
        text: Format.fill(qsTr("Up to %1"), Format.money(Finder.maxPrice, Store.currency))
        Accessible.description: qsTr("Tap to lift this filter")
        onClicked: Finder.choosePrice(Finder.maxPrice)
    }
    Repeater {
        model: Finder.diets
        Chip {
            required property string modelData
            chosen: true
            glyph: "close"
            text: Labels.diet(modelData)
            Accessible.description: qsTr("Tap to lift this filter")
            onClicked: Finder.toggleDiet(modelData)
        }
    }
    Chip {
        chosen: Finder.inStock
        glyph: Finder.inStock ? "close" : ""
        text: qsTr("In stock")
        Accessible.checkable: true
        Accessible.checked: Finder.inStock
        onClicked: Finder.toggleInStock()
    }
    Chip {
        visible: !Finder.offersOnly && (Finder.reduced || Finder.facets.offers > 0)
        chosen: Finder.reduced
        glyph: Finder.reduced ? "close" : "tag"
        text: qsTr("Reduced")
        Accessible.checkable: true
        Accessible.checked: Finder.reduced
        onClicked: Finder.toggleReduced()
    }
    Chip {
        visible: Finder.total > 1 || chips.picking
        chosen: chips.picking
        glyph: chips.picking ? "close" : "compare"
        text: qsTr("Compare")
        Accessible.checkable: true
        Accessible.checked: chips.picking
        onClicked: chips.pick()
    }
}
