pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// What the operator sees and does.
FocusScope {
    id: page

    readonly property var kiosk: Operator.kiosk
    property bool leaving: false

    readonly property string outcome: {
        switch (Operator.told) {
        case "kept":
            return qsTr("Kept. It counts from now on.");
        case "started":
            return qsTr("%1 is being started again.").arg(partName(Operator.detail));
        case "exported":
            return qsTr("The logs are in %1").arg(Operator.detail);
        case "joined":
            return qsTr("A phone was let in.");
        case "failed":
            return qsTr("That did not work: %1").arg(Operator.detail);
        }
        return "";
    }

    function partName(name: string): string {
        switch (name) {
        case "llm":
            return qsTr("Language model");
        case "stt":
            return qsTr("Recogniser");
        case "tts":
            return qsTr("Voice");
        case "audio":
            return qsTr("Sound devices");
        case "microphone":
            return qsTr("Microphone");
        case "speaker":
            return qsTr("Loudspeaker");
        case "staff":
            return qsTr("Staff page");
        case "catalog":
            return qsTr("Catalog");
        case "state":
            return qsTr("State file");
        case "live":
            return qsTr("Live stock and prices");
        case "wake word":
            return qsTr("Wake word");
        case "scanner":
            return qsTr("Scanner");
        case "screen":
            return qsTr("Screen");
        case "engine":
            return qsTr("Everything but the screen");
        case "roster":
            return qsTr("Shift roster");
        case "hooks":
            return qsTr("Calls beyond the staff page");
        case "hook hub":
            return qsTr("The store’s hub");
        case "hook mqtt":
            return qsTr("Calls over MQTT");
        case "hook webhook":
            return qsTr("Calls to a web server");
        case "hook command":
            return qsTr("Calls by a program");
        case "hook gateways":
            return qsTr("Calls by messenger");
        }
        return name.startsWith("hook gateway ") ? qsTr("Messenger %1").arg(name.slice(13)) : name.startsWith("kiosk ") ? name.slice(6) : name;
    }

    function stateName(state: string): string {
        switch (state) {
        case "working":
            return qsTr("works");
        case "starting":
            return qsTr("is starting");
        case "down":
            return qsTr("is down");
        case "absent":
            return qsTr("is not there");
        }
        return state;
    }

    function stateInk(state: string): color {
        return state === "working" ? Theme.good : state === "down" ? Theme.danger : Theme.warn;
    }

    function lookName(look: string): string {
        switch (look) {
        case "dark":
            return qsTr("Dark");
        case "contrast":
            return qsTr("High contrast");
        }
        return qsTr("Light");
    }

    // Languages that shoppers may choose, with this one taken in or out.
    function without(code: string): list<string> {
        const chosen = kiosk.chosen_languages;
        return kiosk.languages.filter(language => (language === code) !== (chosen.indexOf(language) >= 0));
    }

    function age(seconds: real): string {
        const hours = Math.floor(seconds / 3600);
        if (hours < 1)
            return qsTr("less than an hour old");
        return hours < 48 ? qsTr("%n hour(s) old", "", hours) : qsTr("%n day(s) old", "", Math.floor(hours / 24));
    }

    function gigabytes(bytes: real): string {
        return qsTr("%1 GB free").arg((bytes / 1e9).toFixed(1));
    }

    Keys.onEscapePressed: Operator.close()

    TopBar {
        id: head
        width: parent.width
        title: qsTr("Operator")
        page: null
        onBack: Operator.close()
    }

    Rectangle {
        id: outcome
        anchors.top: head.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: flick.width
        height: page.outcome ? told.implicitHeight + 36 : 0
        visible: page.outcome !== ""
        radius: Theme.radius
        color: Operator.told === "failed" ? Theme.dangerTint : Theme.goodTint
        Accessible.role: Accessible.AlertMessage
        Accessible.name: page.outcome
        Txt {
            id: told
            anchors.centerIn: parent
            width: parent.width - 48
            text: page.outcome
            color: Operator.told === "failed" ? Theme.danger : Theme.good
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
    }

    Flickable {
        id: flick
        anchors.top: outcome.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, 1400)
        contentHeight: grid.height + 2 * Theme.margin
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Grid {
            id: grid
            readonly property real cell: (width - (columns - 1) * spacing) / columns
            width: parent.width
            columns: Theme.wide && !Theme.huge ? 2 : 1
            spacing: Theme.gapLarge

            Column {
                width: grid.cell
                spacing: Theme.gapLarge

                Sheet {
                    width: parent.width
                    Facts {
                        width: parent.width
                        rows: [
                            [qsTr("Kiosk"), [page.kiosk.kiosk, page.kiosk.place].filter(Boolean).join(" · ")],
                            [qsTr("Aislewise"), page.kiosk.version],
                            [qsTr("Running since"), Format.moment(page.kiosk.started_at)],
                            [qsTr("Catalog"), [page.kiosk.catalog_version, Format.items(page.kiosk.products)].join(" · ")],
                            [qsTr("Catalog’s age"), page.age(page.kiosk.catalog_age_s)],
                            ...(typeof page.kiosk.hq_reached !== "string" ? [] : [[qsTr("HQ last reached"), page.kiosk.hq_reached ? Format.moment(page.kiosk.hq_reached) : qsTr("never")]]),
                            [qsTr("Disk"), page.gigabytes(page.kiosk.disk_free)]
                        ]
                    }
                }

                Section {
                    width: parent.width
                    title: qsTr("Parts")
                }
                Sheet {
                    width: parent.width
                    Column {
                        width: parent.width
                        spacing: Theme.gap
                        Repeater {
                            model: page.kiosk.parts
                            Item {
                                id: part
                                required property var modelData
                                width: parent.width
                                height: Math.max(34, lines.implicitHeight)
                                Accessible.role: Accessible.StaticText
                                Accessible.name: [name.text, state.text, detail.text].filter(Boolean).join(", ")
                                Icon {
                                    id: sign
                                    anchors.left: parent.left
                                    glyph: part.modelData.state === "working" ? "check" : part.modelData.state === "starting" ? "clock" : "alert"
                                    ink: page.stateInk(part.modelData.state)
                                    size: 34
                                }
                                Column {
                                    id: lines
                                    anchors.left: sign.right
                                    anchors.leftMargin: Theme.gap
                                    anchors.right: parent.right
                                    Item {
                                        width: parent.width
                                        height: Math.max(name.implicitHeight, state.implicitHeight)
                                        Txt {
                                            id: name
                                            anchors.left: parent.left
                                            width: parent.width * 0.6
                                            text: page.partName(part.modelData.name)
                                            font.pixelSize: Theme.small
                                            font.weight: Font.DemiBold
                                        }
                                        Txt {
                                            id: state
                                            anchors.right: parent.right
                                            width: parent.width * 0.4
                                            horizontalAlignment: Text.AlignRight
                                            text: page.stateName(part.modelData.state)
                                            color: page.stateInk(part.modelData.state)
                                            font.pixelSize: Theme.small
                                        }
                                    }
                                    Txt {
                                        id: detail
                                        width: parent.width
                                        visible: text !== ""
                                        text: part.modelData.detail
                                        color: Theme.inkSoft
                                        font.pixelSize: Theme.tiny
                                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                                        maximumLineCount: 4
                                    }
                                }
                            }
                        }
                    }
                }
            }

            Column {
                width: grid.cell
                spacing: Theme.gapLarge

                OperatorPhones {
                    width: parent.width
                }

                Section {
                    width: parent.width
                    title: qsTr("Volume")
                }
                Row {
                    spacing: Theme.gap
                    GlyphButton {
                        glyph: "sound-down"
                        text: qsTr("Quieter")
                        fill: Theme.sunken
                        fillPressed: Theme.line
                        enabled: page.kiosk.volume > 0.15 && !Operator.busy
                        onClicked: Operator.chooseVolume(Math.max(0.1, page.kiosk.volume / Math.SQRT2))
                    }
                    Txt {
                        anchors.verticalCenter: parent.verticalCenter
                        width: 160
                        horizontalAlignment: Text.AlignHCenter
                        text: qsTr("%1 %").arg(Math.round(page.kiosk.volume * 100))
                        font.weight: Font.Bold
                    }
                    GlyphButton {
                        glyph: "sound-up"
                        text: qsTr("Louder")
                        fill: Theme.sunken
                        fillPressed: Theme.line
                        enabled: page.kiosk.volume < 3.9 && !Operator.busy
                        onClicked: Operator.chooseVolume(Math.min(4, page.kiosk.volume * Math.SQRT2))
                    }
                }

                Section {
                    width: parent.width
                    title: qsTr("Languages for shoppers")
                }
                Flow {
                    width: parent.width
                    spacing: Theme.gapSmall
                    Repeater {
                        model: page.kiosk.languages
                        Chip {
                            required property string modelData
                            text: Languages.called(modelData)
                            chosen: page.kiosk.chosen_languages.indexOf(modelData) >= 0
                            glyph: chosen ? "check" : ""
                            enabled: !Operator.busy && !(chosen && page.kiosk.chosen_languages.length === 1)
                            Accessible.role: Accessible.CheckBox
                            Accessible.checked: chosen
                            onClicked: Operator.chooseLanguages(page.without(modelData))
                        }
                    }
                }

                Section {
                    width: parent.width
                    title: qsTr("Look")
                }
                Flow {
                    width: parent.width
                    spacing: Theme.gapSmall
                    Repeater {
                        model: ["light", "dark", "contrast"]
                        Chip {
                            required property string modelData
                            text: page.lookName(modelData)
                            chosen: (page.kiosk.look || Brand.look) === modelData
                            glyph: chosen ? "check" : ""
                            enabled: !Operator.busy
                            Accessible.role: Accessible.RadioButton
                            Accessible.checked: chosen
                            onClicked: Operator.chooseLook(modelData)
                        }
                    }
                }

                Section {
                    width: parent.width
                    title: qsTr("Start again")
                }
                Flow {
                    width: parent.width
                    spacing: Theme.gapSmall
                    Repeater {
                        model: page.kiosk.restarts
                        Chip {
                            required property string modelData
                            text: page.partName(modelData)
                            glyph: "repeat"
                            enabled: !Operator.busy
                            onClicked: Operator.restart(modelData)
                        }
                    }
                }

                Section {
                    width: parent.width
                    title: qsTr("Take the logs away")
                }
                Txt {
                    width: parent.width
                    text: qsTr("They hold nothing about shoppers. Plug in a memory stick to see it here.")
                    color: Theme.inkSoft
                    font.pixelSize: Theme.small
                }
                Flow {
                    width: parent.width
                    spacing: Theme.gapSmall
                    Repeater {
                        model: page.kiosk.places
                        Chip {
                            required property var modelData
                            text: modelData.name ? qsTr("To the stick %1").arg(modelData.name) : qsTr("To this kiosk’s disk")
                            glyph: "send"
                            enabled: !Operator.busy
                            onClicked: Operator.export(modelData.path)
                        }
                    }
                }

                Section {
                    width: parent.width
                    title: qsTr("Close the kiosk")
                }
                PushButton {
                    width: parent.width
                    visible: !page.leaving
                    kind: "plain"
                    glyph: "close"
                    text: qsTr("Close Aislewise …")
                    onClicked: page.leaving = true
                }
                Txt {
                    width: parent.width
                    visible: page.leaving
                    text: qsTr("The screen, voice and staff page end. Somebody at the machine must start them again.")
                    font.pixelSize: Theme.small
                }
                PushButton {
                    width: parent.width
                    visible: page.leaving
                    kind: "danger"
                    text: qsTr("Close Aislewise now")
                    onClicked: Operator.exit()
                }
                PushButton {
                    width: parent.width
                    visible: page.leaving
                    kind: "plain"
                    text: qsTr("Keep it open")
                    onClicked: page.leaving = false
                }
            }
        }
    }
}
