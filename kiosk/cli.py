"""The `aislewise` command."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from kiosk import discreet
from kiosk import settings as settings_module
from kiosk.commands import catalog as catalog_cli
from kiosk.commands import models as models_cli
from kiosk.commands import operator as operator_cli
from kiosk.commands import screen as screen_cli
from kiosk.commands import staff as staff_cli
from kiosk.commands.common import InputError, Json, print_json, told
from kiosk.engine import asking, checkup, run, server
from kiosk.engine.catalog import ready_catalog, today
from kiosk.settings import Settings, SettingsError
from kiosk.staff import accounts
from local_catalog import SORTS, Filters, Money

app = typer.Typer(
    name="aislewise",
    help="An offline in-store kiosk and voice assistant.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(catalog_cli.app, name="catalog")
app.add_typer(models_cli.app, name="models")
app.add_typer(operator_cli.app, name="operator")
app.add_typer(staff_cli.app, name="staff")


def _settings() -> Settings:
    return settings_module.load()


@app.command("run")
def run_command() -> None:
    """Open the kiosk: engine, screen, voice and staff page."""
    with told():
        settings = _settings()
        _logging()
        _first_account(settings)
        raise typer.Exit(run.run(settings, typer.echo))


def _first_account(settings: Settings) -> None:
    """Where nobody can sign in yet, somebody can, and is told how."""
    first = accounts.ensure_first(settings.data_dir)
    if first is not None:
        name, pin = first
        typer.echo(
            f"First sign-in for staff: name {name}, PIN {pin} (shown only now; `aislewise staff add` makes more)"
        )


@app.command()
def engine() -> None:
    """Run the engine alone, without a screen (for development)."""
    with told():
        settings = _settings()
        _logging()
        asyncio.run(server.serve(settings))


@app.command()
def hub() -> None:
    """Run the store's hub on a machine without a screen: the other kiosks' calls, their staff page and hooks."""
    with told():
        settings = _settings()
        if not settings.staff.hub.serves:
            raise SettingsError("staff.hub: a hub has a key and no url; name the file with the store's secret in `key`")
        _first_account(settings)
    # What this command has loaded a hub does not need.
    os.execv(sys.executable, [sys.executable, "-m", "kiosk.engine.hub"])  # noqa: S606  no shell is involved


app.command("screen")(screen_cli.screen)
app.command("screenshots")(screen_cli.screenshots)


@app.command()
def ask(
    texts: Annotated[
        list[str], typer.Argument(help="The turns of one session; or - for JSON lines on standard input.")
    ],
    as_json: Json = False,
) -> None:
    """Ask the assistant as a shopper would."""
    with told(), asking.asker(_settings()) as asker:
        for session, text in _turns(texts):
            turn = asker.ask(session, text)
            if as_json:
                print_json(turn)
            else:
                typer.echo(turn["say"])


def _turns(texts: list[str]) -> Iterator[tuple[str, str]]:
    if texts != ["-"]:
        yield from (("command", text) for text in texts)
        return
    for number, raw in enumerate(sys.stdin.buffer, 1):
        line = raw.decode("utf-8", errors="replace").strip()
        if not line:
            continue
        try:
            turn = json.loads(line)
            session, text = turn["session"], turn["text"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(f'standard input, line {number}: not {{"session": "...", "text": "..."}}') from error
        if not (isinstance(session, str) and isinstance(text, str)):
            raise InputError(f"standard input, line {number}: session and text must be strings")
        yield session, text.encode("utf-8", errors="replace").decode("utf-8")


@app.command()
def hear(
    files: Annotated[list[Path], typer.Argument(help="Sound files (WAV or FLAC), the turns of one session.")],
    as_json: Json = False,
    partial: Annotated[bool, typer.Option("--partial", help="Also what was heard so far, while it is heard.")] = False,
) -> None:
    """Ask by sound files: what was heard, and the answer."""
    from kiosk.engine import sound  # loads the recognisers: other commands start without them

    with told():
        settings = _settings()
        recogniser = sound.recogniser(settings)
        with asking.asker(settings) as asker:
            for file in files:
                heard = sound.hear(file, recogniser, _so_far(as_json) if partial else None)
                turn = asker.ask("command", str(heard["text"]), "spoken")
                if as_json:
                    print_json({**turn, "heard": heard})
                else:
                    typer.echo(f"{_line_start()}heard: {heard['text']}\n{turn['say']}")


def _so_far(as_json: bool) -> Callable[[str], None]:
    """Shows what was heard so far: one line that grows on a terminal, else a line each time."""

    def show(text: str) -> None:
        if as_json:
            print_json({"partial": text})
        else:
            columns = shutil.get_terminal_size().columns
            typer.echo(f"{_line_start()}... {text[-(columns - 5) :]}", nl=not sys.stdout.isatty())

    return show


def _line_start() -> str:
    """Begins the line of a terminal anew, without what stands there."""
    return "\r\x1b[2K" if sys.stdout.isatty() else ""


@app.command()
def say(
    text: Annotated[str, typer.Argument(help="What to say.")],
    out: Annotated[Path, typer.Option(help="The WAV file to write.")],
    language: Annotated[str, typer.Option(help="Language code.")] = "en",
) -> None:
    """Speak a text into a WAV file with the kiosk's voice."""
    from kiosk.engine import sound  # loads the voices: other commands start without them

    with told():
        seconds = sound.say(_settings(), text, language, out)
        typer.echo(f"{out}: {seconds:.1f} s")


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="What to look for.")],
    limit: Annotated[int, typer.Option(min=1, max=100, help="How many products.")] = 10,
    max_price: Annotated[float | None, typer.Option(min=0, help="Highest price, in the store's currency.")] = None,
    min_price: Annotated[float | None, typer.Option(min=0, help="Lowest price.")] = None,
    brand: Annotated[str | None, typer.Option(help="As it is written on the pack.")] = None,
    category: Annotated[str | None, typer.Option(help="A department, a category or its path.")] = None,
    diet: Annotated[list[str] | None, typer.Option(help="vegan, gluten-free ...; may be given several times.")] = None,
    without: Annotated[list[str] | None, typer.Option(help="An allergen that is not in it.")] = None,
    size: Annotated[str | None, typer.Option(help="1 L, 12 pack, 60 W ...")] = None,
    in_stock: Annotated[bool, typer.Option("--in-stock", help="Only what is there.")] = False,
    on_offer: Annotated[bool, typer.Option("--on-offer", help="Only what is on offer.")] = False,
    sort: Annotated[str, typer.Option(help="relevance, price, price_desc, unit_price or name.")] = "relevance",
    language: Annotated[str | None, typer.Option(help="Language of the query, such as es.")] = None,
    as_json: Json = False,
) -> None:
    """Search the catalog."""
    with told():
        if sort not in SORTS:
            raise InputError(f"there is no order {sort!r}; give relevance, price, price_desc, unit_price or name")
        catalog = ready_catalog(_settings())
        currency = catalog.store.currency
        filters = Filters(
            max_price=None if max_price is None else Money(round(max_price * 100), currency),
            min_price=None if min_price is None else Money(round(min_price * 100), currency),
            brand=brand,
            category=category,
            diet=tuple(diet or ()),
            without_allergens=tuple(without or ()),
            size=size,
            in_stock=in_stock,
            on_offer=on_offer,
            sort=sort,
        )
        found = catalog.search(query, filters, limit=limit, today=today(), language=language)
        for hit in found.hits:
            p, at = hit.product, hit.product.location
            if as_json:
                print_json(
                    {
                        "sku": p.sku, "gtin": p.gtin, "name": p.name, "brand": p.brand, "size": p.size,
                        "category": p.category, "price": float(p.current_price.amount), "currency": p.price.currency,
                        "stock": p.stock, "location": {"aisle": at.aisle, "bay": at.bay} if at else None,
                        "score": round(hit.score, 3),
                    }
                )  # fmt: skip
            else:
                price = f"{p.current_price.amount:>8.2f}"
                place = f"aisle {at.aisle:>2}" if at else " " * 8
                typer.echo(f"{p.sku}  {price}  {place}  {p.brand} {p.name}, {p.size}")
        if not found.hits and not as_json:
            other = f" Did you mean {' or '.join(found.suggestions)}?" if found.suggestions else ""
            typer.echo(f"Nothing was found.{other}")


@app.command()
def doctor(as_json: Json = False) -> None:
    """Check every part, a line each; exit code 1 if one that is needed does not work."""
    with told():
        healthy = True
        for check in checkup.checkup(_settings()):
            # What comes from HQ makes the catalog fresher; a kiosk works without.
            healthy = healthy and (check.state != "down" or check.name in ("sync", "live"))
            if as_json:
                print_json({"part": check.name, "state": check.state, "detail": check.detail})
            else:
                typer.echo(f"{check.name:<12} {check.state:<9} {check.detail}")
        raise typer.Exit(0 if healthy else 1)


@app.command()
def events(
    tail: Annotated[bool, typer.Option("--tail", help="Go on with new events as they come.")] = False,
    last: Annotated[int, typer.Option(min=0, max=1000, help="How many of the newest to show first.")] = 20,
) -> None:
    """Show what happened on this kiosk, a JSON object a line."""
    with told():
        for event in checkup.events(_settings(), last, follow=tail):
            print_json(event)


@app.command()
def missed(
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days back.")] = 30,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many lines.")] = 50,
    as_json: Json = False,
) -> None:
    """What shoppers asked for and did not find, most often first."""
    with told():
        found = checkup.missed(_settings(), days, limit)
        for line in found:
            if as_json:
                print_json(line._asdict())
            else:
                typer.echo(f"{line.times:>5} x  {line.query}  (last {line.last[:10]})")
        if not found and not as_json:
            typer.echo("Everything that was asked for was found.")


@app.command()
def wrong(
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days back.")] = 30,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many lines.")] = 50,
    as_json: Json = False,
) -> None:
    """What shoppers said is told wrong of products, most often first."""
    with told():
        found = checkup.wrong(_settings(), days, limit)
        for fact in found:
            if as_json:
                print_json(msgspec.to_builtins(fact))
            else:
                typer.echo(f"{fact.times:>5} x  {fact.what:<8} {fact.sku}  {fact.name}  (last {fact.last[:10]})")
        if not found and not as_json:
            typer.echo("Nobody said that anything was wrong.")


def _logging() -> None:
    discreet.set_up("%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)


def main() -> None:
    """Entry point."""
    app()


if __name__ == "__main__":
    main()
