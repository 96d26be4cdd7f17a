pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Lets staff's phones in: a code for the next one, and how many there are.
Column {
    id: phones

    readonly property var invitation: Operator.invitation
    readonly property bool inviting: invitation.typed !== undefined

    spacing: Theme.gap

    Section {
        width: parent.width
        title: qsTr("Phones for staff")
    }
    Txt {
        width: parent.width
        visible: !phones.inviting
        text: qsTr("%n phone(s) may sign in. A new one needs a code from here, once.", "", Operator.kiosk.phones)
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }
    Sheet {
        width: parent.width
        visible: phones.inviting
        Column {
            width: parent.width
            spacing: Theme.gap
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width, 440)
                height: width
                radius: Theme.radius
                color: "white"
                border.width: 1
                border.color: Theme.line
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code for a phone")
                QrCode {
                    anchors.fill: parent
                    rows: phones.inviting ? phones.invitation.code.rows : []
                }
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Scan it with the phone’s camera. It is good for one phone, for %n more minute(s).", "", Operator.minutes)
                font.pixelSize: Theme.small
                Accessible.role: Accessible.StaticText
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: phones.inviting ? qsTr("Without a camera, open %1 and type").arg(phones.invitation.address) : ""
                color: Theme.inkSoft
                font.pixelSize: Theme.small
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: phones.invitation.typed ?? ""
                font.weight: Font.Bold
                LayoutMirroring.enabled: false
            }
            Txt {
                width: parent.width
                visible: phones.inviting && phones.invitation.fingerprint !== ""
                horizontalAlignment: Text.AlignHCenter
                text: phones.inviting ? qsTr("Fingerprint of the store’s certificate: %1").arg(phones.invitation.fingerprint) : ""
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                maximumLineCount: 8
            }
        }
    }
    PushButton {
        width: parent.width
        kind: "plain"
        text: phones.inviting ? qsTr("Another code") : qsTr("Show a code for a phone")
        enabled: !Operator.busy
        onClicked: Operator.invite()
    }
    PushButton {
        width: parent.width
        visible: phones.inviting
        kind: "quiet"
        text: qsTr("Hide the code")
        onClicked: Operator.uninvite()
    }
}
