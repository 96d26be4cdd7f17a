pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.VirtualKeyboard.Components

// Keys that type, one for each character of `letters`, with `inset` free at both ends.
KeyboardRow {
    id: row

    required property string letters
    property int inset: 0
    // What a key has beside its letter, while it is held. No word needs it: search takes letters without their accents.
    readonly property var more: ({
            "a": "aàáâäå",
            "c": "cç",
            "e": "eèéêë",
            "i": "iìíîï",
            "n": "nñ",
            "o": "oòóôöø",
            "s": "sß",
            "u": "uùúûü",
            "ا": "اأإآ",
            "ي": "يئ",
            "ه": "هة"
        })

    FillerKey {
        visible: row.inset > 0
        weight: row.inset
    }
    Repeater {
        model: row.letters.split("")
        Key {
            required property string modelData
            text: modelData
            weight: row.keyWeight
            alternativeKeys: row.more[modelData] ?? []
        }
    }
    FillerKey {
        visible: row.inset > 0
        weight: row.inset
    }
}
