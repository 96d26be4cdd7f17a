pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// A code that this store does not know, or one that could not be looked up: what to do now.
Flickable {
    id: missing

    required property string code
    readonly property bool unknown: Detail.failed === "not_found"

    contentHeight: column.height + 2 * Theme.gapLarge
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    Column {
        id: column
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(Theme.gap, (missing.height - height) / 3)
        width: Math.min(missing.width - 2 * Theme.margin, Theme.low ? 1300 : 860)
        spacing: Theme.low ? Theme.gap : Theme.gapLarge
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !Theme.low
            glyph: "info"
            ink: Theme.primary
            size: 84
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: missing.unknown ? qsTr("I don’t know this product.") : qsTr("I can’t look this up right now.")
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: missing.unknown ? qsTr("It may be new, or from another store. Scan it once more with the whole barcode in the light, or search for it by its name.") : qsTr("Please try again in a moment.")
            color: Theme.inkSoft
        }
        Txt {
            width: parent.width
            visible: missing.unknown
            horizontalAlignment: Text.AlignHCenter
            text: Format.fill(qsTr("The code that I read: %1"), missing.code)
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            maximumLineCount: 2
        }
        Grid {
            id: ways
            readonly property real cell: (width - (columns - 1) * spacing) / columns
            width: parent.width
            columns: Theme.low && !Theme.huge ? 2 : 1
            spacing: column.spacing
            PushButton {
                width: ways.cell
                kind: "primary"
                glyph: missing.unknown ? "search" : "repeat"
                text: missing.unknown ? qsTr("Search by name") : qsTr("Try again")
                onClicked: {
                    if (missing.unknown)
                        Nav.search();
                    else
                        Detail.open(missing.code);
                }
            }
            PushButton {
                width: ways.cell
                glyph: "bell"
                text: qsTr("Ask a person")
                onClicked: {
                    Nav.staff();
                    Calls.call("product", false, "");
                }
            }
        }
    }
}
