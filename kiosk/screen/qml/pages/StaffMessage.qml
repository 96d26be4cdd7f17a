import QtQuick
import "../theme"
import "../controls"

// What staff have told the shopper, large.
Sheet {
    padding: Theme.low ? 24 : 32
    color: Theme.primaryTint
    border.color: Theme.primary

    Column {
        width: parent.width
        spacing: 8
        Txt {
            width: parent.width
            text: CallWords.message
            color: Theme.primaryDeep
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
        }
        Txt {
            width: parent.width
            text: CallWords.sender
            color: Theme.primaryDeep
            font.pixelSize: Theme.small
        }
    }
}
