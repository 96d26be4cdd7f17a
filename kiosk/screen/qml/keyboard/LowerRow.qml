import QtQuick
import QtQuick.Layouts
import QtQuick.VirtualKeyboard.Components

// The lowest letters, between Shift, if the letters have two cases, and Backspace.
KeyboardRow {
    id: row

    required property string letters
    property bool cased: true
    property int ends: 150

    ShiftKey {
        visible: row.cased
        weight: row.ends
    }
    LetterRow {
        letters: row.letters
        keyWeight: row.keyWeight
        Layout.preferredWidth: row.letters.length * row.keyWeight
        Layout.fillWidth: true
    }
    BackspaceKey {
        weight: row.ends
    }
}
