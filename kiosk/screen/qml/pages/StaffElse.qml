pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// What the shopper can do while nobody has come.
Column {
    id: more

    // Nobody comes soon: what helps without anybody.
    property bool alone: false

    spacing: Theme.gap

    Section {
        width: parent.width
        title: more.alone ? qsTr("What else there is") : qsTr("Meanwhile")
    }
    Grid {
        id: grid
        readonly property real cell: (width - (columns - 1) * spacing) / columns
        readonly property int fitting: Theme.columns(width, Theme.huge ? 360 : 280)
        width: parent.width
        // Four are never three and one.
        columns: more.alone ? (fitting < 4 ? Math.min(2, fitting) : 4) : Math.min(3, fitting)
        spacing: 20
        BigButton {
            width: grid.cell
            text: qsTr("Search the store")
            glyph: "search"
            onClicked: Nav.search()
        }
        BigButton {
            width: grid.cell
            text: qsTr("Ask the assistant")
            glyph: "chat"
            onClicked: Nav.talk()
        }
        BigButton {
            width: grid.cell
            visible: !more.alone
            text: qsTr("See the offers")
            glyph: "tag"
            onClicked: Nav.offers()
        }
        BigButton {
            width: grid.cell
            visible: more.alone
            text: qsTr("Look at the map")
            glyph: "map"
            onClicked: Nav.map("")
        }
        BigButton {
            width: grid.cell
            visible: more.alone
            text: qsTr("Take my list along")
            glyph: "list"
            onClicked: Nav.list()
        }
    }
}
