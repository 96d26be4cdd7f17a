pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Nothing was found, or nothing could be looked up: what to do now.
Flickable {
    id: nothing

    // The keyboard has the room.
    property bool tight: false
    readonly property bool failed: Finder.failed !== ""
    readonly property bool narrowed: !failed && Finder.narrowed > 0

    // The shopper meant this.
    signal spelled(text: string)

    contentHeight: column.height + 2 * Theme.gapLarge
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    Column {
        id: column
        anchors.horizontalCenter: parent.horizontalCenter
        y: nothing.tight || Theme.wide ? Theme.gap : Math.max(Theme.gap, Math.min(120, (nothing.height - height) / 3))
        width: nothing.width - 2 * Theme.margin
        spacing: Theme.wide ? Theme.gap : Theme.gapLarge
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !nothing.tight
            glyph: nothing.failed ? "info" : "search"
            ink: Theme.primary
            size: 84
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: {
                if (nothing.failed)
                    return qsTr("I can’t search right now.");
                if (nothing.narrowed)
                    return qsTr("Nothing matches these filters.");
                return Finder.text.trim() === "" ? qsTr("There is nothing here at the moment.") : Format.fill(qsTr("I found nothing for “%1”"), Finder.text.trim());
            }
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            maximumLineCount: 3
        }
        Txt {
            width: parent.width
            visible: !nothing.narrowed
            horizontalAlignment: Text.AlignHCenter
            text: nothing.failed ? qsTr("Please try again in a moment, or ask a member of staff.") : qsTr("Try fewer or other words. A member of staff can also check for you.")
            color: Theme.inkSoft
        }
        PushButton {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: nothing.narrowed
            kind: "primary"
            glyph: "close"
            text: qsTr("Lift all filters")
            onClicked: Finder.widen()
        }
        Flow {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, meant.implicitWidth + suggested.width + spacing)
            spacing: Theme.gap
            visible: !nothing.failed && !nothing.narrowed && Finder.suggestions.length > 0
            Txt {
                id: meant
                height: Theme.touch
                verticalAlignment: Text.AlignVCenter
                text: qsTr("Did you mean")
                color: Theme.inkSoft
            }
            Row {
                id: suggested
                spacing: Theme.gap
                Repeater {
                    model: Finder.suggestions.slice(0, Theme.large ? 1 : 3)
                    Chip {
                        required property string modelData
                        text: modelData
                        onClicked: nothing.spelled(modelData)
                    }
                }
            }
        }
        Flow {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, first.implicitWidth + second.implicitWidth + spacing)
            spacing: Theme.gap
            PushButton {
                id: first
                kind: nothing.narrowed ? "tonal" : "primary"
                visible: nothing.failed || Finder.text.trim() !== ""
                glyph: nothing.failed ? "repeat" : "chat"
                text: nothing.failed ? qsTr("Try again") : qsTr("Ask the assistant")
                onClicked: {
                    if (nothing.failed) {
                        Finder.again();
                        return;
                    }
                    const words = Finder.text;
                    Nav.talk();
                    Talk.ask(words, "tapped");
                }
            }
            PushButton {
                id: second
                glyph: "bell"
                text: qsTr("Ask a person")
                onClicked: {
                    Nav.staff();
                    Calls.call("find", false, "");
                }
            }
        }
        ProductOthers {
            width: parent.width
            title: Finder.nearest.length > 0 ? qsTr("Perhaps one of these") : qsTr("Popular here")
            cards: nothing.failed || nothing.narrowed ? [] : Finder.nearest.length > 0 ? Finder.nearest : Store.popular
        }
    }
}
