pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The conversation with the assistant: what both sides said, and the microphone.
BasePage {
    id: page

    readonly property bool hears: Store.hearing === "working" && Store.online
    readonly property bool listens: Talk.listening === "opening" || Talk.listening === "listening"
    // What was said stays to be seen until it is in the conversation.
    readonly property bool hearing: listens || Talk.listening === "thinking" && Talk.partial !== ""
    readonly property bool deaf: Talk.listening === "failed"
    // Height in the middle of the page that the light at its lower edge leaves free.
    readonly property real clear: turns.height - (light.aside ? 0 : 2 * light.height)
    readonly property real column: Math.min(width - 2 * Theme.margin, 1120)
    // Little room between bar and keyboard, or in half a landscape panel.
    readonly property bool low: height < 700
    readonly property var starters: [QT_TR_NOOP("Where is the oat milk?"), QT_TR_NOOP("What is on offer?"), QT_TR_NOOP("I need a gift for a child"), QT_TR_NOOP("When are you open?")]

    name: "talk"

    TopBar {
        id: head
        width: parent.width
        title: qsTr("Assistant")
        onBack: Nav.back()

        Badge {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            color: Theme.primaryTint
            ink: Theme.primaryDeep
            text: qsTr("Automated, not a person")
            longest: Theme.wide ? 720 : 420
            lines: 2
        }
    }

    Flickable {
        anchors.fill: turns
        contentHeight: welcome.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        visible: turns.count === 0 && !Talk.thinking && !page.listens
        Column {
            id: welcome
            y: Math.max(0, (parent.parent.height - height) / 2)
            width: page.column
            spacing: page.low ? Theme.gap : Theme.gapLarge
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: !page.low
                glyph: "spark"
                ink: Theme.primary
                size: 96
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Ask me anything about the store")
                font.pixelSize: page.low ? Theme.heading : Theme.title
                font.weight: Font.Bold
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.hears ? qsTr("Tap the microphone and talk, or type below. I am an automated assistant; nothing you say is recorded.") : qsTr("Type below in your own words. I am an automated assistant.")
                color: Theme.inkSoft
                font.pixelSize: page.low ? Theme.small : Theme.body
            }
            LanguageNote {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
            }
            Flow {
                id: starterFlow
                visible: !(Theme.wide && page.deaf)
                width: parent.width
                spacing: 12
                Repeater {
                    model: page.starters
                    Chip {
                        required property string modelData
                        text: qsTr(modelData)
                        onClicked: Talk.ask(Format.asked(modelData, text), "tapped")
                    }
                }
            }
        }
    }

    Column {
        anchors.centerIn: turns
        width: page.column
        spacing: Theme.gapLarge
        visible: turns.count === 0 && page.listens
        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 462 * scale
            height: width
            // As large as the words below it leave room for.
            scale: Math.min(Theme.wide ? 0.6 : 1, (page.clear - note.height - Theme.gapLarge) / 462)
            visible: scale > 0.25
            transformOrigin: Item.TopLeft
            Item {
                x: 231
                y: 231
                Repeater {
                    model: [420, 320]
                    Rectangle {
                        required property int modelData
                        anchors.centerIn: parent
                        width: modelData * (0.75 + 0.35 * Talk.level)
                        height: width
                        radius: width / 2
                        color: Theme.liveHalo
                        opacity: modelData > 400 ? 0.25 : 0.5
                        Behavior on width {
                            NumberAnimation {
                                duration: Theme.quick
                            }
                        }
                    }
                }
                Rectangle {
                    anchors.centerIn: parent
                    width: 220
                    height: 220
                    radius: 110
                    color: Theme.live
                    Icon {
                        anchors.centerIn: parent
                        glyph: "mic"
                        ink: Theme.inverse
                        size: 110
                    }
                }
            }
        }
        Txt {
            id: note
            width: parent.width
            visible: height <= page.clear
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("I am an automated assistant; nothing you say is recorded.")
            color: Theme.inkSoft
        }
    }

    ListView {
        id: turns
        // Empty, it lets touches through to what stands in its place.
        interactive: count > 0
        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: page.column
        clip: true
        spacing: 36
        topMargin: 12
        cacheBuffer: 4000
        boundsBehavior: Flickable.DragOverBounds
        model: Talk.turns
        delegate: TalkTurn {
            required property var row
            required property int index
            width: turns.width
            turn: row
            last: index === turns.count - 1
            onTyping: {
                Talk.letType();
                field.forceActiveFocus();
            }
        }
        footer: Item {
            width: turns.width
            // Room for the light at the lower edge.
            height: (light.visible && !light.aside ? light.height + 30 : 44) + (pending.visible ? 116 : 0)
            Rectangle {
                id: pending
                y: 36
                visible: Talk.thinking && !page.hearing
                width: 140
                height: 80
                radius: 40
                color: Theme.surface
                border.width: 1
                border.color: Theme.line
                Dots {
                    anchors.centerIn: parent
                }
            }
        }
        onCountChanged: toEnd.restart()
        onContentHeightChanged: toEnd.restart()
        onHeightChanged: toEnd.restart()

        // The newest answer is read from its beginning: its question at the upper edge if it is a long one.
        Timer {
            id: toEnd
            interval: 30
            onTriggered: {
                turns.positionViewAtEnd();
                const item = turns.itemAtIndex(turns.count - 1);
                if (item && item.height > turns.height - 40)
                    turns.positionViewAtIndex(turns.count - 1, ListView.Beginning);
            }
        }
    }

    Rectangle {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: panel.visible ? panel.height + panel.anchors.bottomMargin + (page.hearing ? 60 : 36) : 144
        color: page.hearing ? Theme.primaryTint : page.deaf ? Theme.warnTint : Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }

        Column {
            id: panel
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 32
            anchors.horizontalCenter: parent.horizontalCenter
            width: page.column
            spacing: 18
            visible: page.hearing || page.deaf
            Txt {
                width: parent.width
                text: page.deaf ? Format.deaf(Talk.hint) : Talk.partial || Format.listening(Talk.listening, Talk.prompt, Talk.hint)
                color: page.deaf ? Theme.warn : Theme.primaryDeep
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: page.deaf ? 4 : 3
                elide: Text.ElideLeft
            }
            Item {
                width: parent.width
                height: meter.height
                visible: page.hearing
                LevelMeter {
                    id: meter
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: page.listens
                    level: Talk.level
                }
                Dots {
                    anchors.centerIn: parent
                    visible: !page.listens
                }
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.gap
                // They keep their room until the words have moved into the conversation.
                visible: page.hearing
                opacity: page.listens ? 1 : 0
                enabled: page.listens
                PushButton {
                    kind: "primary"
                    glyph: "stop"
                    text: qsTr("I’m done")
                    onClicked: Talk.finish()
                }
                PushButton {
                    kind: "plain"
                    glyph: "close"
                    text: qsTr("Cancel")
                    onClicked: Talk.drop()
                }
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.gap
                visible: page.deaf
                PushButton {
                    visible: page.hears
                    kind: "primary"
                    glyph: "mic"
                    text: qsTr("Try again")
                    onClicked: Talk.listen()
                }
                PushButton {
                    kind: "plain"
                    glyph: "keyboard"
                    text: qsTr("Type instead")
                    onClicked: {
                        Talk.drop();
                        field.forceActiveFocus();
                    }
                }
                PushButton {
                    visible: !page.hears && !Calls.isOpen
                    kind: "plain"
                    glyph: "bell"
                    text: qsTr("Call a person")
                    onClicked: Nav.staff()
                }
            }
        }

        Row {
            id: composer
            anchors.centerIn: parent
            width: page.column
            spacing: Theme.gap
            visible: !panel.visible
            SearchField {
                id: field
                width: parent.width - (mic.visible ? mic.width + parent.spacing : 0) - (send.visible ? send.width + parent.spacing : 0) - (hush.visible ? hush.width + parent.spacing : 0)
                glyph: "keyboard"
                placeholderText: qsTr("Type your question")
                onSent: {
                    const words = text;
                    clear();
                    // The answer needs the room of the keyboard.
                    focus = false;
                    Talk.ask(words, "typed");
                }
            }
            GlyphButton {
                id: hush
                width: 112
                height: 112
                visible: Talk.speaking || Talk.listening === "open"
                glyph: "stop"
                text: qsTr("Stop speaking")
                ink: Theme.primaryDeep
                fill: Theme.primaryTint
                fillPressed: Theme.sunken
                onClicked: Talk.hush()
            }
            GlyphButton {
                id: send
                width: 112
                height: 112
                visible: field.text.trim() !== ""
                glyph: "send"
                text: qsTr("Send")
                ink: Theme.inverse
                fill: Theme.primary
                fillPressed: Theme.primaryDeep
                onClicked: field.sent()
            }
            GlyphButton {
                id: mic
                width: 112
                height: 112
                visible: page.hears && !send.visible
                glyph: "mic"
                text: qsTr("Tap to talk")
                iconSize: 52
                ink: Theme.inverse
                fill: Theme.primary
                fillPressed: Theme.primaryDeep
                onClicked: Talk.listen()
            }
        }
    }

    HearingLight {
        id: light
        readonly property real beside: (page.width - page.column) / 2 - width - Theme.gapLarge
        readonly property bool aside: beside >= 0
        x: aside ? beside : (page.width - width) / 2
        y: aside ? foot.y + (foot.height - height) / 2 : foot.y + 14 - height
    }
}
