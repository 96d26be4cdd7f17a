pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.VirtualKeyboard
import Aislewise
import "../theme"

// Letters by rows, for who types with one switch. In the order of the alphabet, where everybody finds them, with the
// space first: it is what is typed most. They can be touched, too.
Item {
    id: pad

    // What one switch goes through while a field is written in.
    readonly property bool writes: true
    // The alphabet that is shown, of those of the visit's language.
    property int shown: 0
    readonly property var alphabet: Languages.alphabets[shown] ?? Languages.alphabets[0]
    readonly property int most: Math.ceil((alphabet.letters.length + 2) / 4)
    readonly property int gap: 6
    readonly property var rows: {
        const keys = ["space", ...alphabet.letters, "delete"];
        const rows = [];
        for (let i = 0; i < keys.length; i += most)
            rows.push(keys.slice(i, i + most));
        const others = Languages.alphabets.length > 1 ? ["done", "close", "letters"] : ["done", "close"];
        const digits = "1234567890".split("");
        return Theme.wide ? [...rows, [...others, ...digits]] : [...rows, others, digits];
    }

    function press(key: string) {
        switch (key) {
        case "space":
            InputContext.commit(" ");
            break;
        case "delete":
            InputContext.sendKeyClick(Qt.Key_Backspace, "");
            break;
        case "done":
            InputContext.sendKeyClick(Qt.Key_Return, "\r");
            break;
        case "close":
            InputMethod.hide();
            break;
        case "letters":
            shown = 1 - shown;
            break;
        default:
            InputContext.commit(key);
        }
    }

    function called(key: string): string {
        switch (key) {
        case "space":
            return qsTr("Space");
        case "delete":
            return qsTr("Delete");
        case "done":
            return qsTr("Done");
        case "close":
            return qsTr("Close");
        case "letters":
            return pad.shown === 0 ? "abc" : "ابت";
        }
        return key;
    }

    implicitHeight: lines.height + 2 * gap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Letters")

    Connections {
        target: Languages
        function onChanged() {
            pad.shown = 0;
        }
    }

    Column {
        id: lines
        anchors.horizontalCenter: parent.horizontalCenter
        y: pad.gap
        width: Math.min(parent.width - 4 * pad.gap, 1700)
        spacing: pad.gap
        LayoutMirroring.enabled: pad.alphabet.mirrored
        LayoutMirroring.childrenInherit: true
        Repeater {
            model: pad.rows
            Row {
                id: line
                required property var modelData
                // Words need more room than a letter.
                readonly property real share: (width - (modelData.length - 1) * spacing) / modelData.reduce((sum, key) => sum + weight(key), 0)
                // Short of a full row, keys stand below those of the rows above.
                readonly property int missing: modelData.length < pad.most && modelData[0] !== "done" ? pad.most - modelData.length : 0

                function weight(key: string): real {
                    return pad.called(key).length > 1 && modelData.includes("1") ? 2 : 1;
                }

                width: lines.width - missing * (lines.width + pad.gap) / pad.most
                anchors.left: parent.left
                spacing: pad.gap
                Repeater {
                    model: line.modelData
                    Press {
                        id: key
                        required property string modelData
                        readonly property bool word: pad.called(modelData).length > 1
                        width: line.share * line.weight(modelData)
                        height: Theme.touch
                        padding: 4
                        corner: Theme.radiusSmall
                        text: pad.called(modelData)
                        fill: modelData === "done" ? Theme.primary : Theme.surface
                        fillPressed: modelData === "done" ? Theme.primaryDeep : Theme.primaryTint
                        onClicked: pad.press(modelData)
                        contentItem: Txt {
                            text: key.text
                            color: key.modelData === "done" ? Theme.inverse : Theme.ink
                            font.pixelSize: Math.round((key.word ? 28 : 44) * Math.min(Theme.textScale, 1.3))
                            font.weight: key.word ? Font.DemiBold : Font.Medium
                            horizontalAlignment: Text.AlignHCenter
                            verticalAlignment: Text.AlignVCenter
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 22
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }
        }
    }
}
