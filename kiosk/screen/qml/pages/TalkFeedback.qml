pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Thumbs for an answer, and what was wrong with it.
Column {
    id: feedback

    required property var turn
    property bool asking: false
    readonly property bool rated: turn.rated !== ""

    spacing: Theme.gapSmall
    onRatedChanged: if (rated)
        asking = false

    Flow {
        width: parent.width
        spacing: 12
        visible: !feedback.rated
        GlyphButton {
            glyph: "thumb-up"
            text: qsTr("Good answer")
            fill: Theme.surface
            fillPressed: Theme.goodTint
            edge: Theme.line
            onClicked: Talk.rate(feedback.turn.turn, true, "")
        }
        GlyphButton {
            glyph: "thumb-down"
            text: qsTr("Bad answer")
            fill: feedback.asking ? Theme.warnTint : Theme.surface
            fillPressed: Theme.warnTint
            edge: Theme.line
            onClicked: feedback.asking = !feedback.asking
        }
    }
    Row {
        anchors.left: parent.left
        spacing: 12
        visible: feedback.rated
        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            glyph: "check"
            ink: Theme.good
            size: 36
        }
        Txt {
            width: feedback.width - sign.width - parent.spacing
            text: feedback.turn.rated === "good" ? qsTr("Thank you.") : qsTr("Thank you. The store can look at what went wrong; who you are is not kept.")
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
    }
    Flow {
        width: parent.width
        visible: feedback.asking && !feedback.rated
        spacing: 12
        Txt {
            width: parent.width
            text: qsTr("What was wrong?")
            font.weight: Font.DemiBold
        }
        Repeater {
            model: [["wrong_product", qsTr("The wrong product")], ["wrong_fact", qsTr("Something is not true")], ["misunderstood", qsTr("You did not understand me")], ["offensive", qsTr("Rude or offensive")], ["other", qsTr("Something else")]]
            Chip {
                required property var modelData
                text: modelData[1]
                onClicked: Talk.rate(feedback.turn.turn, false, modelData[0])
            }
        }
    }
}
