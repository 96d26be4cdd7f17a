pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// What the shopper may have said, to be tapped; or none of it.
Column {
    id: card

    required property var choices

    // The shopper would rather type.
    signal typing

    spacing: 14

    Repeater {
        model: card.choices
        Press {
            id: choice
            required property string modelData
            width: card.width
            implicitHeight: Math.max(120, words.implicitHeight + 48)
            leftPadding: 32
            rightPadding: 32
            fill: Theme.surface
            fillPressed: Theme.primaryTint
            edge: Theme.primary
            text: modelData
            onClicked: Talk.ask(modelData, "tapped")
            contentItem: Item {
                Txt {
                    id: words
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.left: parent.left
                    anchors.right: arrow.left
                    anchors.rightMargin: Theme.gap
                    text: choice.text
                    font.pixelSize: Theme.heading
                    font.weight: Font.DemiBold
                    maximumLineCount: 2
                }
                Icon {
                    id: arrow
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: "next"
                    ink: Theme.primary
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: 14
        PushButton {
            height: 112
            glyph: Store.hearing === "working" ? "mic" : "keyboard"
            text: card.choices.length > 1 ? qsTr("None of these") : qsTr("No, something else")
            onClicked: {
                if (Store.hearing === "working")
                    Talk.listenAgain();
                else
                    card.typing();
            }
        }
        PushButton {
            height: 112
            visible: Store.hearing === "working"
            kind: "plain"
            glyph: "keyboard"
            text: qsTr("Type it instead")
            onClicked: card.typing()
        }
    }
}
