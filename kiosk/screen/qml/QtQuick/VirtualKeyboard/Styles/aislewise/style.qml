pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import "../../../../theme"
import "../../../../controls"

// The on-screen keyboard in the screen's own colours and type.
KeyboardStyle {
    id: style

    readonly property real keyGap: 6

    keyboardDesignWidth: Theme.wide ? 1300 : 1080
    keyboardDesignHeight: Theme.wide ? 350 : 560
    keyboardRelativeLeftMargin: 14 / keyboardDesignWidth
    keyboardRelativeRightMargin: 14 / keyboardDesignWidth
    keyboardRelativeTopMargin: 12 / keyboardDesignHeight
    keyboardRelativeBottomMargin: 12 / keyboardDesignHeight

    keyboardBackground: Rectangle {
        color: Theme.sunken
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
    }

    keyPanel: LetterKey {
        gap: style.keyGap
    }
    backspaceKeyPanel: ActionKey {
        gap: style.keyGap
        words: "⌫"
    }
    shiftKeyPanel: ActionKey {
        gap: style.keyGap
        words: "⇧"
        lit: InputContext.capsLockActive || InputContext.shiftActive
    }
    enterKeyPanel: ActionKey {
        gap: style.keyGap
        words: qsTr("Done")
        strong: true
    }
    hideKeyPanel: ActionKey {
        gap: style.keyGap
        words: qsTr("Hide")
    }
    // Says what letters come next.
    languagePopupListEnabled: false
    languageKeyPanel: ActionKey {
        gap: style.keyGap
        words: InputContext.locale.startsWith("ar") ? "ABC" : "ع"
    }
    symbolKeyPanel: ActionKey {
        gap: style.keyGap
        words: control ? control.displayText : ""
    }
    modeKeyPanel: ActionKey {
        gap: style.keyGap
        words: control ? control.displayText : ""
    }
    handwritingKeyPanel: ActionKey {
        gap: style.keyGap
    }
    spaceKeyPanel: LetterKey {
        gap: style.keyGap
        words: ""
    }

    characterPreviewMargin: 8
    characterPreviewDelegate: Item {
        id: preview
        property string text
        Rectangle {
            anchors.fill: parent
            color: Theme.primary
            radius: Theme.radiusSmall
        }
        Txt {
            anchors.centerIn: parent
            text: preview.text
            color: Theme.inverse
            font.pixelSize: 44
            font.weight: Font.DemiBold
        }
    }

    alternateKeysListItemWidth: 84
    alternateKeysListItemHeight: 96
    alternateKeysListDelegate: Item {
        id: alternative
        required property string text
        width: style.alternateKeysListItemWidth
        height: style.alternateKeysListItemHeight
        Txt {
            anchors.centerIn: parent
            text: alternative.text
            font.pixelSize: 40
        }
    }
    alternateKeysListHighlight: Rectangle {
        color: Theme.primaryTint
        radius: Theme.radiusSmall
    }
    alternateKeysListBackground: Rectangle {
        color: Theme.surface
        radius: Theme.radiusSmall
        border.color: Theme.line
    }

    selectionListHeight: 0
    selectionListDelegate: SelectionListItem {}
    navigationHighlight: Rectangle {
        color: "transparent"
    }
}
