pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Calling a person, and waiting for them.
BasePage {
    id: page

    readonly property bool called: Calls.state !== ""
    readonly property var reasons: ["help", "find", "product", "medicine", "locked_case", "checkout", "complaint", "other"]
    readonly property var urgent: ["injury", "lost_child", "theft", "emergency"]
    property bool alarmed: false
    readonly property string about: Detail.product.card !== undefined ? Detail.product.card.sku : ""

    name: "staff"
    onCurrentChanged: if (!current)
        alarmed = false

    TopBar {
        id: head
        width: parent.width
        title: page.alarmed && !page.called ? qsTr("Urgent help") : qsTr("Call staff")
        onBack: {
            if (page.alarmed)
                page.alarmed = false;
            else
                Nav.back();
        }
    }

    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, 1400)
        contentHeight: column.height + 2 * Theme.margin
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Column {
            id: column
            width: parent.width
            spacing: Theme.gapLarge

            StaffStatus {
                width: parent.width
                visible: page.called
            }

            Column {
                width: parent.width
                spacing: Theme.gap
                visible: Calls.isOpen
                Section {
                    width: parent.width
                    title: qsTr("Meanwhile")
                }
                Row {
                    id: meanwhile
                    width: parent.width
                    spacing: 20
                    BigButton {
                        width: (meanwhile.width - 40) / 3
                        text: qsTr("Search the store")
                        glyph: "search"
                        onClicked: Nav.search()
                    }
                    BigButton {
                        width: (meanwhile.width - 40) / 3
                        text: qsTr("Ask the assistant")
                        glyph: "chat"
                        onClicked: Nav.talk()
                    }
                    BigButton {
                        width: (meanwhile.width - 40) / 3
                        text: qsTr("See the offers")
                        glyph: "tag"
                        onClicked: Nav.offers()
                    }
                }
            }

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

            Txt {
                width: parent.width
                visible: !page.called && !page.alarmed
                text: qsTr("What can we help you with?")
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            Txt {
                width: parent.width
                visible: !page.called && !page.alarmed
                text: qsTr("Tap a reason. Somebody comes to this kiosk.")
                color: Theme.inkSoft
            }
            Grid {
                id: grid
                readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
                width: parent.width
                visible: !page.called && !page.alarmed
                columns: Theme.wide ? 4 : 2
                columnSpacing: 20
                rowSpacing: 20
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
            PushButton {
                width: parent.width
                height: 132
                visible: !page.called && !page.alarmed
                kind: "danger"
                glyph: "alert"
                text: qsTr("Urgent help")
                onClicked: page.alarmed = true
            }

            Txt {
                width: parent.width
                visible: page.alarmed && !page.called
                text: qsTr("What is happening? Everyone in the store is alerted at once.")
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
            }
            Txt {
                width: parent.width
                visible: page.alarmed && !page.called
                text: qsTr("If a life is in danger, call the emergency services too.")
                color: Theme.danger
                font.weight: Font.DemiBold
            }
            Grid {
                id: alarms
                width: parent.width
                visible: page.alarmed && !page.called
                columns: 2
                columnSpacing: 20
                rowSpacing: 20
                Repeater {
                    model: page.urgent
                    BigButton {
                        required property string modelData
                        width: (alarms.width - 20) / 2
                        text: Format.reason(modelData)
                        glyph: Looks.reasonGlyph(modelData)
                        urgent: true
                        enabled: !Calls.busy
                        onClicked: Calls.call(modelData, true, "")
                    }
                }
            }
            PushButton {
                width: parent.width
                visible: page.alarmed && !page.called
                kind: "plain"
                text: qsTr("Back, it is not urgent")
                onClicked: page.alarmed = false
            }
        }
    }
}
