pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"

// Always there: home, list, talk, call staff, and what makes it easier. Along the lower edge, or down the side.
Rectangle {
    id: bar

    required property string page
    property bool upright: false
    // Less tall where the keyboard leaves little room.
    property bool slim: false

    readonly property bool hears: Store.hearing === "working" && Store.online
    readonly property bool listens: Talk.listening === "opening" || Talk.listening === "listening"
    readonly property real cell: upright ? Math.min(150, (height - 5 * grid.spacing) / 5) : (grid.width - 4 * grid.spacing) / 5

    signal go(page: string)
    signal talk
    signal easier

    implicitHeight: slim ? Theme.touch + 8 : Math.max(Theme.bar, 94 + Math.round(1.5 * Math.min(Theme.tiny, 34)))
    implicitWidth: Theme.rail
    color: Theme.surface

    Rectangle {
        anchors.right: bar.upright ? parent.right : undefined
        width: bar.upright ? 1 : parent.width
        height: bar.upright ? parent.height : 1
        color: Theme.line
    }
    Grid {
        id: grid
        anchors.centerIn: parent
        width: bar.upright ? bar.width - 24 : Math.min(bar.width - 32, 1400)
        columns: bar.upright ? 1 : 5
        spacing: bar.upright ? 10 : 8

        BarButton {
            width: bar.upright ? grid.width : bar.cell
            height: bar.tile
            glyph: "home"
            text: qsTr("Home")
            current: bar.page === "home"
            onClicked: bar.go("home")
        }
        BarButton {
            width: bar.upright ? grid.width : bar.cell
            height: bar.tile
            glyph: "list"
            text: qsTr("My list")
            count: ShoppingList.pieces
            current: bar.page === "list"
            onClicked: bar.go("list")
        }
        BarButton {
            width: bar.upright ? grid.width : bar.cell
            height: bar.tile
            glyph: bar.listens ? "stop" : bar.hears ? "mic" : "chat"
            text: bar.listens ? qsTr("Tap to stop") : bar.hears ? qsTr("Tap to talk") : qsTr("Ask me")
            strong: bar.hears
            current: bar.page === "talk"
            onClicked: bar.talk()
        }
        BarButton {
            width: bar.upright ? grid.width : bar.cell
            height: bar.tile
            glyph: "bell"
            text: qsTr("Call staff")
            ink: Theme.offer
            current: bar.page === "staff"
            onClicked: bar.go("staff")
        }
        BarButton {
            width: bar.upright ? grid.width : bar.cell
            height: bar.tile
            glyph: "access"
            text: qsTr("Easier to use")
            onClicked: bar.easier()
        }
    }
    readonly property real tile: upright ? cell : height - (slim ? 8 : 20)
}
