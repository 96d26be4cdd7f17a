import QtQuick
import "../theme"

// A button with words and perhaps an icon. kind: primary, tonal, plain, danger or quiet.
Press {
    id: button

    property string glyph: ""
    property string kind: "tonal"
    property color ink: {
        switch (kind) {
        case "primary":
        case "danger":
            return Theme.inverse;
        case "plain":
        case "quiet":
            return Theme.ink;
        default:
            return Theme.primaryDeep;
        }
    }

    leftPadding: 32
    rightPadding: 32
    corner: Theme.radius
    fill: {
        switch (kind) {
        case "primary":
            return Theme.primary;
        case "danger":
            return Theme.danger;
        case "plain":
            return Theme.surface;
        case "quiet":
            return "transparent";
        default:
            return Theme.primaryTint;
        }
    }
    fillPressed: {
        switch (kind) {
        case "primary":
            return Theme.primaryDeep;
        case "danger":
            return Theme.dangerDeep;
        case "plain":
        case "quiet":
            return Theme.sunken;
        default:
            return Qt.darker(Theme.primaryTint, 1.08);
        }
    }
    edge: kind === "plain" ? Theme.line : "transparent"

    contentItem: Item {
        implicitWidth: label.natural + (button.glyph ? 40 + row.spacing : 0)
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.glyph !== ""
                glyph: button.glyph
                ink: button.ink
                size: 40
            }
            Words {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                most: button.availableWidth - (button.glyph ? 40 + row.spacing : 0)
                text: button.text
                color: button.ink
                font.weight: Font.DemiBold
                font.pixelSize: Theme.body
                lines: 4
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
