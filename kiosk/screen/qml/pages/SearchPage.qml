pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Search as you type, and browsing of a department or the offers.
BasePage {
    id: page

    property string department: ""
    property bool offers: false
    readonly property bool browsing: Finder.department !== "" || Finder.offersOnly
    readonly property bool empty: Finder.settled && Finder.total === 0 && Finder.results.count === 0
    readonly property bool unasked: Finder.text.trim() === "" && !browsing

    function departmentName(id: string): string {
        const found = Store.departments.find(d => d.id === id);
        return found ? found.name : id;
    }

    function begin() {
        field.clear();
        if (offers)
            Finder.browseOffers();
        else if (department)
            Finder.browse(department);
        else
            field.forceActiveFocus();
    }

    name: "search"

    TopBar {
        id: head
        width: parent.width
        title: Theme.wide && !page.browsing ? "" : Finder.offersOnly ? qsTr("On offer") : Finder.department ? page.departmentName(Finder.department) : qsTr("Search")
        onBack: Nav.back()
    }

    SearchField {
        id: field
        readonly property real start: Theme.wide ? (page.browsing ? 700 : 150) : Theme.margin
        x: start
        y: Theme.wide ? 8 : head.height
        width: page.width - start - Theme.margin
        placeholderText: qsTr("Search products and brands")
        onTextChanged: Finder.type(text)
        onSent: {
            focus = false;
            results.forceActiveFocus();
        }
    }

    Row {
        id: completions
        anchors.top: field.bottom
        anchors.topMargin: visible ? 8 : 0
        x: Theme.margin
        width: page.width - 2 * Theme.margin
        height: visible ? Theme.touch : 0
        spacing: 12
        clip: true
        visible: field.activeFocus && Finder.completions.length > 0
        Repeater {
            model: Finder.completions
            Chip {
                required property string modelData
                text: modelData
                onClicked: field.text = modelData
            }
        }
    }

    Column {
        id: heading
        anchors.top: completions.bottom
        anchors.topMargin: 16
        x: Theme.margin
        width: page.width - 2 * Theme.margin
        spacing: 4
        Txt {
            width: parent.width
            visible: Finder.corrected !== "" && Finder.results.count > 0
            text: qsTr("Showing results for “%1”").arg(Finder.corrected)
            font.weight: Font.DemiBold
            font.pixelSize: Theme.small
            color: Theme.primaryDeep
            maximumLineCount: 1
        }
        Txt {
            width: parent.width
            visible: Finder.results.count > 0
            text: Format.products(Finder.total)
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            maximumLineCount: 1
        }
    }

    GridView {
        id: results
        readonly property int columns: Math.max(2, Math.floor(width / 330))
        anchors.top: heading.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        x: Theme.margin - 10
        width: page.width - 2 * Theme.margin + 20
        clip: true
        visible: !page.unasked && !page.empty && Finder.failed === ""
        cellWidth: width / columns
        readonly property int pictureHeight: Theme.wide ? 120 : 190
        cellHeight: Theme.tileHeight(pictureHeight) + 20
        boundsBehavior: Flickable.DragOverBounds
        cacheBuffer: 600
        model: Finder.results
        opacity: Finder.busy && !Finder.settled ? 0.6 : 1
        onMovementStarted: InputMethod.hide()
        onAtYEndChanged: if (atYEnd)
            Finder.loadMore()
        onContentYChanged: if (contentY + height > contentHeight - 2 * cellHeight)
            Finder.loadMore()

        delegate: Item {
            id: cell
            required property var row
            width: results.cellWidth
            height: results.cellHeight
            ProductTile {
                anchors.fill: parent
                anchors.margins: 10
                pictureHeight: results.pictureHeight
                card: cell.row
                onChosen: sku => Nav.product(sku)
            }
        }
    }

    Dots {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        visible: Finder.busy
    }

    Flickable {
        anchors.top: heading.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: idle.height + Theme.margin
        clip: true
        visible: page.unasked
        Column {
            id: idle
            x: Theme.margin
            width: page.width - 2 * Theme.margin
            spacing: 12
            Section {
                width: parent.width
                visible: Store.popular.length > 0
                title: qsTr("Popular here")
            }
            Shelf {
                width: parent.width + 2 * Theme.margin
                x: -Theme.margin
                inset: Theme.margin
                visible: Store.popular.length > 0
                cards: Store.popular
                onChosen: sku => Nav.product(sku)
            }
            Section {
                width: parent.width
                visible: Store.departments.length > 0
                title: qsTr("Departments")
            }
            Flow {
                width: parent.width
                spacing: 10
                Repeater {
                    model: Store.departments
                    Chip {
                        required property var modelData
                        text: modelData.name
                        glyph: Looks.icon(modelData.id)
                        onClicked: Nav.department(modelData.id)
                    }
                }
            }
        }
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: heading.bottom
        anchors.topMargin: Theme.wide || field.activeFocus ? 20 : 120
        width: Math.min(parent.width - 2 * Theme.margin, 860)
        spacing: Theme.wide ? Theme.gap : Theme.gapLarge
        visible: (page.empty || Finder.failed !== "") && !page.unasked
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !(Theme.wide && field.activeFocus)
            glyph: Finder.failed !== "" ? "info" : "search"
            ink: Theme.primary
            size: 84
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Finder.failed !== "" ? qsTr("I can’t search right now.") : qsTr("I found nothing for “%1”").arg(Finder.text.trim())
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            maximumLineCount: 3
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Finder.failed !== "" ? qsTr("Please try again in a moment, or ask a member of staff.") : qsTr("Try fewer or other words. A member of staff can also check for you.")
            color: Theme.inkSoft
        }
        Flow {
            id: meant
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            visible: Finder.failed === "" && Finder.suggestions.length > 0
            Txt {
                height: Theme.touch
                verticalAlignment: Text.AlignVCenter
                text: qsTr("Did you mean")
                color: Theme.inkSoft
            }
            Repeater {
                model: Finder.suggestions
                Chip {
                    required property string modelData
                    text: modelData
                    onClicked: field.text = modelData
                }
            }
        }
        Flow {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, first.implicitWidth + second.implicitWidth + spacing)
            spacing: Theme.gap
            PushButton {
                id: first
                kind: "primary"
                glyph: Finder.failed !== "" ? "repeat" : "chat"
                text: Finder.failed !== "" ? qsTr("Try again") : qsTr("Ask the assistant")
                onClicked: {
                    if (Finder.failed !== "") {
                        Finder.again();
                        return;
                    }
                    const words = Finder.text;
                    Nav.talk();
                    Talk.ask(words, "tapped");
                }
            }
            PushButton {
                id: second
                glyph: "bell"
                text: qsTr("Ask a person")
                onClicked: {
                    Nav.staff();
                    Calls.call("find", false, "");
                }
            }
        }
    }
}
