pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"

// Always there: home, talk, list, call staff.
Rectangle {
    id: bar

    required property string page

    signal go(page: string)
    signal talk

    readonly property bool hears: Store.hearing === "working" && Store.online
    readonly property bool listens: Talk.listening === "opening" || Talk.listening === "listening"

    // Less tall where the keyboard leaves little room.
    property bool slim: false

    implicitHeight: slim ? Theme.touch + 8 : Theme.bar
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Row {
        id: row
        readonly property real cell: (width - 3 * spacing) / 4
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * 20, 1400)
        height: bar.height - (bar.slim ? 8 : 24)
        spacing: 12

        BarButton {
            width: row.cell
            height: row.height
            flat: bar.slim
            glyph: "home"
            text: qsTr("Home")
            current: bar.page === "home"
            onClicked: bar.go("home")
        }
        BarButton {
            width: row.cell
            height: row.height
            flat: bar.slim
            glyph: bar.listens ? "stop" : bar.hears ? "mic" : "chat"
            text: bar.listens ? qsTr("Tap to stop") : bar.hears ? qsTr("Tap to talk") : qsTr("Ask me")
            strong: bar.hears
            current: bar.page === "talk"
            onClicked: bar.talk()
        }
        BarButton {
            width: row.cell
            height: row.height
            flat: bar.slim
            glyph: "list"
            text: qsTr("My list")
            count: ShoppingList.pieces
            current: bar.page === "list"
            onClicked: bar.go("list")
        }
        BarButton {
            width: row.cell
            height: row.height
            flat: bar.slim
            glyph: "bell"
            text: qsTr("Call staff")
            ink: Theme.offer
            current: bar.page === "staff"
            onClicked: bar.go("staff")
        }
    }
}
