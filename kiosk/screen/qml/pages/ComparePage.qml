pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Two to four products beside each other, with what sets them apart marked.
BasePage {
    id: page

    property bool differencesOnly: false
    readonly property int count: Comparison.products.length
    readonly property bool ready: count > 1 && Comparison.lines.length > 0
    readonly property var lines: Comparison.lines.filter(line => line.differs || !differencesOnly)
    readonly property int same: Comparison.lines.filter(line => !line.differs).length
    // What could be compared with the product that was looked at last.
    readonly property var others: {
        const product = Detail.product;
        if (product.card === undefined || !Comparison.picks.includes(product.card.sku))
            return [];
        return product.sizes.concat(product.cheaper, product.instead).filter((card, at, all) => !Comparison.picks.includes(card.sku) && all.findIndex(other => other.sku === card.sku) === at);
    }

    function catchUp() {
        if (current && Comparison.picks.length > 1 && Comparison.lines.length === 0 && !Comparison.busy && Comparison.failed === "")
            Comparison.fetch();
    }

    name: "compare"
    onCurrentChanged: catchUp()

    Connections {
        target: Comparison
        function onChanged() {
            page.catchUp();
        }
    }

    TopBar {
        id: head
        width: parent.width
        title: qsTr("Compare")
        onBack: Nav.back()
    }

    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: body.height + 2 * Theme.gapLarge
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Column {
            id: body
            x: Theme.margin
            width: flick.width - 2 * Theme.margin
            spacing: Theme.gap

            CompareHeads {
                id: heads
                width: parent.width
                visible: page.count > 0
                pages: Comparison.products
            }
            Flow {
                width: parent.width
                spacing: 10
                visible: page.ready
                Chip {
                    visible: page.same > 0
                    chosen: page.differencesOnly
                    glyph: chosen ? "check" : ""
                    text: qsTr("Differences only")
                    Accessible.checkable: true
                    Accessible.checked: chosen
                    onClicked: page.differencesOnly = !page.differencesOnly
                }
                Chip {
                    visible: !Comparison.full
                    glyph: "plus"
                    text: qsTr("Add another")
                    onClicked: Nav.search()
                }
                Chip {
                    glyph: "close"
                    text: qsTr("Start anew")
                    onClicked: Comparison.clear()
                }
            }
            Repeater {
                model: page.ready ? page.lines : []
                CompareLine {
                    required property var modelData
                    width: body.width
                    line: modelData
                    pages: Comparison.products
                }
            }
            Txt {
                width: parent.width
                visible: page.ready
                text: qsTr("From the product labels. If you have an allergy, please read the pack too.")
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
            }
            Txt {
                width: parent.width
                visible: Comparison.picks.length < 2
                topPadding: Theme.gapLarge
                horizontalAlignment: Text.AlignHCenter
                text: Comparison.picks.length === 1 ? qsTr("With what shall I compare it?") : qsTr("What shall I compare?")
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
            }
            Flow {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: Comparison.picks.length < 2
                width: Math.min(parent.width, find.implicitWidth)
                PushButton {
                    id: find
                    kind: "primary"
                    glyph: "search"
                    text: qsTr("Find products")
                    onClicked: Nav.search()
                }
            }
            ProductOthers {
                width: parent.width
                title: qsTr("Tap one to compare it")
                cards: Comparison.full || Comparison.picks.length === 0 ? [] : page.others
                opens: false
                onChosen: sku => Comparison.add(sku)
            }
        }
    }

    Dots {
        anchors.centerIn: parent
        visible: Comparison.busy
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 820)
        spacing: Theme.gapLarge
        visible: Comparison.failed !== ""
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("I can’t compare these right now.")
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
        }
        PushButton {
            anchors.horizontalCenter: parent.horizontalCenter
            kind: "primary"
            glyph: "repeat"
            text: qsTr("Try again")
            onClicked: Comparison.fetch()
        }
    }
}
