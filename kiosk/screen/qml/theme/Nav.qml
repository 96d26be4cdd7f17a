pragma Singleton
import QtQuick

// Where the shopper wants to go. The window goes there.
QtObject {
    signal wanted(page: string, what: string)
    signal back

    function home() {
        wanted("home", "");
    }

    function search() {
        wanted("search", "");
    }

    function department(id: string) {
        wanted("department", id);
    }

    function offers() {
        wanted("offers", "");
    }

    function product(code: string) {
        wanted("product", code);
    }

    function compare() {
        wanted("compare", "");
    }

    function talk() {
        wanted("talk", "");
    }

    function list() {
        wanted("list", "");
    }

    // About the store: hours, services.
    function info() {
        wanted("info", "");
    }

    // How to scan a product.
    function scan() {
        wanted("scan", "");
    }

    function staff() {
        wanted("staff", "");
    }

    // The floor plan; `what` is "aisle/bay" to be shown, or empty.
    function map(what: string) {
        wanted("map", what);
    }
}
