pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// What is seen while nobody is there. A touch anywhere wakes the kiosk and presses nothing else.
Rectangle {
    id: page

    readonly property var offers: Store.offers
    property int turn: 0
    readonly property var card: offers.length > 0 ? offers[turn % offers.length] : null

    signal woken

    color: Theme.primary
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Touch to start")
    Accessible.onPressAction: page.woken()

    Timer {
        running: page.visible && page.offers.length > 1
        interval: 6000
        repeat: true
        onTriggered: page.turn += 1
    }

    Rectangle {
        x: parent.width * 0.42
        y: -width * 0.36
        width: Math.max(parent.width, parent.height) * 0.8
        height: width
        radius: width / 2
        color: Theme.gloss
    }
    Rectangle {
        x: -width * 0.4
        y: parent.height - width * 0.55
        width: Math.max(parent.width, parent.height) * 0.6
        height: width
        radius: width / 2
        color: Theme.gloss
    }

    Column {
        id: words
        x: Theme.wide ? 110 : 80
        y: Theme.wide ? 110 : 150
        width: Theme.wide ? page.width * 0.5 - 110 : page.width - 160
        spacing: 28

        Column {
            width: parent.width
            spacing: 8
            Txt {
                width: parent.width
                text: Store.name || qsTr("Welcome")
                color: Theme.inverse
                font.pixelSize: 46
                font.weight: Font.Bold
                maximumLineCount: 2
            }
            Txt {
                width: parent.width
                text: Format.hours(Store.openUntil, Store.hoursKnown)
                color: Theme.heroSoft
                font.pixelSize: 32
                font.weight: Font.Medium
            }
        }
        Item {
            width: 1
            height: Theme.wide ? 24 : 90
        }
        Txt {
            width: parent.width
            text: qsTr("Looking for something?")
            color: Theme.inverse
            font.pixelSize: Theme.wide ? 92 : 108
            font.weight: Font.Bold
            lineHeight: 1.02
        }
        Txt {
            width: parent.width
            text: Store.hearing === "working" ? qsTr("Touch to begin, then tap or talk. I know every shelf in the store.") : qsTr("Touch to begin. I know every shelf in the store.")
            color: Theme.heroSoft
            font.pixelSize: 42
            font.weight: Font.Medium
        }
    }

    Rectangle {
        id: invite
        anchors.left: words.left
        anchors.top: words.bottom
        anchors.topMargin: Theme.wide ? 56 : 72
        width: inviteRow.implicitWidth + 96
        height: 140
        radius: 70
        color: Theme.inverse
        Row {
            id: inviteRow
            anchors.centerIn: parent
            spacing: 24
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: "touch"
                ink: Theme.primary
                size: 64
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Touch to start")
                color: Theme.primary
                font.pixelSize: 44
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
            }
        }
    }

    Rectangle {
        id: offer
        visible: page.card !== null
        x: Theme.wide ? page.width * 0.56 : 80
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.wide ? 70 : 64
        width: Theme.wide ? page.width * 0.44 - 110 : page.width - 160
        height: Theme.wide ? page.height - 110 - 70 - foot.height - 60 : 440
        radius: Theme.radiusLarge
        color: Theme.surface

        Item {
            id: offerBody
            anchors.fill: parent
            anchors.margins: 32
            visible: page.card !== null

            ProductPicture {
                id: offerPicture
                width: Theme.wide ? parent.width : 340
                height: Theme.wide ? parent.height - offerText.height - 28 : parent.height
                card: page.card ?? ({
                        "department": "",
                        "category": "",
                        "name": ""
                    })
            }
            Column {
                id: offerText
                anchors.left: Theme.wide ? parent.left : offerPicture.right
                anchors.leftMargin: Theme.wide ? 0 : 36
                anchors.right: parent.right
                y: Theme.wide ? parent.height - height : (parent.height - height) / 2
                spacing: 12
                Badge {
                    text: page.card ? page.card.offer ?? qsTr("On offer") : ""
                    longest: parent.width
                }
                Txt {
                    width: parent.width
                    text: page.card ? page.card.name : ""
                    font.pixelSize: 40
                    font.weight: Font.Bold
                    maximumLineCount: 2
                }
                Txt {
                    width: parent.width
                    text: page.card ? [page.card.brand, page.card.size].filter(Boolean).join(" · ") : ""
                    color: Theme.inkSoft
                    font.pixelSize: 28
                    maximumLineCount: 1
                }
                Loader {
                    active: page.card !== null
                    sourceComponent: Price {
                        card: page.card
                        size: 60
                    }
                }
                Row {
                    spacing: 8
                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        glyph: "pin"
                        ink: Theme.inkSoft
                        size: 32
                    }
                    Txt {
                        text: page.card ? Format.place(page.card) : ""
                        font.pixelSize: 28
                        font.weight: Font.Medium
                    }
                }
            }
        }
    }

    Row {
        id: foot
        x: Theme.wide ? 110 : 80
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.wide ? 56 : 80
        spacing: 18
        Icon {
            id: footIcon
            anchors.verticalCenter: parent.verticalCenter
            glyph: "spark"
            ink: Theme.inverse
            size: 52
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            most: page.width - 160 - footIcon.width - 18
            lines: 2
            text: qsTr("I am an automated assistant. Our staff are only a tap away.")
            color: Theme.inverse
            font.pixelSize: 28
            font.weight: Font.Medium
        }
    }

    // Takes the touch from its first moment to its last, so that nothing below is pressed.
    MouseArea {
        anchors.fill: parent
        onClicked: page.woken()
    }
}
