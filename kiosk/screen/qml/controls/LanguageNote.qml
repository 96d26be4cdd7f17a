import QtQuick
import Aislewise
import "../theme"

// Says that the assistant does not speak the language of the screen, where that is so.
Txt {
    visible: !Languages.answered
    text: qsTr("The assistant understands and answers English only. A person can help you at any time.")
    color: Theme.inkSoft
    font.pixelSize: Theme.small
    font.weight: Font.Medium
}
