import QtQuick
import Aislewise
import "../theme"

// One quiet line about a part of the kiosk that is away, the most important first.
Rectangle {
    id: notice

    readonly property string words: {
        if (!Store.online)
            return "";
        if (Store.down.indexOf("catalog") >= 0)
            return qsTr("Product information is away for a moment. A member of staff can help you.");
        if (Store.hearing === "absent" && Store.heard)
            return qsTr("I can’t hear at the moment. You can type, or call a person.");
        if (Store.hearing === "absent")
            return Store.speech === "working" ? qsTr("I can’t hear you at this kiosk. Please tap or type, I will answer aloud.") : qsTr("This kiosk works by touch: please tap or type.");
        if (Store.hearing === "starting")
            return qsTr("I can’t hear you just yet. It takes a moment; touch works as always.");
        if (Store.speech !== "working")
            return qsTr("I can hear you, and answer in writing for now.");
        return "";
    }

    visible: words !== ""
    implicitHeight: visible ? Math.max(60, line.implicitHeight + 24) : 0
    color: Theme.warnTint

    Row {
        anchors.centerIn: parent
        spacing: 14
        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            glyph: Store.hearing === "absent" ? "touch" : "info"
            ink: Theme.warn
            size: 34
        }
        Words {
            id: line
            anchors.verticalCenter: parent.verticalCenter
            most: notice.width - 2 * Theme.margin - sign.width - 14
            text: notice.words
            color: Theme.warn
            font.pixelSize: Theme.tiny
            font.weight: Font.Medium
            lines: 2
        }
    }
}
