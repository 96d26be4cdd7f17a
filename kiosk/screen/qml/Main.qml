pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Aislewise
import "theme"
import "controls"
import "pages"

// The window: pages above, the bar that is always there below, and what may lie over them.
Window {
    id: window

    // No animation at all, for pictures that can be compared.
    property bool still: false
    readonly property bool tall: height >= width
    readonly property real fit: tall ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080)
    // Least height that a page can do with, pixels of the stage.
    readonly property int leastPage: 560
    readonly property string pageName: stack.currentItem ? (stack.currentItem as BasePage).name : ""

    function go(name: string, what: string) {
        InputMethod.hide();
        if (name === "home") {
            stack.pop(null);
            (stack.currentItem as HomePage).toTop();
            return;
        }
        const kind = name === "department" || name === "offers" ? "search" : name;
        const there = kind === "product" ? null : stack.find(item => (item as BasePage).name === kind);
        if (there) {
            stack.pop(there);
            arrange(there, name, what);
            return;
        }
        switch (kind) {
        case "search":
            arrange(stack.push(searchPage), name, what);
            break;
        case "product":
            if (!(stack.currentItem instanceof ProductPage) || (stack.currentItem as ProductPage).code !== what)
                stack.push(productPage, {
                    "code": what
                });
            break;
        case "compare":
            stack.push(comparePage);
            break;
        case "talk":
            stack.push(talkPage);
            break;
        case "list":
            stack.push(listPage);
            break;
        case "staff":
            stack.push(staffPage);
            break;
        case "info":
            stack.push(infoPage);
            break;
        case "scan":
            stack.push(scanPage);
            break;
        case "map":
            arrange(stack.push(mapPage), name, what);
            break;
        }
    }

    // Tell a page what it is to show.
    function arrange(item: Item, name: string, what: string) {
        if (item instanceof SearchPage) {
            const page = item as SearchPage;
            page.department = name === "department" ? what : "";
            page.offers = name === "offers";
            page.begin();
        } else if (item instanceof MapPage) {
            const [aisle, bay] = what.split("/");
            (item as MapPage).aisle = aisle ?? "";
            (item as MapPage).bay = bay ?? "";
        }
    }

    function talk() {
        if (Talk.listening === "opening" || Talk.listening === "listening") {
            Talk.finish();
            return;
        }
        go("talk", "");
        if (Store.hearing === "working" && Store.online)
            Talk.listen();
    }

    function woken() {
        const asleep = !Shopper.awake;
        Shopper.hail();
        Idle.stay();
        go("talk", "");
        // A visit that has just begun is known to be there, whatever else is still coming up.
        if (asleep || (Store.hearing === "working" && Store.online))
            Talk.listen();
    }

    // A step back by the Escape key.
    function stepBack() {
        if (!Shopper.awake || Operator.shown)
            return;
        if (keyboard.up)
            InputMethod.hide();
        else if (stack.depth > 1)
            Nav.back();
    }

    // Of a call that was just made it was told when it was made.
    function tellOfCall() {
        if (CallWords.line === "" || CallWords.news === "called")
            return;
        stage.Accessible.announce(CallWords.line, Accessible.Assertive);
        Aloud.notice(CallWords.line);
    }

    // The engine says it aloud.
    function announceMessage() {
        if (CallWords.message !== "")
            stage.Accessible.announce(CallWords.message, Accessible.Assertive);
    }

    function control(action: string) {
        if (action.startsWith("language:"))
            Languages.choose(action.slice(9));
        switch (action) {
        case "start_over":
            Shopper.startOver();
            break;
        case "text_larger":
            Theme.larger();
            break;
        case "text_smaller":
            Theme.smaller();
            break;
        case "stop":
            Talk.hush();
            break;
        }
    }

    width: 1080
    height: 1920
    color: Theme.paper
    title: "Aislewise"

    Binding {
        target: Theme
        property: "wide"
        value: !window.tall
    }
    Binding {
        target: Theme
        property: "frozen"
        value: window.still
    }
    Binding {
        target: Theme
        property: "stageScale"
        value: window.fit
    }

    Connections {
        target: Nav
        function onWanted(page: string, what: string) {
            window.go(page, what);
        }
        function onBack() {
            InputMethod.hide();
            stack.pop();
        }
    }
    Connections {
        target: Talk
        function onControl(action: string) {
            window.control(action);
        }
        function onHeard() {
            if (window.pageName !== "talk")
                window.go("talk", "");
        }
        function onWoken() {
            window.woken();
        }
    }
    Connections {
        target: Scanner
        function onScanned(code: string) {
            Shopper.wake();
            window.go("product", code);
        }
    }
    Connections {
        target: Shopper
        function onLeft() {
            InputMethod.hide();
            comfort.close();
            Theme.reset();
            stack.clear(StackView.Immediate);
            stack.push(homePage, StackView.Immediate);
            toast.hide();
        }
    }
    Connections {
        target: ShoppingList
        function onAdded(sku: string) {
            toast.show(qsTr("On your list"), "check");
        }
    }

    Connections {
        target: CallWords
        // Once all of it is known.
        function onNewsChanged() {
            Qt.callLater(window.tellOfCall);
        }
        function onSenderChanged() {
            Qt.callLater(window.announceMessage);
        }
    }
    Connections {
        target: Focus
        function onEscaped() {
            window.stepBack();
        }
    }
    FocusRing {
        stage: stage
    }

    // All sizes are those of a 1080x1920 (or 1920x1080) panel; the stage fits them to this one.
    Item {
        id: stage

        LayoutMirroring.enabled: Languages.mirrored
        LayoutMirroring.childrenInherit: true
        width: window.width / window.fit
        height: window.height / window.fit
        scale: window.fit
        transformOrigin: Item.TopLeft

        ReachPanel {
            id: upper
            // While something is typed the page may need more than what the keyboard leaves of the lower half.
            readonly property real room: Theme.reach ? Math.min(parent.height / 2, parent.height - below.height - window.leastPage) : 0
            width: parent.width
            height: room < 120 ? 0 : room
            visible: height > 0
        }
        Item {
            id: body
            anchors.top: upper.bottom
            anchors.bottom: parent.bottom
            anchors.left: rail.visible ? rail.right : parent.left
            anchors.right: parent.right

            Notice {
                id: notice
                width: parent.width
            }
            StackView {
                id: stack
                anchors.top: notice.bottom
                anchors.bottom: below.top
                width: parent.width
                clip: true
                initialItem: homePage
                pushEnter: Transition {
                    NumberAnimation {
                        property: "opacity"
                        from: 0
                        to: 1
                        duration: Theme.calm
                    }
                }
                pushExit: Transition {
                    PauseAnimation {
                        duration: Theme.calm
                    }
                }
                popEnter: Transition {}
                popExit: Transition {
                    NumberAnimation {
                        property: "opacity"
                        to: 0
                        duration: Theme.quick
                    }
                }
            }
            Column {
                id: below
                anchors.bottom: parent.bottom
                width: parent.width
                CallBanner {
                    width: parent.width
                    visible: shownNow && window.pageName !== "staff"
                    onClicked: Nav.staff()
                }
                VoiceStrip {
                    width: parent.width
                    visible: shownNow && Shopper.awake && window.pageName !== "talk"
                }
                Keyboard {
                    id: keyboard
                    width: parent.width
                }
                ShellBar {
                    width: parent.width
                    visible: !rail.visible
                    slim: keyboard.up && Theme.reach
                    page: window.pageName
                    onGo: page => window.go(page, "")
                    onTalk: window.talk()
                    onEasier: comfort.open()
                }
            }
            Toast {
                id: toast
                anchors.horizontalCenter: parent.horizontalCenter
                y: notice.height + 20
            }
        }
        ShellBar {
            id: rail
            anchors.left: parent.left
            anchors.top: upper.bottom
            anchors.bottom: parent.bottom
            visible: Theme.wide
            upright: true
            page: window.pageName
            onGo: page => window.go(page, "")
            onTalk: window.talk()
            onEasier: comfort.open()
        }
        ComfortSheet {
            id: comfort
            anchors.top: upper.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            page: stack.currentItem
        }
        IdleOverlay {
            anchors.top: upper.bottom
            anchors.bottom: parent.bottom
            width: parent.width
        }
        AttractPage {
            id: attract
            anchors.fill: parent
            visible: opacity > 0
            opacity: Shopper.awake ? 0 : 1
            enabled: !Shopper.awake
            onWoken: Shopper.wake()
            Behavior on opacity {
                enabled: Shopper.awake
                NumberAnimation {
                    duration: Theme.calm
                }
            }
        }
        Loader {
            anchors.fill: parent
            active: Operator.shown
            focus: active
            sourceComponent: OperatorPage {}
        }
        AwayOverlay {
            anchors.fill: parent
        }
    }

    Component {
        id: homePage
        HomePage {}
    }
    Component {
        id: searchPage
        SearchPage {}
    }
    Component {
        id: productPage
        ProductPage {}
    }
    Component {
        id: comparePage
        ComparePage {}
    }
    Component {
        id: talkPage
        TalkPage {}
    }
    Component {
        id: listPage
        ListPage {}
    }
    Component {
        id: staffPage
        StaffPage {}
    }
    Component {
        id: infoPage
        InfoPage {}
    }
    Component {
        id: scanPage
        ScanPage {}
    }
    Component {
        id: mapPage
        MapPage {}
    }
}
