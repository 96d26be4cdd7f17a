import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

// Digits and signs.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    KeyboardRow {
        Key {
            key: Qt.Key_1
            text: "1"
        }
        Key {
            key: Qt.Key_2
            text: "2"
        }
        Key {
            key: Qt.Key_3
            text: "3"
        }
        Key {
            key: Qt.Key_4
            text: "4"
        }
        Key {
            key: Qt.Key_5
            text: "5"
        }
        Key {
            key: Qt.Key_6
            text: "6"
        }
        Key {
            key: Qt.Key_7
            text: "7"
        }
        Key {
            key: Qt.Key_8
            text: "8"
        }
        Key {
            key: Qt.Key_9
            text: "9"
        }
        Key {
            key: Qt.Key_0
            text: "0"
        }
    }
    KeyboardRow {
        Key {
            key: Qt.Key_Dollar
            text: "$"
        }
        Key {
            key: Qt.Key_Percent
            text: "%"
        }
        Key {
            key: Qt.Key_Ampersand
            text: "&"
        }
        Key {
            key: Qt.Key_At
            text: "@"
        }
        Key {
            key: Qt.Key_NumberSign
            text: "#"
        }
        Key {
            key: Qt.Key_Asterisk
            text: "*"
        }
        Key {
            key: Qt.Key_ParenLeft
            text: "("
        }
        Key {
            key: Qt.Key_ParenRight
            text: ")"
        }
        Key {
            key: Qt.Key_Plus
            text: "+"
        }
        Key {
            key: Qt.Key_Equal
            text: "="
        }
    }
    KeyboardRow {
        FillerKey {
            weight: 100
        }
        Key {
            key: Qt.Key_Period
            text: "."
        }
        Key {
            key: Qt.Key_Comma
            text: ","
        }
        Key {
            key: Qt.Key_Question
            text: "?"
        }
        Key {
            key: Qt.Key_Exclam
            text: "!"
        }
        Key {
            key: Qt.Key_Minus
            text: "-"
        }
        Key {
            key: Qt.Key_Slash
            text: "/"
        }
        Key {
            key: Qt.Key_Colon
            text: ":"
        }
        Key {
            key: Qt.Key_QuoteDbl
            text: "\""
        }
        FillerKey {
            weight: 100
        }
    }
    KeyboardRow {
        FillerKey {
            weight: 850
        }
        BackspaceKey {
            weight: 150
        }
    }
    KeyboardRow {
        SymbolModeKey {
            weight: 150
            displayText: qsTr("abc")
        }
        HideKeyboardKey {
            weight: 150
        }
        SpaceKey {
            weight: 400
        }
        Key {
            key: Qt.Key_Apostrophe
            text: "'"
        }
        EnterKey {
            weight: 200
        }
    }
}
