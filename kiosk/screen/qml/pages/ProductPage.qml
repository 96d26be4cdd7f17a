pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Everything about one product.
BasePage {
    id: page

    required property string code
    property var product: ({})
    readonly property var card: product.card ?? null
    readonly property bool ready: card !== null
    readonly property bool missing: !ready && Detail.code === code && Detail.failed !== ""
    readonly property bool out: card !== null && card.stock !== null && card.stock <= 0
    // What stands under another heading already is left out.
    readonly property var similar: out ? [] : (product.instead ?? []).filter(other => !product.cheaper.some(card => card.sku === other.sku))
    readonly property bool listed: card !== null && ShoppingList.skus.indexOf(card.sku) >= 0

    function take() {
        if (Detail.code === code && Detail.product.card !== undefined)
            product = Detail.product;
    }

    name: "product"
    onCurrentChanged: if (current && Detail.code !== code)
        Detail.open(code)
    Component.onCompleted: {
        Detail.open(code);
        take();
    }

    Connections {
        target: Detail
        function onChanged() {
            page.take();
        }
    }

    TopBar {
        id: head
        width: parent.width
        title: page.card !== null ? page.card.category.split(" > ").pop() || page.card.name : qsTr("Product")
        onBack: Nav.back()
    }

    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: actions.top
        width: parent.width
        contentHeight: body.height + 2 * Theme.gap
        clip: true
        visible: page.ready
        boundsBehavior: Flickable.DragOverBounds

        Loader {
            id: body
            active: page.ready
            x: Theme.margin
            y: 8
            width: flick.width - 2 * Theme.margin
            sourceComponent: Theme.wide ? wideLayout : tallLayout
        }
    }

    Component {
        id: tallLayout
        Column {
            spacing: Theme.gapLarge
            ProductHero {
                width: parent.width
                product: page.product
            }
            ProductOthers {
                width: parent.width
                title: qsTr("Take one of these instead")
                cards: page.out ? page.product.instead : []
            }
            ProductPlace {
                width: parent.width
                card: page.card
            }
            ProductOthers {
                width: parent.width
                title: qsTr("Other sizes")
                cards: page.product.sizes
            }
            ProductOthers {
                width: parent.width
                title: qsTr("The like for less")
                cards: page.product.cheaper
            }
            ProductFacts {
                width: parent.width
                product: page.product
            }
            ProductOthers {
                width: parent.width
                title: qsTr("Similar products")
                cards: page.similar
            }
            ProductOthers {
                width: parent.width
                title: qsTr("Goes well with it")
                cards: page.product.goes_with
            }
            PushButton {
                anchors.left: parent.left
                kind: "quiet"
                glyph: "flag"
                text: qsTr("Something wrong here?")
                onClicked: wrong.open()
            }
        }
    }

    Component {
        id: wideLayout
        Column {
            spacing: Theme.gapLarge
            Row {
                width: parent.width
                spacing: Theme.gapLarge
                Column {
                    width: (parent.width - parent.spacing) / 2
                    spacing: Theme.gapLarge
                    ProductHero {
                        width: parent.width
                        product: page.product
                    }
                    ProductFacts {
                        width: parent.width
                        product: page.product
                    }
                    PushButton {
                        anchors.left: parent.left
                        kind: "quiet"
                        glyph: "flag"
                        text: qsTr("Something wrong here?")
                        onClicked: wrong.open()
                    }
                }
                Column {
                    width: (parent.width - parent.spacing) / 2
                    spacing: Theme.gapLarge
                    ProductOthers {
                        width: parent.width
                        bleed: false
                        title: qsTr("Take one of these instead")
                        cards: page.out ? page.product.instead : []
                    }
                    ProductPlace {
                        width: parent.width
                        card: page.card
                    }
                    ProductOthers {
                        width: parent.width
                        bleed: false
                        title: qsTr("Other sizes")
                        cards: page.product.sizes
                    }
                    ProductOthers {
                        width: parent.width
                        bleed: false
                        title: qsTr("The like for less")
                        cards: page.product.cheaper
                    }
                    ProductOthers {
                        width: parent.width
                        bleed: false
                        title: qsTr("Goes well with it")
                        cards: page.product.goes_with
                    }
                    ProductOthers {
                        width: parent.width
                        bleed: false
                        title: qsTr("Similar products")
                        cards: page.similar
                    }
                }
            }
        }
    }

    Rectangle {
        id: actions
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? row.height + 40 : 0
        visible: page.ready
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Flow {
            id: row
            // Large words need the width for the first button alone.
            readonly property bool stacked: Theme.huge || Theme.large && !Theme.wide
            readonly property real rest: Math.floor(width - (stacked ? 1 : 2) * spacing)
            readonly property real tallest: Math.max(104, list.implicitHeight, ask.implicitHeight, compare.implicitHeight)
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, 1300)
            spacing: Theme.gap
            PushButton {
                id: list
                width: row.stacked ? row.width : row.rest * 0.42
                height: row.stacked ? implicitHeight : row.tallest
                kind: "primary"
                glyph: page.listed ? "check" : "plus"
                leftPadding: 16
                rightPadding: 16
                text: page.listed ? qsTr("On your list, add one more") : qsTr("Add to my list")
                onClicked: ShoppingList.add(page.card.sku)
            }
            PushButton {
                id: ask
                width: row.rest * (row.stacked ? 0.54 : 0.3)
                height: row.tallest
                glyph: "chat"
                leftPadding: 16
                rightPadding: 16
                text: qsTr("Ask about it")
                onClicked: {
                    // What was shown since is not what "it" is about.
                    Detail.open(page.code);
                    Nav.talk();
                }
            }
            PushButton {
                id: compare
                width: row.rest * (row.stacked ? 0.46 : 0.28)
                height: row.tallest
                glyph: "compare"
                leftPadding: 16
                rightPadding: 16
                text: qsTr("Compare")
                onClicked: {
                    Comparison.add(page.card.sku);
                    Nav.compare();
                }
            }
        }
    }

    Dots {
        anchors.centerIn: parent
        visible: !page.ready && !page.missing
    }

    ProductMissing {
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.missing
        code: page.code
    }

    ProductWrong {
        id: wrong
    }
}
