import QtQuick
import Aislewise
import "../theme"

// On the pages beside the conversation: what is being heard or said, and how to end it.
Rectangle {
    id: strip

    readonly property bool hears: Store.hearing === "working" && Store.online
    readonly property bool listens: light.listens
    readonly property bool says: Talk.speaking || light.waits
    readonly property bool failed: Talk.listening === "failed"
    readonly property bool thinks: Talk.listening === "thinking"
    readonly property bool shownNow: listens || thinks || failed || says
    // Words and a button with words stand beside each other.
    readonly property bool roomy: row.width - before.width - again.implicitWidth - 2 * row.spacing > 620
    readonly property string words: {
        if (failed)
            return Format.deaf(Talk.hint);
        if (listens || thinks)
            return Talk.partial || Format.listening(thinks ? "opening" : Talk.listening, Talk.prompt, Talk.hint);
        return Talk.answer || qsTr("Hello, I am an automated assistant. Ask me where something is, what it costs, or for a person.");
    }

    visible: shownNow
    implicitHeight: Math.max(Theme.touch, label.implicitHeight) + 32
    color: failed ? Theme.warnTint : listens ? Theme.primaryTint : Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Row {
        id: row
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gapLarge + 4

        HearingLight {
            id: light
            anchors.verticalCenter: parent.verticalCenter
        }
        Dots {
            id: dots
            anchors.verticalCenter: parent.verticalCenter
            visible: strip.thinks
        }
        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            visible: !light.visible && !dots.visible
            glyph: strip.failed ? "info" : "sound"
            ink: strip.failed ? Theme.warn : Theme.primary
        }
        Txt {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            width: row.width - before.width - tools.width - 2 * row.spacing
            text: strip.words
            color: strip.failed ? Theme.warn : strip.listens ? Theme.primaryDeep : Theme.ink
            font.pixelSize: Theme.small
            font.weight: strip.says ? Font.Normal : Font.DemiBold
            maximumLineCount: strip.says && !Theme.huge ? 3 : 6
            Accessible.name: text
            elide: strip.listens ? Text.ElideLeft : Text.ElideRight
        }
        Row {
            id: tools
            anchors.verticalCenter: parent.verticalCenter
            spacing: 12
            PushButton {
                id: again
                visible: strip.failed && strip.hears && strip.roomy
                glyph: "mic"
                text: qsTr("Try again")
                onClicked: Talk.listen()
            }
            GlyphButton {
                visible: strip.failed && strip.hears && !strip.roomy
                glyph: "mic"
                text: qsTr("Try again")
                ink: Theme.inverse
                fill: Theme.primary
                fillPressed: Theme.primaryDeep
                onClicked: Talk.listen()
            }
            GlyphButton {
                visible: strip.failed || strip.listens
                glyph: "close"
                text: strip.listens ? qsTr("Cancel") : qsTr("Close")
                fill: Theme.surface
                edge: Theme.line
                onClicked: Talk.drop()
            }
            GlyphButton {
                visible: strip.says && !strip.listens
                glyph: "stop"
                text: qsTr("Stop speaking")
                ink: Theme.primaryDeep
                fill: Theme.primaryTint
                onClicked: Talk.hush()
            }
        }
    }
    // As wide as whichever sign is shown.
    Item {
        id: before
        width: light.visible ? light.width : dots.visible ? dots.width : sign.width
    }
}
