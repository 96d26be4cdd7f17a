import QtQuick
import Aislewise
import "../theme"

// The store's logo on a ground of its own, or its name where there is none.
Item {
    id: mark

    property int size: Theme.title
    property color ink: Theme.heroInk
    property bool centred: false
    readonly property bool drawn: Brand.logo !== "" && picture.status === Image.Ready

    implicitHeight: drawn ? plate.height : name.implicitHeight
    Accessible.role: Accessible.Heading
    Accessible.name: Store.name

    Rectangle {
        id: plate
        x: mark.centred ? (parent.width - width) / 2 : 0
        visible: mark.drawn
        width: picture.width + 2 * Theme.gap
        height: picture.height + 2 * Theme.gap
        radius: Theme.radiusSmall
        // Logos are made for white paper.
        color: "white"
        Image {
            id: picture
            readonly property real tall: mark.size * 1.6
            anchors.centerIn: parent
            height: tall
            width: Math.min(mark.width - 2 * Theme.gap, tall * (implicitHeight > 0 ? implicitWidth / implicitHeight : 1))
            source: Brand.logo
            sourceSize.height: Math.round(tall * Theme.stageScale)
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true
        }
    }
    Txt {
        id: name
        visible: !mark.drawn
        width: parent.width
        text: Store.name || qsTr("Welcome")
        color: mark.ink
        font.pixelSize: mark.size
        font.weight: Font.Bold
        horizontalAlignment: mark.centred ? Text.AlignHCenter : Text.AlignLeft
        maximumLineCount: 2
        Accessible.ignored: true
    }
}
