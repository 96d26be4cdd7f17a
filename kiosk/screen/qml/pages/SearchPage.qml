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
    // Tiles are picked to be compared instead of opened.
    property bool picking: false
    readonly property bool browsing: Finder.department !== "" || Finder.offersOnly
    readonly property bool unasked: Finder.text.trim() === "" && !browsing
    readonly property bool empty: Finder.settled && Finder.total === 0 && Finder.results.count === 0
    // On a low screen the keyboard leaves room for completions or chips, not for both.
    readonly property bool cramped: (Theme.wide || Theme.reach) && InputMethod.visible
    // The field stands beside the page's name, unless that is long in large words.
    readonly property bool flat: Theme.wide && !(page.browsing && Theme.huge)
    readonly property bool nothing: (empty || Finder.failed !== "") && !unasked

    function departmentName(id: string): string {
        const found = Store.departments.find(d => d.id === id);
        return found ? Labels.department(id, found.name) : id;
    }

    function begin() {
        picking = false;
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
        anchors.left: parent.left
        anchors.leftMargin: page.flat ? (page.browsing ? page.width * 0.4 : 150) : Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin + (page.flat ? Theme.touch + Theme.gap : 0)
        y: page.flat ? 8 : head.height
        placeholderText: qsTr("Search products and brands")
        onTextChanged: Finder.type(text)
        onSent: {
            focus = false;
            results.forceActiveFocus();
        }
    }

    Row {
        id: completions
        readonly property bool writes: true
        anchors.top: field.bottom
        anchors.topMargin: visible ? 8 : 0
        x: Theme.margin
        width: page.width - 2 * Theme.margin
        height: visible ? implicitHeight : 0
        spacing: 12
        clip: true
        visible: field.activeFocus && Finder.completions.length > 0 && (page.cramped || !Theme.wide)
        Repeater {
            model: Finder.completions
            Chip {
                required property string modelData
                text: modelData
                // Those that the row has no room for are not there.
                enabled: x >= 0 && x + width <= completions.width
                opacity: enabled ? 1 : 0
                onClicked: field.text = modelData
            }
        }
    }

    SearchChips {
        id: chips
        anchors.top: completions.bottom
        anchors.topMargin: visible ? 8 : 0
        x: Theme.margin
        width: page.width - 2 * Theme.margin
        height: visible ? implicitHeight : 0
        visible: !page.unasked && Finder.failed === "" && (Finder.narrowed > 0 || !page.empty) && !page.cramped
        picking: page.picking
        departmentName: page.departmentName
        onMore: {
            InputMethod.hide();
            filters.open();
        }
        onPick: page.picking = !page.picking
    }

    Column {
        id: heading
        anchors.top: chips.bottom
        anchors.topMargin: 12
        x: Theme.margin
        width: page.width - 2 * Theme.margin
        spacing: 4
        visible: !page.nothing && !page.unasked && compareBar.y - y > 160
        Txt {
            width: parent.width
            visible: Finder.corrected !== "" && Finder.results.count > 0
            text: Format.fill(qsTr("Showing results for “%1”"), Finder.corrected)
            font.weight: Font.DemiBold
            font.pixelSize: Theme.small
            color: Theme.primaryDeep
            maximumLineCount: 1
        }
        Txt {
            width: parent.width
            visible: Finder.results.count > 0 && (page.picking || !Theme.reach)
            text: page.picking ? qsTr("Tap two to four products to compare them.") : Format.products(Finder.total)
            color: page.picking ? Theme.primaryDeep : Theme.inkSoft
            font.pixelSize: Theme.small
            maximumLineCount: 2
        }
    }

    GridView {
        id: results
        readonly property int columns: Theme.columns(width, Theme.wide ? 300 : 310)
        readonly property int pictureHeight: Theme.low ? 84 : Theme.wide ? 130 : 190
        // A screenful, less what is kept in sight.
        readonly property real leap: Math.max(cellHeight, Math.floor(height / cellHeight) * cellHeight)
        anchors.top: heading.bottom
        anchors.topMargin: 12
        anchors.bottom: compareBar.top
        x: Theme.margin - 10
        width: page.width - 2 * Theme.margin + 20
        clip: true
        visible: !page.unasked && !page.nothing
        cellWidth: Math.floor(width / columns)
        cellHeight: Theme.tileHeight(pictureHeight) + 20
        boundsBehavior: Flickable.DragOverBounds
        // At the end nothing stays below the buttons.
        bottomMargin: leaps.visible ? leaps.height + leaps.anchors.bottomMargin : 0
        cacheBuffer: 600
        model: Finder.results
        opacity: Finder.busy && !Finder.settled ? 0.6 : 1
        onMovementStarted: InputMethod.hide()
        // Three screens ahead, so that nobody meets the end before it has moved on.
        onContentYChanged: if (contentY + 4 * height > contentHeight)
            Finder.loadMore()
        onCountChanged: if (contentY + 4 * height > contentHeight)
            Finder.loadMore()

        function leapTo(y: real) {
            contentY = Math.max(0, Math.min(y, contentHeight + bottomMargin - height));
        }

        delegate: Item {
            id: cell
            required property var row
            readonly property bool picked: Comparison.picks.includes(row.sku)
            width: results.cellWidth
            height: results.cellHeight
            ProductTile {
                anchors.fill: parent
                anchors.margins: 10
                pictureHeight: results.pictureHeight
                card: cell.row
                edge: page.picking && cell.picked ? Theme.primary : Theme.line
                Accessible.checkable: page.picking
                Accessible.checked: page.picking && cell.picked
                onChosen: sku => {
                    if (page.picking)
                        Comparison.toggle(sku);
                    else
                        Nav.product(sku);
                }
            }
            Rectangle {
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: 22
                visible: page.picking
                width: 56
                height: 56
                radius: 28
                color: cell.picked ? Theme.primary : Theme.surface
                border.width: 3
                border.color: Theme.primary
                Icon {
                    anchors.centerIn: parent
                    visible: cell.picked
                    glyph: "check"
                    ink: Theme.inverse
                    size: 38
                }
            }
        }
    }

    Column {
        id: leaps
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.bottom: compareBar.top
        anchors.bottomMargin: 20
        spacing: Theme.gap
        visible: results.visible && results.contentHeight > results.height + results.cellHeight / 2
        GlyphButton {
            glyph: "up"
            text: qsTr("Back up")
            visible: !results.atYBeginning
            fill: Theme.surface
            fillPressed: Theme.primaryTint
            edge: Theme.line
            onClicked: results.leapTo(results.contentY - results.leap)
        }
        GlyphButton {
            glyph: "up"
            rotation: 180
            text: qsTr("Further down")
            enabled: !results.atYEnd
            fill: Theme.surface
            fillPressed: Theme.primaryTint
            edge: Theme.line
            onClicked: results.leapTo(results.contentY + results.leap)
        }
    }

    CompareBar {
        id: compareBar
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: page.picking && results.visible
        onOver: page.picking = false
    }

    Dots {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: compareBar.top
        anchors.bottomMargin: 24
        visible: Finder.busy && !Finder.settled
    }

    SearchStart {
        anchors.top: heading.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.unasked
    }

    SearchNothing {
        anchors.top: chips.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.nothing
        tight: field.activeFocus
        onSpelled: text => field.text = text
    }

    SearchFilters {
        id: filters
        departmentName: page.departmentName
    }
}
