pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// What may be wrong of what is told of a product: one tap, and the store knows.
Drawer {
    id: wrong

    // "", done or failed: what became of the last report.
    property string outcome: ""
    readonly property var reasons: [["price", "tag", qsTr("The price on the shelf is another")], ["stock", "box", qsTr("It is not on the shelf")], ["place", "pin", qsTr("It stands somewhere else")], ["label", "info", qsTr("Ingredients, allergens or nutrition are wrong")], ["picture", "search", qsTr("Name, size or picture are wrong")], ["other", "question", qsTr("Something else")]]

    title: outcome === "done" ? qsTr("Thank you!") : qsTr("What is wrong here?")
    onShownNowChanged: if (shownNow)
        outcome = ""

    Connections {
        target: Detail
        function onReported(kept: bool) {
            wrong.outcome = kept ? "done" : "failed";
        }
    }

    Txt {
        width: parent.width
        text: {
            switch (wrong.outcome) {
            case "done":
                return qsTr("The store will check it. Nothing about you was kept.");
            case "failed":
                return qsTr("I could not keep that just now. Please try again, or tell a member of staff.");
            default:
                return qsTr("Tap what is wrong. Nothing about you is kept.");
            }
        }
        color: wrong.outcome === "failed" ? Theme.warn : Theme.inkSoft
    }
    Repeater {
        model: wrong.outcome === "done" ? [] : wrong.reasons
        PushButton {
            required property var modelData
            width: parent ? parent.width : 0
            kind: "plain"
            glyph: modelData[1]
            text: modelData[2]
            onClicked: Detail.report(modelData[0])
        }
    }
    PushButton {
        width: parent.width
        glyph: "bell"
        text: qsTr("Tell a member of staff")
        onClicked: {
            wrong.close();
            Nav.staff();
        }
    }
}
