pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// How to scan a product; what is scanned opens its page from anywhere.
BasePage {
    id: page

    name: "scan"

    TopBar {
        id: top
        width: parent.width
        title: qsTr("Scan a product")
        onBack: Nav.back()
    }
    Flickable {
        id: flick
        anchors.top: top.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: grid.height + 2 * Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Grid {
            id: grid
            readonly property bool beside: Theme.low || (Theme.wide || Theme.reach) && !Theme.huge
            readonly property real cell: beside ? (width - columnSpacing) * (Theme.low ? 0.3 : 0.5) : width
            x: Theme.margin
            y: Math.max(Theme.gap, (flick.height - height) / 2)
            width: flick.width - 2 * Theme.margin
            columns: beside ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: Theme.gapLarge
            verticalItemAlignment: Grid.AlignVCenter

            Rectangle {
                width: grid.cell
                height: Math.min(520, Math.max(280, flick.height * 0.5))
                radius: Theme.radiusLarge
                color: Theme.primaryTint
                clip: true
                Icon {
                    id: code
                    anchors.centerIn: parent
                    glyph: "barcode"
                    ink: Theme.primaryDeep
                    size: Math.round(parent.height * 0.66)
                }
                Rectangle {
                    id: beam
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: parent.height / 2 - height / 2
                    width: code.width * 1.1
                    height: 8
                    radius: 4
                    color: Theme.danger
                    SequentialAnimation on y {
                        running: page.current && !Theme.still
                        loops: Animation.Infinite
                        NumberAnimation {
                            from: beam.parent.height * 0.25
                            to: beam.parent.height * 0.75
                            duration: 1600
                            easing.type: Easing.InOutQuad
                        }
                        NumberAnimation {
                            to: beam.parent.height * 0.25
                            duration: 1600
                            easing.type: Easing.InOutQuad
                        }
                    }
                }
            }
            Column {
                width: grid.beside ? grid.width - grid.columnSpacing - grid.cell : grid.width
                spacing: Theme.gap
                Txt {
                    width: parent.width
                    text: qsTr("Hold the barcode in front of the scanner.")
                    font.pixelSize: Theme.heading
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                Txt {
                    width: parent.width
                    text: qsTr("You see its price, what is in it and where it belongs. You can scan on any page.")
                    color: Theme.inkSoft
                    bottomPadding: Theme.gap
                }
                Grid {
                    id: ways
                    readonly property real cell: (width - (columns - 1) * spacing) / columns
                    width: parent.width
                    columns: Theme.low && !Theme.huge ? 2 : 1
                    spacing: Theme.gap
                    PushButton {
                        width: ways.cell
                        kind: "primary"
                        glyph: "search"
                        text: qsTr("Search by name or number")
                        onClicked: Nav.search()
                    }
                    PushButton {
                        width: ways.cell
                        kind: "plain"
                        glyph: "bell"
                        text: qsTr("Ask a person")
                        onClicked: Nav.staff()
                    }
                }
            }
        }
    }
}
