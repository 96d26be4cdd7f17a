pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// How results are ordered and narrowed, each with how many would be left.
Drawer {
    id: filters

    required property var departmentName
    readonly property var sorts: [[qsTr("Best match"), "relevance"], [qsTr("Lowest price"), "price"], [qsTr("Best value by amount"), "unit_price"], [qsTr("Name A to Z"), "name"]]
    readonly property var shares: Finder.facets.departments ?? []
    // What is set stays to be lifted, even where nothing is left of it.
    readonly property var diets: (Finder.facets.diets ?? []).concat(Finder.diets.filter(code => !(Finder.facets.diets ?? []).some(share => share.of === code)).map(code => ({
                    "of": code,
                    "count": 0
                })))

    title: qsTr("Filter and sort")
    done: Finder.busy ? qsTr("Show results") : Finder.total > 0 ? qsTr("Show %n product(s)", "", Finder.total) : qsTr("Nothing matches")

    Section {
        width: parent.width
        title: qsTr("Sort by")
    }
    Flow {
        width: parent.width
        spacing: 10
        Repeater {
            model: filters.sorts
            Chip {
                required property var modelData
                chosen: Finder.sort === modelData[1]
                glyph: chosen ? "check" : ""
                text: modelData[0]
                Accessible.role: Accessible.RadioButton
                Accessible.checked: chosen
                onClicked: Finder.chooseSort(modelData[1])
            }
        }
    }
    Section {
        width: parent.width
        title: qsTr("Show only")
    }
    Flow {
        width: parent.width
        spacing: 10
        Chip {
            chosen: Finder.inStock
            glyph: chosen ? "check" : ""
            text: Format.fill(qsTr("In stock (%1)"), Finder.facets.in_stock ?? 0)
            Accessible.checkable: true
            Accessible.checked: chosen
            onClicked: Finder.toggleInStock()
        }
        Chip {
            visible: !Finder.offersOnly
            chosen: Finder.reduced
            glyph: chosen ? "check" : "tag"
            text: Format.fill(qsTr("Reduced (%1)"), Finder.facets.offers ?? 0)
            Accessible.checkable: true
            Accessible.checked: chosen
            onClicked: Finder.toggleReduced()
        }
        Repeater {
            model: Finder.facets.prices ?? []
            Chip {
                required property var modelData
                chosen: Finder.maxPrice === modelData.price
                glyph: chosen ? "check" : ""
                text: Format.fill(qsTr("Up to %1 (%2)"), Format.money(modelData.price, Store.currency), modelData.count)
                Accessible.checkable: true
                Accessible.checked: chosen
                onClicked: Finder.choosePrice(modelData.price)
            }
        }
    }
    Section {
        width: parent.width
        visible: filters.diets.length > 0
        title: qsTr("Diet")
    }
    Flow {
        width: parent.width
        spacing: 10
        visible: filters.diets.length > 0
        Repeater {
            model: filters.diets
            Chip {
                required property var modelData
                chosen: Finder.diets.includes(modelData.of)
                glyph: chosen ? "check" : ""
                text: Format.fill(qsTr("%1 (%2)"), Labels.diet(modelData.of), modelData.count)
                Accessible.checkable: true
                Accessible.checked: chosen
                onClicked: Finder.toggleDiet(modelData.of)
            }
        }
    }
    Section {
        width: parent.width
        visible: filters.shares.length > 1
        title: qsTr("Department")
    }
    Flow {
        width: parent.width
        spacing: 10
        visible: filters.shares.length > 1
        Repeater {
            model: filters.shares
            Chip {
                required property var modelData
                chosen: Finder.within === modelData.of
                glyph: chosen ? "check" : Looks.icon(modelData.of)
                text: Format.fill(qsTr("%1 (%2)"), filters.departmentName(modelData.of), modelData.count)
                Accessible.checkable: true
                Accessible.checked: chosen
                onClicked: Finder.chooseDepartment(modelData.of)
            }
        }
    }
    PushButton {
        anchors.left: parent.left
        visible: Finder.narrowed > 0
        kind: "plain"
        glyph: "close"
        text: qsTr("Lift all filters")
        onClicked: Finder.widen()
    }
}
