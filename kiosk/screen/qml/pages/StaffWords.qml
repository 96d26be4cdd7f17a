import QtQuick
import Aislewise
import "../theme"
import "../controls"

// What the shopper tells who comes.
Column {
    id: more

    spacing: Theme.gap

    Section {
        width: parent.width
        title: qsTr("Tell them what it is about")
    }
    Txt {
        width: parent.width
        visible: Calls.words === ""
        text: qsTr("For example: a red jacket, by the door")
        color: Theme.inkSoft
    }
    Sheet {
        width: parent.width
        visible: Calls.words !== ""
        Txt {
            width: parent.width
            text: qsTr("You said: %1").arg(Calls.words)
        }
    }
    Txt {
        width: parent.width
        visible: Calls.unsaid
        text: qsTr("That did not reach them. Please try again.")
        color: Theme.warn
        font.weight: Font.DemiBold
    }
    Row {
        width: parent.width
        spacing: Theme.gap
        SearchField {
            id: field
            width: parent.width - (send.visible ? send.width + parent.spacing : 0)
            glyph: "keyboard"
            placeholderText: qsTr("Write it here")
            onSent: Calls.say(text)
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
    }
    Connections {
        target: Calls
        // What has arrived is kept no longer.
        function onChanged() {
            if (field.text.trim() !== "" && Calls.words.endsWith(field.text.trim())) {
                field.clear();
                field.focus = false;
            }
        }
    }
}
