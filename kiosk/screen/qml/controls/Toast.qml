import QtQuick
import "../theme"

// A short word of confirmation that goes by itself.
Rectangle {
    id: toast

    function show(words: string, glyph: string) {
        label.text = words;
        sign.glyph = glyph;
        opacity = 1;
        timer.restart();
    }

    function hide() {
        timer.stop();
        opacity = 0;
    }

    width: row.implicitWidth + 64
    height: 88
    radius: 44
    color: Theme.ink
    opacity: 0
    visible: opacity > 0
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.calm
        }
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 14
        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            glyph: "check"
            ink: Theme.inverse
            size: 36
        }
        Txt {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.inverse
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            maximumLineCount: 1
        }
    }
    Timer {
        id: timer
        interval: 2200
        onTriggered: toast.opacity = 0
    }
}
