pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Calling a person, and waiting for them. Urgent help stays in sight whatever is shown.
BasePage {
    id: page

    readonly property bool called: Calls.state !== ""
    readonly property bool desperate: Calls.isOpen && Calls.urgent
    readonly property var reasons: ["help", "find", "product", "medicine", "locked_case", "checkout", "complaint", "other"]
    readonly property var urgent: ["injury", "lost_child", "theft", "emergency"]
    // The call on one side, what the shopper can do on the other.
    readonly property bool beside: Theme.wide && !Theme.large && Calls.isOpen
    property bool alarmed: false
    readonly property string about: Detail.product.card !== undefined ? Detail.product.card.sku : ""

    name: "staff"
    onCurrentChanged: if (!current)
        alarmed = false
    onDesperateChanged: if (desperate)
        alarmed = false
    onAlarmedChanged: flick.contentY = 0

    TopBar {
        id: head
        width: parent.width
        title: page.alarmed ? qsTr("Urgent help") : qsTr("Call staff")
        onBack: {
            if (page.alarmed)
                page.alarmed = false;
            else
                Nav.back();
        }
        UrgentButton {
            visible: Theme.low && !page.alarmed && !page.desperate
        }
    }

    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, Theme.low || page.beside ? 1640 : 1400)
        contentHeight: column.height + Theme.margin
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Column {
            id: column
            width: parent.width
            spacing: Theme.gapLarge

            Sheet {
                width: parent.width
                visible: Calls.failed !== ""
                color: Theme.dangerTint
                border.color: Theme.danger
                Column {
                    width: parent.width
                    spacing: 12
                    Txt {
                        width: parent.width
                        text: qsTr("I could not call anybody just now.")
                        color: Theme.dangerDeep
                        font.pixelSize: Theme.heading
                        font.weight: Font.Bold
                    }
                    Txt {
                        width: parent.width
                        text: qsTr("Please try again, or speak to any member of staff or the service desk.")
                        color: Theme.dangerDeep
                    }
                }
            }

            Grid {
                id: waiting
                readonly property real cell: page.beside ? (width - columnSpacing) / 2 : width
                width: parent.width
                visible: page.called && !page.alarmed
                columns: page.beside ? 2 : 1
                columnSpacing: Theme.gapLarge
                rowSpacing: Theme.gapLarge
                StaffStatus {
                    width: waiting.cell
                }
                Column {
                    width: waiting.cell
                    visible: Calls.isOpen
                    spacing: Theme.gapLarge
                    StaffWords {
                        width: parent.width
                    }
                    StaffElse {
                        width: parent.width
                        alone: CallWords.stuck
                    }
                }
            }

            Column {
                width: parent.width
                spacing: Theme.reach ? Theme.gap : Theme.gapLarge
                visible: !page.called && !page.alarmed
                Txt {
                    width: parent.width
                    text: qsTr("What can we help you with?")
                    font.pixelSize: Theme.reach ? Theme.heading : Theme.title
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                Txt {
                    width: parent.width
                    text: qsTr("Tap a reason. Somebody comes to this kiosk.")
                    color: Theme.inkSoft
                }
                Told {
                    text: CallWords.before(false)
                    color: Theme.warn
                }
                Told {
                    text: CallWords.opens
                }
                Grid {
                    id: grid
                    readonly property real cell: (width - (columns - 1) * spacing) / columns
                    width: parent.width
                    columns: Math.min(4, Theme.columns(width, 330))
                    spacing: 20
                    Repeater {
                        model: page.reasons
                        BigButton {
                            required property string modelData
                            width: grid.cell
                            text: Format.reason(modelData)
                            glyph: Looks.reasonGlyph(modelData)
                            enabled: !Calls.busy
                            onClicked: Calls.call(modelData, false, page.about)
                        }
                    }
                }
                StaffElse {
                    width: parent.width
                    visible: CallWords.nobody
                    alone: true
                }
            }

            Column {
                width: parent.width
                spacing: Theme.gapLarge
                visible: page.alarmed
                Txt {
                    width: parent.width
                    text: qsTr("What is happening? Everyone in the store is alerted at once.")
                    font.pixelSize: Theme.heading
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                Txt {
                    width: parent.width
                    text: qsTr("If a life is in danger, call the emergency services too.")
                    color: Theme.danger
                    font.weight: Font.DemiBold
                }
                Told {
                    text: CallWords.before(true)
                    color: Theme.warn
                }
                Grid {
                    id: alarms
                    readonly property real cell: (width - (columns - 1) * spacing) / columns
                    width: parent.width
                    columns: Math.min(4, Theme.columns(width, 330))
                    spacing: 20
                    Repeater {
                        model: page.urgent
                        BigButton {
                            required property string modelData
                            width: alarms.cell
                            text: Format.reason(modelData)
                            glyph: Looks.reasonGlyph(modelData)
                            urgent: true
                            enabled: !Calls.busy
                            onClicked: Calls.call(modelData, true, "")
                        }
                    }
                }
            }
        }
    }

    Item {
        id: foot
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: flick.width
        height: urgency.visible ? urgency.height + 2 * Theme.gap : 0
        UrgentButton {
            id: urgency
            anchors.centerIn: parent
            width: parent.width
            height: Math.max(Theme.touch + 24, implicitHeight)
            visible: !Theme.low && !page.desperate
        }
    }

    component UrgentButton: PushButton {
        kind: page.alarmed ? "plain" : "danger"
        glyph: page.alarmed ? "" : "alert"
        text: page.alarmed ? qsTr("Back, it is not urgent") : qsTr("Urgent help")
        onClicked: page.alarmed = !page.alarmed
    }
}
