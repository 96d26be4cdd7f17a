pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// What is seen while nobody is there. A touch anywhere wakes the kiosk and presses nothing else; one on a language wakes it
// in that language.
Rectangle {
    id: page

    readonly property var offers: Store.offers
    property int turn: 0
    readonly property var card: offers.length > 0 ? offers[turn % offers.length] : null
    readonly property bool hears: Store.hearing === "working"
    readonly property int edge: Theme.wide ? 96 : 80

    signal woken

    color: Theme.hero
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

    // Takes the touch from its first moment to its last, so that nothing below is pressed.
    MouseArea {
        anchors.fill: parent
        onClicked: page.woken()
    }

    Item {
        id: left
        anchors.left: parent.left
        anchors.leftMargin: page.edge
        anchors.top: parent.top
        anchors.topMargin: page.edge
        anchors.bottom: Theme.wide ? foot.top : undefined
        anchors.bottomMargin: 40
        width: Theme.wide ? page.width * 0.54 - page.edge : page.width - 2 * page.edge
        height: invite.y + invite.height

        Column {
            id: words
            width: parent.width
            spacing: Theme.wide ? 20 : 26

            StoreMark {
                width: parent.width
                size: 54
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: Format.hours(Store.openUntil, Store.hoursKnown, Store.opensAt)
                color: Theme.heroSoft
                font.pixelSize: 36
                font.weight: Font.Medium
            }
            Item {
                width: 1
                height: Theme.wide ? 16 : 72
            }
            Txt {
                width: parent.width
                text: qsTr("Looking for something?")
                color: Theme.heroInk
                font.pixelSize: Theme.wide ? 92 : 108
                font.weight: Font.Bold
                lineHeight: 1.02
            }
            Txt {
                width: parent.width
                text: page.hears ? qsTr("Tap or talk: I know every shelf in the store.") : qsTr("I know every shelf in the store.")
                color: Theme.heroSoft
                font.pixelSize: 42
                font.weight: Font.Medium
            }
            Txt {
                width: parent.width
                visible: page.hears && Store.wakeWord !== ""
                text: qsTr("Or just say “%1”.").arg(Store.wakeWord)
                color: Theme.heroSoft
                font.pixelSize: 42
                font.weight: Font.Medium
            }
        }
        Rectangle {
            id: invite
            anchors.left: parent.left
            y: words.height + (Theme.wide ? 48 : 64)
            width: Math.min(parent.width, inviteRow.implicitWidth + 96)
            height: 140
            radius: 70
            color: Theme.heroInk
            Row {
                id: inviteRow
                anchors.centerIn: parent
                spacing: 24
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: "touch"
                    ink: Theme.hero
                    size: 64
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    most: page.width - 2 * page.edge - 184
                    text: qsTr("Touch to start")
                    color: Theme.hero
                    font.pixelSize: 46
                    font.weight: Font.Bold
                }
            }
        }
    }

    Rectangle {
        id: offer
        visible: page.card !== null && height > 240
        anchors.right: parent.right
        anchors.rightMargin: page.edge
        anchors.bottom: foot.top
        anchors.bottomMargin: 56
        width: Theme.wide ? page.width * 0.46 - 2 * page.edge : page.width - 2 * page.edge
        height: Theme.wide ? page.height - page.edge - 56 - foot.height - page.edge * 0.6 : Math.min(460, foot.y - left.y - left.height - 56 - 40)
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: Theme.look === "contrast" ? 3 : 0
        border.color: Theme.line

        Item {
            id: offerBody
            anchors.fill: parent
            anchors.margins: 32
            visible: page.card !== null

            ProductPicture {
                id: offerPicture
                anchors.left: parent.left
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
                    anchors.left: parent.left
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
                    visible: offer.height > 320
                    text: page.card ? [page.card.brand, page.card.size].filter(Boolean).join(" · ") : ""
                    color: Theme.inkSoft
                    font.pixelSize: 28
                    maximumLineCount: 1
                }
                Loader {
                    anchors.left: parent.left
                    active: page.card !== null
                    sourceComponent: Price {
                        card: page.card
                        size: 60
                    }
                }
                Row {
                    anchors.left: parent.left
                    visible: offer.height > 380
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

    Column {
        id: foot
        anchors.left: parent.left
        anchors.leftMargin: page.edge
        anchors.right: parent.right
        anchors.rightMargin: page.edge
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.wide ? 48 : 64
        spacing: 24

        LanguageBar {
            width: parent.width
            onHero: true
            onChosen: code => {
                Languages.choose(code);
                page.woken();
            }
        }
        Row {
            width: parent.width
            spacing: 18
            Icon {
                id: footIcon
                anchors.verticalCenter: parent.verticalCenter
                glyph: "spark"
                ink: Theme.heroInk
                size: 52
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - footIcon.width - 18
                text: qsTr("I am an automated assistant. Our staff are only a tap away.")
                color: Theme.heroInk
                font.pixelSize: 30
                font.weight: Font.Medium
            }
        }
    }
}
