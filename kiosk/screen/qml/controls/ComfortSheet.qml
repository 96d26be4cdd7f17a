pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"

// What makes the kiosk easier to use, each until the shopper leaves: text, colours, reach, motion, the voice.
Rectangle {
    id: overlay

    property bool shownNow: false
    readonly property bool modal: shownNow
    // The page that can be read aloud.
    required property Item page
    readonly property var looks: [[qsTr("Light"), "light"], [qsTr("Dark"), "dark"], [qsTr("High contrast"), "contrast"]]

    function open() {
        flick.contentY = 0;
        shownNow = true;
    }

    function close() {
        shownNow = false;
    }

    visible: opacity > 0
    opacity: shownNow ? 1 : 0
    color: Theme.scrim
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
        }
    }

    MouseArea {
        anchors.fill: parent
        onClicked: overlay.close()
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: Math.min(parent.width, Theme.low ? 1840 : 1180)
        height: Math.min(parent.height - 40, head.height + column.height + 2 * Theme.gapLarge)
        color: Theme.paper
        topLeftRadius: Theme.radiusLarge
        topRightRadius: Theme.radiusLarge
        clip: true

        // What is tapped beside the controls closes nothing.
        TapHandler {}

        Item {
            id: head
            width: parent.width
            height: Theme.low ? 104 : 120
            Txt {
                anchors.left: parent.left
                anchors.leftMargin: Theme.margin
                anchors.right: done.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Easier to use")
                font.pixelSize: Math.min(Theme.heading, 60)
                font.weight: Font.Bold
                maximumLineCount: 1
                Accessible.role: Accessible.Heading
            }
            GlyphButton {
                id: done
                anchors.right: parent.right
                anchors.rightMargin: Theme.margin - 12
                anchors.verticalCenter: parent.verticalCenter
                glyph: "close"
                text: qsTr("Close")
                onClicked: overlay.close()
            }
        }
        Flickable {
            id: flick
            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            contentHeight: column.height + 2 * Theme.gapLarge
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Flow {
                id: column
                readonly property real cell: Theme.low && !Theme.huge ? (width - spacing) / 2 : width
                x: Theme.margin
                width: flick.width - 2 * Theme.margin
                spacing: Theme.gap

                Rectangle {
                    width: column.cell
                    height: sizes.height + 32
                    radius: Theme.radius
                    color: Theme.surface
                    border.width: 2
                    border.color: Theme.line
                    Grid {
                        id: sizes
                        anchors.centerIn: parent
                        width: parent.width - 48
                        columns: Theme.huge ? 1 : 2
                        spacing: Theme.gap
                        verticalItemAlignment: Grid.AlignVCenter
                        Row {
                            id: label
                            width: Theme.huge ? parent.width : parent.width - steps.width - sizes.spacing
                            spacing: 20
                            Icon {
                                id: sign
                                anchors.verticalCenter: parent.verticalCenter
                                glyph: "text-size"
                                ink: Theme.primary
                            }
                            Txt {
                                anchors.verticalCenter: parent.verticalCenter
                                width: parent.width - sign.width - 20
                                text: qsTr("Text size")
                                font.pixelSize: Theme.small
                                font.weight: Font.DemiBold
                            }
                        }
                        Row {
                            id: steps
                            spacing: 12
                            GlyphButton {
                                glyph: "minus"
                                text: qsTr("Smaller text")
                                enabled: Theme.textScale > 1.0
                                fill: Theme.sunken
                                fillPressed: Theme.line
                                onClicked: Theme.smaller()
                            }
                            Txt {
                                anchors.verticalCenter: parent.verticalCenter
                                width: Math.round(Theme.body * 4.4)
                                text: qsTr("%1 %").arg(Math.round(Theme.textScale * 100))
                                font.weight: Font.Bold
                                horizontalAlignment: Text.AlignHCenter
                                wrapMode: Text.NoWrap
                            }
                            GlyphButton {
                                glyph: "plus"
                                text: qsTr("Larger text")
                                enabled: Theme.textScale < Theme.largestText
                                fill: Theme.sunken
                                fillPressed: Theme.line
                                onClicked: Theme.larger()
                            }
                        }
                    }
                }
                Grid {
                    id: colours
                    readonly property real cell: (width - (columns - 1) * spacing) / columns
                    width: column.cell
                    columns: Theme.huge ? 1 : 3
                    spacing: Theme.gap
                    Repeater {
                        model: overlay.looks
                        PushButton {
                            required property var modelData
                            readonly property bool chosen: Theme.look === modelData[1]
                            width: colours.cell
                            height: Theme.large && !Theme.huge ? Math.round(Theme.body * 2.6) + 32 : implicitHeight
                            kind: chosen ? "primary" : "plain"
                            glyph: chosen ? "check" : "contrast"
                            text: modelData[0]
                            leftPadding: 16
                            rightPadding: 16
                            Accessible.role: Accessible.RadioButton
                            Accessible.checked: chosen
                            onClicked: Theme.chosenLook = modelData[1]
                        }
                    }
                }
                Toggle {
                    width: column.cell
                    glyph: "reach"
                    text: qsTr("Everything within reach")
                    more: qsTr("All buttons in the lower half of the screen.")
                    on: Theme.reach
                    onClicked: Theme.reach = !Theme.reach
                }
                Toggle {
                    width: column.cell
                    glyph: "still"
                    text: qsTr("Less motion")
                    more: qsTr("Nothing slides, fades or blinks.")
                    on: Theme.calmer
                    onClicked: Theme.calmer = !Theme.calmer
                }
                Toggle {
                    width: column.cell
                    glyph: "clock"
                    text: qsTr("More time")
                    more: qsTr("I wait longer before I ask whether you are still there.")
                    on: Idle.patient
                    onClicked: {
                        if (Idle.patient)
                            Idle.hurry();
                        else
                            Idle.extend();
                    }
                }
                PushButton {
                    width: column.cell
                    visible: Store.speech === "working"
                    kind: "tonal"
                    glyph: "read"
                    text: qsTr("Read this page aloud")
                    onClicked: {
                        overlay.close();
                        Aloud.read(overlay.page);
                    }
                }
            }
        }
    }
}
