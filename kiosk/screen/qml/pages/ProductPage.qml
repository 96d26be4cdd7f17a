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
            ProductFacts {
                width: parent.width
                product: page.product
            }
            ProductOthers {
                width: parent.width
                title: qsTr("Similar products")
                cards: page.out ? [] : page.product.instead
            }
            ProductOthers {
                width: parent.width
                title: qsTr("Goes well with it")
                cards: page.product.goes_with
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
                        title: qsTr("Goes well with it")
                        cards: page.product.goes_with
                    }
                    ProductOthers {
                        width: parent.width
                        bleed: false
                        title: qsTr("Similar products")
                        cards: page.out ? [] : page.product.instead
                    }
                }
            }
        }
    }

    Rectangle {
        id: actions
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? 144 : 0
        visible: page.ready
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Row {
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, 1200)
            height: 104
            spacing: Theme.gap
            PushButton {
                width: (parent.width - parent.spacing) * 0.56
                height: parent.height
                kind: "primary"
                glyph: page.listed ? "check" : "plus"
                text: page.listed ? qsTr("On your list, add one more") : qsTr("Add to my list")
                onClicked: ShoppingList.add(page.card.sku)
            }
            PushButton {
                width: (parent.width - parent.spacing) * 0.44
                height: parent.height
                glyph: "chat"
                text: qsTr("Ask about it")
                onClicked: Nav.talk()
            }
        }
    }

    Dots {
        anchors.centerIn: parent
        visible: !page.ready && !page.missing
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 820)
        spacing: Theme.gapLarge
        visible: page.missing
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            glyph: "info"
            ink: Theme.primary
            size: 84
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Detail.failed === "not_found" ? qsTr("I don’t know this product.") : qsTr("I can’t look this up right now.")
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Detail.failed === "not_found" ? qsTr("A member of staff will gladly check it for you.") : qsTr("Please try again in a moment.")
            color: Theme.inkSoft
        }
        PushButton {
            anchors.horizontalCenter: parent.horizontalCenter
            kind: "primary"
            glyph: Detail.failed === "not_found" ? "bell" : "repeat"
            text: Detail.failed === "not_found" ? qsTr("Ask a person") : qsTr("Try again")
            onClicked: {
                if (Detail.failed === "not_found")
                    Nav.staff();
                else
                    Detail.open(page.code);
            }
        }
    }
}
